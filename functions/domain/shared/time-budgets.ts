/**
 * How long the parts of the service may take, in milliseconds. A part adds its budget to the current time, and passes
 * the sum on as its deadline.
 */

/** One request of a page or of the API. API Gateway and a person wait for the answer. */
export const REQUEST_MS = 8_000;
/** The part of an invocation that a request leaves unused, so that it answers before Lambda ends the invocation. */
export const REQUEST_RESERVE_MS = 1_500;

/**
 * One operation of an operator's command. The operator waits at the terminal, and a busy table recovers within seconds.
 */
export const COMMAND_MS = 20_000;
/** One change of a meeting's definition, or its cancellation. People who register at the same time can delay it. */
export const MEETING_CHANGE_MS = 20_000;
/** One person of a roster, added or removed. */
export const ROSTER_ENTRY_MS = 10_000;
/** To offer free seats after an operator's command. The scheduler offers the rest. */
export const WAITING_LIST_MS = 60_000;

/** All jobs of one meeting in one run of the scheduler. The next run continues. */
export const MEETING_JOBS_MS = 60_000;
/** To write one list, or the reminders for one page of people. The next run writes the rest. */
export const SCHEDULED_WRITE_MS = 20_000;
/** What a run of the scheduler reserves for the current page of reminders: reads, and writes to a busy table. */
export const SCHEDULER_RESERVE_MS = 60_000;

/** What the fan-out of a meeting's change reserves for the current page of notices. */
export const SCHEDULER_STEP_RESERVE_MS = 5_000;

/** What a run of the notifier reserves for the current message: DynamoDB and SES, each with its own time limit. */
export const NOTIFIER_RESERVE_MS = 25_000;
/** To record what SES reports about one address. Other reports about that address can arrive at the same time. */
export const DELIVERY_REPORT_MS = 5_000;
