import type { LambdaContext } from 'hono/aws-lambda';
import type { Language } from '../domain/shared/languages.ts';
import { networkOf } from '../domain/shared/network.ts';
import { REQUEST_MS, REQUEST_RESERVE_MS } from '../domain/shared/time-budgets.ts';

/** What every route knows about its request. */
export type WebEnv = {
  Bindings: {
    readonly lambdaContext?: LambdaContext;
    /** What API Gateway says about the request. */
    readonly requestContext?: { readonly http?: { readonly sourceIp?: string } };
  };
  Variables: {
    /** The language of the response. */
    language: Language;
    /** The time of the request. */
    now: Date;
    /** The network of the client, if it is known: see domain/shared/network.ts. */
    network: string | undefined;
    /** Another host to which a form of the page is sent. */
    postsTo?: string;
  };
};

/**
 * The network of a request, from the address of the connection to API Gateway. Headers are not used: the client
 * writes them.
 */
export function networkOfRequest(bindings: WebEnv['Bindings'] | undefined): string | undefined {
  const address = bindings?.requestContext?.http?.sourceIp;
  return address === undefined ? undefined : networkOf(address);
}

/** The deadline of a request, in epoch milliseconds: early enough to answer before Lambda stops the invocation. */
export function deadlineOf(bindings: WebEnv['Bindings'] | undefined): number {
  const left = bindings?.lambdaContext?.getRemainingTimeInMillis() ?? Number.POSITIVE_INFINITY;
  return Date.now() + Math.min(REQUEST_MS, left - REQUEST_RESERVE_MS);
}
