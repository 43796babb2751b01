import { parseArgs } from 'node:util';
import { requestList } from '../../functions/scheduler/request-list.ts';
import { getMeeting, listMeetings } from '../../functions/store/meeting.ts';
import { listRegistrations } from '../../functions/store/registration.ts';
import { readSeats } from '../../functions/store/seats.ts';
import { CommandError } from './command-error.ts';
import { applyMeetingFile } from './meeting-apply.ts';
import { openStore } from './meeting-store.ts';
import { meetingLines, meetingView, needsView } from './meeting-views.ts';

const USAGE = `Usage: npm run meeting -- COMMAND [--stage STAGE]

  apply FILE     create or change the meeting that FILE defines, and load its roster
  list           all meetings
  show ID        a meeting: its seats, and how many have registered
  send-list ID   send its organisers the list of participants now
  needs ID       who has stated dietary or accessibility needs, and which

Without --stage the service that "npm start" runs; with it that stage on AWS, with the credentials
and the region of the environment.`;

/** What a command is called, whether it names something, and what it does; it returns lines to print. */
const COMMANDS: Readonly<
  Record<
    string,
    {
      readonly takes?: string;
      readonly run: (subject: string, stage?: string) => Promise<readonly string[]>;
    }
  >
> = {
  apply: {
    takes: 'FILE',
    run: async (file, stage) => applyMeetingFile(await openStore(stage), file, new Date()),
  },
  list: {
    run: async (_, stage) => {
      const meetings = await listMeetings(await openStore(stage));
      if (meetings.length === 0) return ['There are no meetings.'];
      return meetingLines(
        meetings.map(({ meeting }) => meeting),
        new Date(),
      );
    },
  },
  show: {
    takes: 'ID',
    run: async (id, stage) => {
      const store = await openStore(stage);
      const { meeting } = (await getMeeting(store, id)) ?? noMeeting(id);
      const [seats, people] = await Promise.all([
        readSeats(store, id),
        listRegistrations(store, id),
      ]);
      return meetingView(meeting, seats, people, new Date());
    },
  },
  'send-list': {
    takes: 'ID',
    run: async (id, stage) => {
      const sent = (await requestList(await openStore(stage), id, new Date())) ?? noMeeting(id);
      return [
        `The list of ${id} is on its way to ${sent.length} organiser${sent.length === 1 ? '' : 's'}.`,
      ];
    },
  },
  needs: {
    takes: 'ID',
    run: async (id, stage) => {
      const store = await openStore(stage);
      if ((await getMeeting(store, id)) === undefined) noMeeting(id);
      const lines = needsView(await listRegistrations(store, id));
      return lines.length === 0 ? ['Nobody has stated a need.'] : lines;
    },
  },
};

function noMeeting(id: string): never {
  throw new CommandError([`There is no meeting ${id}.`]);
}

/** What was asked for, or `undefined` when it makes no sense. */
function parse(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { stage: { type: 'string' } },
      allowPositionals: true,
    });
    const [name = '', ...subjects] = positionals;
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined || subjects.length !== (command.takes ? 1 : 0)) return undefined;
    return { command, subject: subjects[0] ?? '', stage: values.stage };
  } catch {
    return undefined;
  }
}

const asked = parse(process.argv.slice(2));
if (asked === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    for (const line of await asked.command.run(asked.subject, asked.stage)) console.log(line);
  } catch (error) {
    // One line for each thing that is wrong; a stack is of no use to whoever runs a command.
    console.error(
      error instanceof CommandError
        ? error.message
        : `${(error as Error).name}: ${(error as Error).message}`,
    );
    process.exitCode = 1;
  }
}
