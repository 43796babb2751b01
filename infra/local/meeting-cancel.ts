import { reason as reasonOf } from '../../functions/domain/delegation/delegation-request.ts';
import { cancelMeeting } from '../../functions/store/meeting/cancel-meeting.ts';
import { countAudience, isAnnouncing } from '../../functions/store/notifications/announce.ts';
import { CommandError } from './command-error.ts';
import { toldLine } from './meeting-apply.ts';
import { type Command, noMeeting } from './meeting-command.ts';
import { openStore } from './meeting-store.ts';

/** The command that calls a meeting off. Giving it again changes nothing and writes to nobody again. */
export const cancelCommand: Command = {
  takes: 'ID',
  may: ['reason'],
  run: async (id, stage, { options }) => {
    const reason = reasonOf.safeParse(options.reason ?? '');
    if (!reason.success)
      throw new CommandError(['--reason: say why, in 1 to 500 characters: it is told.']);
    const store = await openStore(stage);
    const now = new Date();
    const result = await cancelMeeting(store, id, reason.data, now);
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
  },
};
