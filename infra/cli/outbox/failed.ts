import type { Command } from 'commander';
import { COMMAND_MS } from '../../../functions/domain/shared/time-budgets.ts';
import {
  type FailedNotice,
  failedNotices,
  type RequeueOutcome,
  requeueNotice,
} from '../../../functions/store/outbox/requeue.ts';
import { CommandError, UsageError } from '../command-error.ts';
import { prints, type StageOption } from '../command-line.ts';
import { openStore } from '../open-store.ts';

/** Adds the commands for messages that could not be sent. */
export function addFailedCommands(program: Command): void {
  program
    .command('failed')
    .description('show the messages that could not be sent, and why')
    .action(prints(({ stage }) => listFailed(stage)));
  program
    .command('requeue')
    .description(
      'put a message back into the queue, after you have removed the cause of its failure',
    )
    .argument('[id]', 'id of the message')
    .option('--error <name>', 'put back all messages that have failed with this error')
    .action(
      prints(
        ({ stage, error }: StageOption & { readonly error?: string }, id: string | undefined) => {
          if ((id === undefined) === (error === undefined))
            throw new UsageError(['Give the id of one message, or --error NAME: one of the two.']);
          return requeue(id === undefined ? { error: error ?? '' } : { id }, stage);
        },
      ),
    );
}

/** Lists the messages that have failed and why, the latest last. */
async function listFailed(stage: string | undefined): Promise<readonly string[]> {
  const failed: FailedNotice[] = [];
  for await (const one of failedNotices(await openStore(stage))) failed.push(one);
  if (failed.length === 0) return ['No message has failed.'];
  return failed
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    .map(({ id, meetingId, event, createdAt, lastError }) => {
      const why = lastError ? `${lastError.name}: ${lastError.message}` : 'not said';
      return `${id}, ${meetingId}, ${event.kind}, of ${createdAt} (${why})`;
    });
}

/**
 * Puts messages that have failed back into the queue.
 *
 * @param which the id of one message, or the name of the error with which all have failed.
 * @throws CommandError if one could not be put back.
 */
async function requeue(
  which: { readonly id: string } | { readonly error: string },
  stage: string | undefined,
): Promise<readonly string[]> {
  const store = await openStore(stage);
  const ids: string[] = [];
  if ('id' in which) ids.push(which.id);
  else
    for await (const { id, lastError } of failedNotices(store))
      if (lastError?.name === which.error) ids.push(id);
  if (ids.length === 0) return ['No message has failed with this error.'];
  const lines: string[] = [];
  let refused = false;
  for (const id of ids) {
    const outcome = await requeueNotice(store, id, new Date(), Date.now() + COMMAND_MS);
    refused ||= outcome !== 'queued';
    lines.push(`${id}: ${IN_WORDS[outcome]}`);
  }
  if (refused) throw new CommandError(lines);
  return lines;
}

const IN_WORDS: Readonly<Record<RequeueOutcome, string>> = {
  queued: 'back in the queue; it is sent within a minute or two',
  'not-there': 'there is no such message',
  'not-failed': 'it has not failed: it is on its way, or was sent',
};
