export type Json = Readonly<Record<string, unknown>>;

/** What the document says about one operation. openapi.ts adds the id, the path parameters and what all routes share. */
export type OperationDocument = {
  readonly summary: string;
  readonly description?: string;
  /** Parameters beside those in the path. */
  readonly parameters?: readonly Json[];
  readonly requestBody?: Json;
  readonly responses: Readonly<Record<number, Json>>;
};

/** The body of a request or response, as a schema of schemas.ts, in each of some media types. */
export const content = (schema: string, ...types: readonly string[]): Json =>
  Object.fromEntries(
    types.map((type) => [type, { schema: { $ref: `#/components/schemas/${schema}` } }]),
  );

/** A request body that can be JSON or a form. */
export const body = (schema: string): Json => ({
  required: true,
  content: content(
    schema,
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
  ),
});

/** A response with problem details (RFC 9457). */
export const refusal = (description: string): Json => ({
  description,
  content: content('Problem', 'application/problem+json'),
});

/** A response in JSON. */
export const json = (description: string, schema?: string): Json => ({
  description,
  content: schema === undefined ? { 'application/json': {} } : content(schema, 'application/json'),
});

const HTML = { 'text/html': { schema: { type: 'string' } } };

/** A response that is a page. */
export const page = (description: string): Json => ({ description, content: HTML });

/** A response that is a page or JSON, as the client prefers. */
export const pageOrJson = (description: string): Json => ({
  description,
  content: { ...HTML, 'application/json': {} },
});

/** A redirect. */
export const redirect = (description: string): Json => ({ description });

/** The refusals of a body that cannot be used. */
export const BODY_REFUSALS = {
  400: refusal('The body cannot be read'),
  413: refusal('The body is too large'),
  415: refusal('The media type of the body is not supported'),
  422: refusal('Fields are missing or wrong'),
};
