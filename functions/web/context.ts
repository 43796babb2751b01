import type { LambdaContext } from 'hono/aws-lambda';
import type { Language } from '../domain/shared/languages.ts';
import { networkOf } from '../domain/shared/network.ts';
import { REQUEST_MS, REQUEST_RESERVE_MS } from '../domain/shared/time-budgets.ts';

/** What every route knows of its request. */
export type WebEnv = {
  Bindings: {
    readonly lambdaContext?: LambdaContext;
    /** What API Gateway says of the request. */
    readonly requestContext?: { readonly http?: { readonly sourceIp?: string } };
  };
  Variables: {
    /** The language that the reader is answered in. */
    language: Language;
    /** When the request came. */
    now: Date;
    /** The network that it came from, if that is known: see domain/network.ts. */
    network: string | undefined;
    /** Where a form of the page sends to, if that is not the service itself. */
    postsTo?: string;
  };
};

/**
 * The network of a request, by the address whose connection API Gateway took. What a header says of it is
 * not asked, because whoever sends the request writes the header.
 */
export function networkOfRequest(bindings: WebEnv['Bindings'] | undefined): string | undefined {
  const address = bindings?.requestContext?.http?.sourceIp;
  return address === undefined ? undefined : networkOf(address);
}

/** When work on a request must end: in time to answer before Lambda stops the invocation. */
export function deadlineOf(bindings: WebEnv['Bindings'] | undefined): number {
  const left = bindings?.lambdaContext?.getRemainingTimeInMillis() ?? Number.POSITIVE_INFINITY;
  return Date.now() + Math.min(REQUEST_MS, left - REQUEST_RESERVE_MS);
}
