/**
 * Logs an error that was not foreseen, without what it may quote: its name and where it happened.
 * Errors of AWS services say what was wrong with the call and quote nobody's data: their sentence is kept.
 * The logger is loaded when there is something to log, as most starts of a function never need it.
 */
export function reportAs(serviceName: string): (error: unknown) => Promise<void> {
  return async (error) => {
    const { Logger } = await import('@aws-lambda-powertools/logger');
    const logger = new Logger({ serviceName });
    if (!(error instanceof Error)) return logger.error('unforeseen', { name: typeof error });
    const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    logger.error('unforeseen', {
      name: error.name,
      ...('$fault' in error && { sentence: error.message }),
      at: frames.slice(0, 8).map((line) => line.trim()),
    });
  };
}
