import type { LambdaEvent } from 'hono/aws-lambda';

/** An event of an HTTP API: payload format 2.0. */
export type HttpEvent = Extract<LambdaEvent, { readonly rawPath: string }>;

/** Methods that no `Request` can have: https://fetch.spec.whatwg.org/#forbidden-method */
const FORBIDDEN = /^(CONNECT|TRACE|TRACK)$/i;
/** Methods whose `Request` can have no body. */
const BODILESS = /^(GET|HEAD)$/i;

/**
 * Changes an event so that a `Request` can be made from it. API Gateway passes on requests that `Request` refuses:
 * they would fail before the application can answer. The body of a GET is removed, because no route reads it. A
 * forbidden method becomes `OTHER`, which no route has.
 */
export function requestable(event: HttpEvent): HttpEvent {
  const { requestContext } = event;
  const { http } = requestContext;
  if (FORBIDDEN.test(http.method))
    return { ...event, requestContext: { ...requestContext, http: { ...http, method: 'OTHER' } } };
  if (!BODILESS.test(http.method) || !event.body) return event;
  return { ...event, body: null, isBase64Encoded: false };
}
