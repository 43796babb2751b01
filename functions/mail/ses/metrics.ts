/** The metric that counts failed messages. An alarm of the operations stack uses it. */
export const MESSAGES_FAILED = {
  namespace: 'Plenary',
  name: 'MessagesFailed',
  dimension: 'stage',
} as const;

/**
 * Counts one failed message with a line in CloudWatch's embedded metric format, which needs no request. The line goes
 * directly to the standard output, because a Lambda with JSON logs wraps the output of `console`.
 */
export function countFailed(stage: string, now: Date): void {
  const { namespace, name, dimension } = MESSAGES_FAILED;
  const line = {
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: namespace,
          Dimensions: [[dimension]],
          Metrics: [{ Name: name, Unit: 'Count' }],
        },
      ],
    },
    [dimension]: stage,
    [name]: 1,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
