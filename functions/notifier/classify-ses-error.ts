import type { LastError } from '../store/outbox/record.ts';

/**
 * What an error of SES means for the message.
 *
 * - `permanent`: SES has refused the message, and will refuse it again.
 * - `too-much`: SES has certainly not accepted it, because too much is sent in this second or on this day.
 * - `not-now`: SES has certainly not accepted it, for a temporary reason or one that operators can repair.
 * - `unclear`: SES may have accepted it, and its answer was lost.
 */
export type SesErrorClass = 'permanent' | 'too-much' | 'not-now' | 'unclear';

/** Errors that refuse the message itself. The SES API reference lists them under SendRawEmail and Common Errors. */
const PERMANENT = new Set([
  'MessageRejected',
  'InvalidParameterValue',
  'InvalidParameterCombination',
  'ValidationError',
  'MalformedInput',
]);

/** Errors of a rate or daily quota that is used up, and of AWS requests that come too fast. */
const TOO_MUCH = new Set([
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'LimitExceededException',
]);

/** Errors before anything was sent: no connection, or no credentials. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CredentialsProviderError',
]);

/**
 * Classifies an error of SendRawEmail. An error that does not show clearly whether SES has accepted the message is
 * `unclear`.
 */
export function classifySesError(error: unknown): SesErrorClass {
  if (!(error instanceof Error)) return 'unclear';
  const code = 'code' in error ? String(error.code) : '';
  if (NEVER_SENT.has(error.name) || NEVER_SENT.has(code)) return 'not-now';
  const status = statusOf(error);
  if (status === undefined || status < 400 || status >= 500) return 'unclear';
  if (TOO_MUCH.has(error.name)) return 'too-much';
  // SES uses the same name for a message that it can never send and for a sender that is not verified.
  if (!PERMANENT.has(error.name) || /not verified/i.test(error.message)) return 'not-now';
  return 'permanent';
}

function statusOf(error: Error): number | undefined {
  const { $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  return $metadata?.httpStatusCode;
}

/** An error in the form in which it is stored with a notice. SES quotes addresses in its errors; they are removed. */
export function lastErrorOf(error: unknown, now: Date): LastError {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const told = message.replace(/[^\s<>",;:]+@[^\s<>",;]+/g, '(address)').slice(0, 300);
  return { name, message: told, at: now.toISOString() };
}
