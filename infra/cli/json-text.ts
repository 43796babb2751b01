import { transform } from 'esbuild';

/** One error in a JSON text. Lines and columns count from 1. */
export type JsonProblem = {
  readonly line: number;
  readonly column: number;
  readonly message: string;
};

/**
 * Reads a JSON text. A key that is in an object twice is an error, because one of the two would be lost. esbuild reads
 * it, because the parser of Node.js does not always say where the error is.
 */
export async function parseJson(
  text: string,
): Promise<{ readonly value: unknown } | { readonly problems: readonly JsonProblem[] }> {
  const found = await transform(text, { loader: 'json', logLevel: 'silent' }).then(
    ({ warnings }) => warnings,
    (failure: { errors: Awaited<ReturnType<typeof transform>>['warnings'] }) => failure.errors,
  );
  const problems = found.map(({ text: message, location }) => ({
    line: location?.line ?? 1,
    column: (location?.column ?? 0) + 1,
    message,
  }));
  if (problems.length > 0) return { problems };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problems: [{ line: 1, column: 1, message: String(error) }] };
  }
}
