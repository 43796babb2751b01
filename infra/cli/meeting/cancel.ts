import type { Command } from 'commander';
import { cancelMeeting } from '../../../functions/store/meeting/cancel-meeting.ts';
import { countAudience, isAnnouncing } from '../../../functions/store/notifications/announce.ts';
import { CommandError } from '../command-error.ts';
import { prints, type StageOption } from '../command-line.ts';
import { openStore } from '../open-store.ts';
import { toldLine } from './apply.ts';
import { noMeeting, parseReason } from './checks.ts';

/** Adds the command that cancels a meeting. A second call changes nothing and sends nothing. */
export function addCancelCommand(program: Command): void {
  program
    .command('cancel')
    .description('cancel a meeting for good: everybody who takes part is told why')
    .argument('<meeting>', 'id of the meeting')
    .requiredOption('--reason <text>', 'why: people are told', parseReason)
    .action(
      prints(async ({ stage, reason }: StageOption & { readonly reason: string }, id: string) => {
        const store = await openStore(stage);
        const now = new Date();
        const result = await cancelMeeting(store, id, reason, now);
        if (result.outcome === 'none') return noMeeting(id);
        if (result.outcome === 'over')
          throw new CommandError([`${id} is over: it can no longer be cancelled.`]);
        const { stored, outcome } = result;
        const toTell = isAnnouncing(stored) ? await countAudience(store, id) : 0;
        const since = stored.meeting.cancelled?.at;
        return [
          outcome === 'already' ? `${id}: cancelled already, since ${since}` : `${id}: cancelled`,
          ...(toTell > 0 ? [`  ${toldLine(toTell)}`] : []),
        ];
      }),
    );
}
