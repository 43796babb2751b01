import type { Logger } from '@aws-lambda-powertools/logger';

/**
 * Logs an error that was not foreseen, without what it may quote: its name and where it happened.
 * Errors of AWS services say what was wrong with the call and quote nobody's data: their sentence is kept.
 */
export function reportTo(logger: Logger): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Error)) return logger.error('unforeseen', { name: typeof error });
    const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
    logger.error('unforeseen', {
      name: error.name,
      ...('$fault' in error && { sentence: error.message }),
      at: frames.slice(0, 8).map((line) => line.trim()),
    });
  };
}
