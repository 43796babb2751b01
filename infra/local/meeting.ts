import { parseArgs } from 'node:util';
import { requestList } from '../../functions/scheduler/request-list.ts';
import { getMeeting, listMeetings } from '../../functions/store/meeting/meeting.ts';
import { listRegistrations } from '../../functions/store/registration/registration.ts';
import { listVault } from '../../functions/store/registration/sensitive-data.ts';
import { readSeats } from '../../functions/store/seats/seats.ts';
import { runCommand } from './command-line.ts';
import { ANSWER_COMMANDS } from './meeting-answers.ts';
import { applyMeetingFile } from './meeting-apply.ts';
import { cancelCommand } from './meeting-cancel.ts';
import { CODE_COMMANDS } from './meeting-codes.ts';
import { type Command, noMeeting, OPTIONS, type Options } from './meeting-command.ts';
import { DELEGATION_COMMANDS } from './meeting-delegations.ts';
import { duplicatesView } from './meeting-duplicates.ts';
import { REMIND_COMMANDS } from './meeting-remind.ts';
import { openStore } from './meeting-store.ts';
import { TEXT_COMMANDS, unwrittenLines } from './meeting-texts.ts';
import { UNDELIVERED_COMMANDS } from './meeting-undelivered.ts';
import { meetingLines, meetingView, sensitiveView } from './meeting-views.ts';

const USAGE = `Usage: npm run meeting -- COMMAND [--stage STAGE]

  apply FILE     create or change the meeting that FILE defines, and load its roster
  cancel ID --reason TEXT
                 call a meeting off, for good: everybody who takes part is told why
  list           all meetings
  show ID        a meeting: its seats, and how many have registered
  send-list ID   send its organisers the list of participants now
  needs ID       who has stated dietary, accessibility or other needs, and which
  papers ID      who has given details of a passport or for a visa, and which

  invite ID FILE             send the focal points in FILE (JSON or CSV) the link of their delegation
  invite ID --state KH --name NAME --email ADDRESS [--language en]
  invite ID --organisation NAME --kind ngo --name NAME --email ADDRESS
                             the same for one; whoever has the link gets it anew only with --again
  remind ID [--dry-run]      remind focal points of whose delegation nobody is registered, once an hour at most
  rotate-link ID DELEGATION  a new link for a delegation (KH); the old one ceases at once
  note ID DELEGATION         the address of the note of nomination that it has sent, good for minutes
  pending ID                 who waits for an answer, and whose it is to give
  approve REFERENCE          say yes in place of a focal point
  decline REFERENCE --reason TEXT

  make-code ID --label WHO [--category guest] [--state KH] [--organisation NAME] [--uses 1] [--until DAY]
                             a code that lets people register by invitation: it is shown this once
  codes ID                   all codes, and how often each was used
  revoke-code ID HINT        end the code that ends in these four characters
  duplicates ID              who may be registered more than once
  undelivered ID             whose address could not be reached, since when, and what to do
  lift-suppression ADDRESS --reason TEXT
                             write again to an address that is not written to any more

  texts [KEY]    the texts that a meeting's file may word itself under "texts"

Without --stage the service that "npm start" runs; with it that stage on AWS, with the credentials
and the region of the environment.`;

/** What a command is called, what it names, and what it does. */
const COMMANDS: Readonly<Record<string, Command>> = {
  apply: {
    takes: 'FILE',
    run: async (file, stage) =>
      applyMeetingFile(await openStore(stage), file, new Date(), { dates: stage !== undefined }),
  },
  cancel: cancelCommand,
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
      return [...meetingView(meeting, seats, people, new Date()), ...unwrittenLines(meeting)];
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
    run: (id, stage) => sensitive(id, stage, 'needs', 'Nobody has stated a need.'),
  },
  papers: {
    takes: 'ID',
    run: (id, stage) => sensitive(id, stage, 'papers', 'Nobody has given details of papers.'),
  },
  duplicates: {
    takes: 'ID',
    run: async (id, stage) => {
      const store = await openStore(stage);
      if ((await getMeeting(store, id)) === undefined) noMeeting(id);
      const lines = duplicatesView(await listRegistrations(store, id));
      return lines.length === 0 ? ['Nobody seems to be registered more than once.'] : lines;
    },
  },
  ...CODE_COMMANDS,
  ...DELEGATION_COMMANDS,
  ...ANSWER_COMMANDS,
  ...REMIND_COMMANDS,
  ...TEXT_COMMANDS,
  ...UNDELIVERED_COMMANDS,
};

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

/** What was asked for, or `undefined` when it makes no sense. */
function parse(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: OPTIONS,
      allowPositionals: true,
    });
    const [name = '', ...subjects] = positionals;
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) {
      if (name !== '') console.error(`There is no command "${name}".\n`);
      return undefined;
    }
    const { takes = '', may = [] } = command;
    // A word in brackets may be left out.
    const words = takes.split(' ').filter((word) => word !== '');
    const fewest = words.filter((word) => !word.startsWith('[')).length;
    if (subjects.length < fewest || subjects.length > words.length) return undefined;
    const { stage, ...options } = values;
    if (Object.keys(options).some((option) => !may.includes(option as keyof Options)))
      return undefined;
    const [subject = '', second] = subjects;
    return { command, subject, stage, more: { second, options } };
  } catch {
    return undefined;
  }
}

const asked = parse(process.argv.slice(2));
await runCommand(USAGE, asked && (() => asked.command.run(asked.subject, asked.stage, asked.more)));
