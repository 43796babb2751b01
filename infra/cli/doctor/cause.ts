/**
 * Why AWS was not reached, in a few words: the name of the error, such as `ExpiredToken`, because messages quote
 * accounts or the command that gives credentials. An error without a name of its own gives its code, such as
 * `ECONNREFUSED`, or its first line, such as "Region is missing".
 */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  if (error.name !== 'Error' && error.name !== 'AggregateError') return error.name;
  if ('code' in error) return String(error.code);
  const [line = ''] = error.message.split('\n');
  return line.slice(0, 120) || error.name;
}
