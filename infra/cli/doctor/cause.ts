/**
 * Why AWS was not reached, in a few words. Errors that have a name of their own say it, as `ExpiredToken`: what else
 * they say quotes accounts or the command that gives credentials. Those that have none say what the system calls it,
 * as `ECONNREFUSED`, or their first line, as "Region is missing".
 */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  if (error.name !== 'Error' && error.name !== 'AggregateError') return error.name;
  if ('code' in error) return String(error.code);
  const [line = ''] = error.message.split('\n');
  return line.slice(0, 120) || error.name;
}
