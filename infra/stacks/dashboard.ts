import { Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Stage } from '../settings.ts';
import type { ServiceStack } from './service.ts';

/** Creates the dashboard of operations: requests, functions, mail. */
export function dashboard(
  scope: Construct,
  { stage }: Stage,
  parts: { service: ServiceStack; failed: IMetric; serverErrors: IMetric },
): Dashboard {
  const { service, failed, serverErrors } = parts;
  const { api } = service.api;
  const functions = service.watched;
  const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
    new GraphWidget({ title, left, right, width: 12 });
  return new Dashboard(scope, 'Dashboard', {
    dashboardName: `Plenary-${stage}`,
    widgets: [
      [
        graph('Requests', [api.metricCount(), api.metricClientError(), serverErrors]),
        graph('Latency of requests (ms)', [
          api.metricLatency({ statistic: 'p50' }),
          api.metricLatency({ statistic: 'p99' }),
        ]),
      ],
      [
        graph(
          'Errors of functions',
          functions.map(({ fn }) => fn.metricErrors()),
        ),
        graph(
          'Runs and duration (ms)',
          functions.map(({ fn }) => fn.metricInvocations()),
          [...functions.map(({ fn }) => fn.metricDuration({ statistic: 'p99' }))],
        ),
      ],
      [
        graph('Messages that failed', [failed]),
        graph(
          'Failure queues',
          functions.flatMap(({ failures }) =>
            failures ? [failures.metricApproximateNumberOfMessagesVisible()] : [],
          ),
        ),
      ],
    ],
  });
}
