/** What is kept of a run's time: longer than one message can take, with DynamoDB and SES, each with its time limit. */
export const RESERVE_MS = 25_000;
