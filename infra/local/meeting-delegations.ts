import {
  type Delegated,
  delegationId,
  footingOf,
} from '../../functions/domain/delegation/delegation.ts';
import type { Invitation } from '../../functions/domain/delegation/delegation-request.ts';
import { noteFileOf } from '../../functions/domain/delegation/note-file.ts';
import { admits, type Meeting } from '../../functions/domain/meeting/meeting.ts';
import { getDelegation } from '../../functions/store/delegation/delegation.ts';
import {
  type InviteOutcome,
  inviteFocalPoint,
  rotateLink,
} from '../../functions/store/delegation/invite.ts';
import { noteAddress } from '../../functions/store/delegation/note-files.ts';
import { getMeeting } from '../../functions/store/meeting/meeting.ts';
import { CommandError } from './command-error.ts';
import { checkFocalPoint, readFocalPoints } from './focal-points-file.ts';
import { type Command, checkOngoing, noMeeting, type Options } from './meeting-command.ts';
import { movingOf, openStore } from './meeting-store.ts';

/** The commands that are about focal points and their links. */
export const DELEGATION_COMMANDS: Readonly<Record<string, Command>> = {
  invite: {
    takes: 'ID [FILE]',
    may: ['state', 'organisation', 'kind', 'name', 'email', 'language', 'again'],
    run: async (id, stage, { second: file, options }) => {
      const all = file === undefined ? [named(options)] : await listed(file, options);
      const store = await openStore(stage);
      const { meeting } = (await getMeeting(store, id)) ?? noMeeting(id);
      checkOngoing(meeting);
      checkAll(meeting, all);
      const lines = [];
      for (const one of all) {
        const { name, email, language } = one;
        const asked = {
          delegated: delegatedBy(one),
          focalPoint: { name, email, language },
          again: options.again ?? false,
        };
        lines.push(inWords(await inviteFocalPoint(store, meeting, asked, movingOf(store))));
      }
      return lines;
    },
  },
  'rotate-link': {
    takes: 'ID DELEGATION',
    run: async (id, stage, { second = '' }) => {
      const store = await openStore(stage);
      const { meeting } = (await getMeeting(store, id)) ?? noMeeting(id);
      const delegation = await rotateLink(store, meeting, second, movingOf(store));
      if (delegation === undefined)
        throw new CommandError([`No delegation ${second} of ${id} has a focal point.`]);
      const { email = 'nobody, whose address is kept,' } = delegation.focalPoint;
      return [`${second}: the old link has ceased; ${email} gets a new one.`];
    },
  },
  note: {
    takes: 'ID DELEGATION',
    run: async (id, stage, { second = '' }) => {
      const store = await openStore(stage);
      const { meeting } = (await getMeeting(store, id)) ?? noMeeting(id);
      const delegation = await getDelegation(store, id, second);
      const file = delegation && noteFileOf(delegation, meeting, new Date());
      if (store.notes === undefined || delegation === undefined || file === undefined)
        throw new CommandError([`No file of a note of ${second} is kept for ${id}.`]);
      const address = await noteAddress(store.notes, delegation, file.upload, NOTE_S);
      return [`${second}: good for ${NOTE_S / 60} minutes, and for whoever has it`, address];
    },
  },
};

/** For how many seconds an organiser's address of a note is good. */
const NOTE_S = 600;

/** Nobody is invited unless all can be. @throws CommandError */
function checkAll(meeting: Meeting, all: readonly Invitation[]): void {
  const ids = new Set<string>();
  const problems = all.flatMap((one) => {
    const delegated = delegatedBy(one);
    const name = 'state' in one ? one.state : one.organisation;
    const { category } = footingOf(meeting, delegated);
    const id = delegationId(delegated);
    const twice = ids.has(id) ? [`${name}: has two focal points here, and can have one`] : [];
    ids.add(id);
    const closed = admits(meeting, category) ? [] : [`${name}: ${category} is not admitted`];
    return [...twice, ...closed];
  });
  if (problems.length > 0) throw new CommandError(problems);
}

/** The focal points in a file; the options that name one make no sense beside it. */
async function listed(file: string, { again: _, ...options }: Options) {
  if (Object.keys(options).length > 0)
    throw new CommandError(['Name focal points in a file or by options, not both.']);
  return readFocalPoints(file);
}

function named({ state, organisation, kind, name, email, language }: Options): Invitation {
  const result = checkFocalPoint({
    state,
    organisation,
    organisationKind: kind,
    name,
    email,
    language,
  });
  if ('problems' in result)
    throw new CommandError(
      result.problems.map((problem) => `--${problem.replace('organisationKind', 'kind')}`),
    );
  return result.invitation;
}

function delegatedBy(one: Invitation): Delegated {
  if ('state' in one) return { representation: 'state', state: one.state };
  const { organisation, organisationKind } = one;
  return { representation: 'organisation', organisation, organisationKind };
}

const WORDS = {
  invited: 'is invited',
  forwarded: 'is invited in place of the former focal point, whose link has ceased',
  'sent-again': 'gets the link once more',
  unchanged: 'was invited before; nothing was sent (use --again to send the link once more)',
} as const satisfies Record<InviteOutcome['outcome'], string>;

function inWords({ outcome, delegation }: InviteOutcome): string {
  const { id, focalPoint } = delegation;
  const organisation = 'organisation' in delegation ? ` (${delegation.organisation})` : '';
  return `${id}${organisation}: ${focalPoint.name} <${focalPoint.email}> ${WORDS[outcome]}`;
}
