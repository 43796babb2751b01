/**
 * Logs an error that was not foreseen, without what it may quote: its name and where it happened.
 * Errors of AWS services say what was wrong with the call and quote nobody's data: their sentence is kept.
 * Lambda makes a line of JSON of it, so that the function that people wait for needs no logger.
 */
export function reportUnforeseen(error: unknown): void {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(typeof error);
  const service = error instanceof Error && '$fault' in error;
  console.error({
    event: 'unforeseen',
    name,
    ...(service && { sentence: message }),
    at: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
  });
}
