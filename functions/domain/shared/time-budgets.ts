/**
 * How long the parts of the service may take, in milliseconds. A part adds its budget to the present time, and passes
 * the sum on as its deadline.
 */

/** One request of a web page or its API: API Gateway and readers wait for the answer. */
export const REQUEST_MS = 8_000;
/** The part of an invocation that a request leaves unused, so that its answer is sent before Lambda ends it. */
export const REQUEST_RESERVE_MS = 1_500;

/** One operation of an operator's command: somebody looks at the terminal, and a busy table recovers within seconds. */
export const COMMAND_MS = 20_000;
/** One change of a meeting's definition, or its cancellation: people who register at the same time can delay it. */
export const MEETING_CHANGE_MS = 20_000;
/** One person of a roster, added or removed. */
export const ROSTER_ENTRY_MS = 10_000;
/** Offering free seats after an operator's command. The scheduler offers what is left. */
export const WAITING_LIST_MS = 60_000;

/** All jobs of one meeting in one run of the scheduler. The next run continues. */
export const MEETING_JOBS_MS = 60_000;
/** Writing one list, or reminders to one page of people. The next run writes the rest. */
export const SCHEDULED_WRITE_MS = 20_000;
/** What a run of the scheduler keeps for the page of reminders that it has begun: reads, and writes to a busy table. */
export const SCHEDULER_RESERVE_MS = 60_000;

/** What a run of the notifier keeps for the message that it has begun: DynamoDB and SES, each with its own limit. */
export const NOTIFIER_RESERVE_MS = 25_000;
/** Recording what SES reports about one address: other reports about the same address can come at the same time. */
export const DELIVERY_REPORT_MS = 5_000;
