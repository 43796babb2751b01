import type { LambdaEvent } from 'hono/aws-lambda';

/** An event of an HTTP API: payload format 2.0. */
export type HttpEvent = Extract<LambdaEvent, { readonly rawPath: string }>;

/** Methods that no `Request` can have: https://fetch.spec.whatwg.org/#forbidden-method */
const FORBIDDEN = /^(CONNECT|TRACE|TRACK)$/i;
/** Methods whose `Request` can have no body. */
const BODILESS = /^(GET|HEAD)$/i;

/**
 * The event of a request, such that a `Request` can be made of it. API Gateway passes on whatever was sent; what
 * no `Request` can be made of would be answered before the application sees it. The body of a GET says nothing
 * to any route and is left out; a method that cannot be named is one that no route has.
 */
export function requestable(event: HttpEvent): HttpEvent {
  const { requestContext } = event;
  const { http } = requestContext;
  if (FORBIDDEN.test(http.method))
    return { ...event, requestContext: { ...requestContext, http: { ...http, method: 'OTHER' } } };
  if (!BODILESS.test(http.method) || !event.body) return event;
  return { ...event, body: null, isBase64Encoded: false };
}
