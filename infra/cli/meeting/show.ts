import type { Command } from 'commander';
import { requestList } from '../../../functions/scheduler/send-list.ts';
import { getMeeting, listMeetings } from '../../../functions/store/meeting/meeting.ts';
import { listRegistrations } from '../../../functions/store/registration/registration.ts';
import { listVault } from '../../../functions/store/registration/sensitive-data.ts';
import { readSeats } from '../../../functions/store/seats/seats.ts';
import { prints } from '../command-line.ts';
import { openStore } from '../open-store.ts';
import { noMeeting } from './checks.ts';
import { unwrittenLines } from './texts.ts';
import { duplicatesView, meetingLines, meetingView, sensitiveView } from './views.ts';

/** Adds the commands that show meetings and the people who take part. They change nothing. */
export function addShowCommands(program: Command): void {
  program
    .command('list')
    .description('show all meetings')
    .action(
      prints(async ({ stage }) => {
        const meetings = await listMeetings(await openStore(stage));
        if (meetings.length === 0) return ['There are no meetings.'];
        return meetingLines(
          meetings.map(({ meeting }) => meeting),
          new Date(),
        );
      }),
    );
  program
    .command('show')
    .description('show a meeting: its seats, and how many people have registered')
    .argument('<meeting>', 'id of the meeting')
    .action(
      prints(async ({ stage }, id: string) => {
        const store = await openStore(stage);
        const { meeting } = (await getMeeting(store, id)) ?? noMeeting(id);
        const [seats, people] = await Promise.all([
          readSeats(store, id),
          listRegistrations(store, id),
        ]);
        return [...meetingView(meeting, seats, people, new Date()), ...unwrittenLines(meeting)];
      }),
    );
  program
    .command('send-list')
    .description('send the organisers the list of participants now')
    .argument('<meeting>', 'id of the meeting')
    .action(
      prints(async ({ stage }, id: string) => {
        const sent = (await requestList(await openStore(stage), id, new Date())) ?? noMeeting(id);
        return [
          `The list of ${id} is on its way to ${sent.length} organiser${sent.length === 1 ? '' : 's'}.`,
        ];
      }),
    );
  program
    .command('needs')
    .description('show who has stated dietary, accessibility or other needs, and which')
    .argument('<meeting>', 'id of the meeting')
    .action(
      prints(({ stage }, id: string) => sensitive(id, stage, 'needs', 'Nobody has stated a need.')),
    );
  program
    .command('papers')
    .description('show who has given details of a passport or for a visa, and which')
    .argument('<meeting>', 'id of the meeting')
    .action(
      prints(({ stage }, id: string) =>
        sensitive(id, stage, 'papers', 'Nobody has given details of papers.'),
      ),
    );
  program
    .command('duplicates')
    .description('show people who may be registered more than once')
    .argument('<meeting>', 'id of the meeting')
    .action(
      prints(async ({ stage }, id: string) => {
        const store = await openStore(stage);
        if ((await getMeeting(store, id)) === undefined) noMeeting(id);
        const lines = duplicatesView(await listRegistrations(store, id));
        return lines.length === 0 ? ['Nobody seems to be registered more than once.'] : lines;
      }),
    );
}

async function sensitive(
  id: string,
  stage: string | undefined,
  what: 'needs' | 'papers',
  none: string,
): Promise<readonly string[]> {
  const store = await openStore(stage);
  const { meeting } = (await getMeeting(store, id)) ?? noMeeting(id);
  const [people, kept] = await Promise.all([
    listRegistrations(store, id),
    listVault(store, id, new Date()),
  ]);
  const lines = sensitiveView(meeting, people, kept, what);
  return lines.length === 0 ? [none] : lines;
}
