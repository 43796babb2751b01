import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { type Host, shortName } from '../lambda/host.ts';
import type { StreamDefinition } from '../template/definitions.ts';
import type { Terminal } from '../terminal.ts';
import { startStream } from './stream.ts';

/**
 * Starts all streams. Records that fail too often are kept in a file, as they are in a queue on AWS.
 *
 * @param folder of the local service
 * @returns what ends them
 */
export function startStreams(
  client: DynamoDBStreamsClient,
  definitions: readonly StreamDefinition[],
  invoke: Host['invoke'],
  folder: string,
  terminal: Terminal,
): () => void {
  const file = join(folder, 'failures.jsonl');
  const stops = definitions.map((definition) =>
    startStream(client, definition, {
      invoke: (event) => invoke(definition.function, event),
      giveUp: (records) => {
        appendFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
        const name = shortName(definition.function);
        terminal.line(
          'error',
          `${name} failed too often: ${records.length} records are in ${file}`,
        );
      },
      interrupted: (error) => terminal.line('error', `The stream was interrupted: ${error}`),
    }),
  );
  return () => {
    for (const stop of stops) stop();
  };
}
