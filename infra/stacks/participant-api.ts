import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ROUTES } from '../../functions/participant/routes.ts';
import type { Stage } from '../settings.ts';
import { acknowledge } from './acknowledge.ts';

/**
 * The fields of the access log. It has the route and never the path, which contains the secrets of private links; and
 * nothing about the client.
 */
const LOGGED = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  responseLength: '$context.responseLength',
  latency: '$context.responseLatency',
  integrationStatus: '$context.integrationStatus',
  integrationLatency: '$context.integrationLatency',
  integrationRequestId: '$context.integration.requestId',
  errorType: '$context.error.responseType',
};

/** The HTTP API for participants. Routes are added when there is a function for them. */
export class ParticipantApi extends Construct {
  readonly api: HttpApi;
  /** Without a slash at the end. */
  readonly endpoint: string;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      description: `Plenary ${stage.stage}: registration and private pages`,
      createDefaultStage: false,
    });
    this.endpoint = this.api.apiEndpoint;
    const log = new LogGroup(this, 'AccessLog', {
      // A log group with this prefix uses no part of the account's log policy, which is limited in size.
      logGroupName: `/aws/vendedlogs/plenary/${stage.stage}/api`,
      retention: stage.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: stage.throttle.ratePerSecond, burstLimit: stage.throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
      },
    });
    acknowledge(
      this,
      'AwsSolutions-APIG4',
      'Anybody may register; private pages are opened by the secret in their link.',
    );
  }

  /** Creates a route for each entry of `ROUTES`, so that the access log distinguishes them. */
  serve(fn: IFunction): void {
    const integration = new HttpLambdaIntegration('Participant', fn, {
      scopePermissionToRoute: false,
    });
    for (const route of ROUTES) {
      new HttpRoute(this, route, { httpApi: this.api, routeKey: routeKey(route), integration });
    }
  }
}

function routeKey(route: (typeof ROUTES)[number]): HttpRouteKey {
  if (route === '$default') return HttpRouteKey.DEFAULT;
  const [method, path] = route.split(' ') as ['GET' | 'POST' | 'PATCH', string];
  return HttpRouteKey.with(path, HttpMethod[method]);
}
