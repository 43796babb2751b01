import type { LastError } from '../store/outbox/record.ts';

/**
 * What an error of SES means for the message.
 *
 * - `permanent`: SES has refused the message as it is; it will do so again.
 * - `too-much`: SES has certainly not taken it, as too much is sent in this second or on this day, whatever the message.
 * - `not-now`: SES has certainly not taken it, for a reason that passes or that operators mend.
 * - `unclear`: SES may have taken it, and its answer was lost.
 */
export type SesErrorClass = 'permanent' | 'too-much' | 'not-now' | 'unclear';

/** Refusals of the message itself. SES names them in its API reference under SendRawEmail and Common Errors. */
const PERMANENT = new Set([
  'MessageRejected',
  'InvalidParameterValue',
  'InvalidParameterCombination',
  'ValidationError',
  'MalformedInput',
]);

/** What SES calls a rate or a day's quota that is used up, and AWS requests that come too fast. */
const TOO_MUCH = new Set([
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'LimitExceededException',
]);

/** Errors before anything was sent: no connection, or nobody to sign for. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CredentialsProviderError',
]);

/** Reads an error of SendRawEmail. What is not known for certain is `unclear`. */
export function classifySesError(error: unknown): SesErrorClass {
  if (!(error instanceof Error)) return 'unclear';
  const code = 'code' in error ? String(error.code) : '';
  if (NEVER_SENT.has(error.name) || NEVER_SENT.has(code)) return 'not-now';
  const status = statusOf(error);
  if (status === undefined || status < 400 || status >= 500) return 'unclear';
  if (TOO_MUCH.has(error.name)) return 'too-much';
  // SES rejects with the same name what it can never send and what an unverified sender sends.
  if (!PERMANENT.has(error.name) || /not verified/i.test(error.message)) return 'not-now';
  return 'permanent';
}

function statusOf(error: Error): number | undefined {
  const { $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  return $metadata?.httpStatusCode;
}

/** An error as it is kept with a message: SES likes to quote addresses, which are taken out. */
export function lastErrorOf(error: unknown, now: Date): LastError {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const told = message.replace(/[^\s<>",;:]+@[^\s<>",;]+/g, '(address)').slice(0, 300);
  return { name, message: told, at: now.toISOString() };
}
