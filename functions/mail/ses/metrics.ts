/** The metric that counts messages given up for good; operations has an alarm on it. */
export const MESSAGES_FAILED = {
  namespace: 'Plenary',
  name: 'MessagesFailed',
  dimension: 'stage',
} as const;

/**
 * Counts one failed message: a line in CloudWatch's embedded metric format, which costs no request.
 * It goes to the output itself, as a Lambda that logs in JSON would wrap what `console` says.
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
