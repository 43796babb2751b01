import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Call, Place } from './protocol.ts';

/**
 * One execution environment of a function: loads the bundle that would be deployed, then answers one call after
 * another. Events and results travel as JSON, as they do on Lambda.
 */
const { entry, handler: exported, name, arn, memory } = workerData as Place;
const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread only');

type Handler = (event: unknown, context: object) => unknown;

const handler = await load();
port.postMessage({ kind: 'ready' } satisfies Answer);
port.on('message', (call: Call) => {
  answer(call).then((reply) => port.postMessage(reply));
});

async function load(): Promise<Handler> {
  const file = createRequire(import.meta.url).resolve(entry);
  const module = await import(pathToFileURL(file).href);
  const found = module[exported] ?? module.default?.[exported];
  if (typeof found !== 'function') throw new Error(`${name} exports no function "${exported}"`);
  return found;
}

async function answer({ event, requestId, deadline }: Call): Promise<Answer> {
  try {
    const result = await handler(JSON.parse(event), contextOf(requestId, deadline));
    return { kind: 'result', result: JSON.stringify(result) };
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    return { kind: 'error', name, message, stack: stack ?? message };
  }
}

/** What Lambda passes to a handler beside the event. */
function contextOf(awsRequestId: string, deadline: number) {
  return {
    awsRequestId,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: String(memory),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}
