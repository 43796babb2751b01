import type { LambdaContext } from 'hono/aws-lambda';
import type { Language } from '../domain/languages.ts';

/** What every route knows of its request. */
export type WebEnv = {
  Bindings: { readonly lambdaContext?: LambdaContext };
  Variables: {
    /** The language that the reader is answered in. */
    language: Language;
    /** When the request came. */
    now: Date;
  };
};

/** Time kept back for answering, and the most that one request may take, in milliseconds. */
const RESERVE_MS = 1_500;
const LONGEST_MS = 8_000;

/** When work on a request must end: in time to answer before Lambda stops the invocation. */
export function deadlineOf(bindings: WebEnv['Bindings'] | undefined): number {
  const left = bindings?.lambdaContext?.getRemainingTimeInMillis() ?? Number.POSITIVE_INFINITY;
  return Date.now() + Math.min(LONGEST_MS, left - RESERVE_MS);
}
