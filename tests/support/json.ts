// biome-ignore lint/suspicious/noExplicitAny: an answer is what the test is about to find out.
export type Json = any;

/** The body of an answer, as JSON. */
export const jsonOf = async (response: Response | Promise<Response>): Promise<Json> =>
  (await response).json();
