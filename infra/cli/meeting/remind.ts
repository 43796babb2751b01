import type { Command } from 'commander';
import { registrationWindow } from '../../../functions/domain/meeting/meeting.ts';
import {
  type Requested,
  requestReminders,
} from '../../../functions/scheduler/request-reminders.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { CommandError } from '../command-error.ts';
import { prints, type StageOption } from '../command-line.ts';
import { movingOf, openStore } from '../open-store.ts';
import { checkOngoing, noMeeting } from './checks.ts';

/** Adds the command that reminds focal points of delegations for which nobody is registered. */
export function addRemindCommand(program: Command): void {
  program
    .command('remind')
    .description(
      'remind the focal points whose delegation has nobody registered, at most once an hour',
    )
    .argument('<meeting>', 'id of the meeting')
    .option('--dry-run', 'only count them: send nothing')
    .action(
      prints(
        async (
          { stage, dryRun = false }: StageOption & { readonly dryRun?: boolean },
          id: string,
        ) => {
          const store = await openStore(stage);
          const { meeting } = (await getMeeting(store, id)) ?? noMeeting(id);
          checkOngoing(meeting);
          const moving = movingOf();
          if (registrationWindow(meeting, moving.now) !== 'open') {
            const { opensOn, closesOn } = meeting.registration;
            throw new CommandError([
              `Registration of ${id} is open from ${opensOn} to ${closesOn}: nobody can be nominated now.`,
            ]);
          }
          return inWords(await requestReminders(store, meeting, moving, dryRun), dryRun);
        },
      ),
    );
}

const WHY_NOT = [
  ['existing', 'have it since less than an hour ago'],
  ['has-somebody', 'have somebody registered or nominated'],
  ['stopped', 'want no reminders'],
  ['invited-lately', 'were invited less than a day ago'],
  ['not-possible', 'cannot nominate'],
  ['changed', 'have just changed: give the command again'],
] as const satisfies readonly (readonly [keyof Requested['counts'], string])[];

function inWords({ counts, askedAt }: Requested, dryRun: boolean): string[] {
  const { queued = 0 } = counts;
  const others = WHY_NOT.flatMap(([why, words]) =>
    counts[why] === undefined ? [] : [`  ${counts[why]} ${words}`],
  );
  return [
    dryRun
      ? `Focal points who would be reminded: ${queued}. Nothing was sent.`
      : `Focal points reminded: ${queued}.${queued === 0 && counts.existing ? ` Reminders were sent at ${askedAt}, and are once an hour at most.` : ''}`,
    ...(others.length > 0 ? ['Not reminded:', ...others] : []),
  ];
}
