import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** A request as a test describes it. */
export type HttpRequest = {
  readonly method: string;
  readonly path: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly sourceIp?: string;
};

/**
 * The event that API Gateway sends to a function of the route `$default`, in payload format 2.0:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function httpEvent(request: HttpRequest): APIGatewayProxyEventV2 {
  const { method, path, headers = {}, body = '', sourceIp = '127.0.0.1' } = request;
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    headers: { host: 'plenary.example', ...headers },
    requestContext: {
      accountId: 'anonymous',
      apiId: 'test',
      domainName: 'plenary.example',
      domainPrefix: 'plenary',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp, userAgent: '' },
      requestId: 'test',
      routeKey: '$default',
      stage: '$default',
      time: '04/Mar/2026:05:06:07 +0000',
      timeEpoch: Date.parse('2026-03-04T05:06:07Z'),
    },
    ...(body !== '' && { body }),
    isBase64Encoded: false,
  };
}
