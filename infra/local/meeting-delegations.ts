import { type Delegated, delegationId, footingOf } from '../../functions/domain/delegation.ts';
import type { Invitation } from '../../functions/domain/delegation-request.ts';
import { reason as reasonOf } from '../../functions/domain/delegation-request.ts';
import { admits, type Meeting } from '../../functions/domain/meeting.ts';
import type { Registration } from '../../functions/domain/registration.ts';
import { stateName } from '../../functions/language/states.ts';
import type { Moving } from '../../functions/store/change.ts';
import { delegationOf } from '../../functions/store/delegation.ts';
import { type InviteOutcome, inviteFocalPoint, rotateLink } from '../../functions/store/invite.ts';
import { getMeeting } from '../../functions/store/meeting.ts';
import { moveRegistration } from '../../functions/store/move.ts';
import { getRegistration, listRegistrations } from '../../functions/store/registration.ts';
import { CommandError } from './command-error.ts';
import { checkFocalPoint, readFocalPoints } from './focal-points-file.ts';
import { type Command, noMeeting, type Options } from './meeting-command.ts';
import { openStore, publicUrlOf } from './meeting-store.ts';

/** How long a command tries before it gives up. */
const PATIENCE_MS = 20_000;

/** The commands that are about delegations and about those who wait for an answer. */
export const DELEGATION_COMMANDS: Readonly<Record<string, Command>> = {
  invite: {
    takes: 'ID [FILE]',
    may: ['state', 'organisation', 'kind', 'name', 'email', 'language', 'again'],
    run: async (id, stage, { second: file, options }) => {
      const all = file === undefined ? [named(options)] : await listed(file, options);
      const store = await openStore(stage);
      const { meeting } = (await getMeeting(store, id)) ?? noMeeting(id);
      checkAll(meeting, all);
      const lines = [];
      for (const one of all) {
        const { name, email, language } = one;
        const asked = {
          delegated: delegatedBy(one),
          focalPoint: { name, email, language },
          again: options.again ?? false,
        };
        lines.push(inWords(await inviteFocalPoint(store, meeting, asked, await moving(stage))));
      }
      return lines;
    },
  },
  'rotate-link': {
    takes: 'ID DELEGATION',
    run: async (id, stage, { second = '' }) => {
      const store = await openStore(stage);
      const { meeting } = (await getMeeting(store, id)) ?? noMeeting(id);
      const delegation = await rotateLink(store, meeting, second, await moving(stage));
      if (delegation === undefined)
        throw new CommandError([`No delegation ${second} of ${id} has a focal point.`]);
      return [`${second}: the old link has ceased; ${delegation.focalPoint.email} gets a new one.`];
    },
  },
  pending: {
    takes: 'ID',
    run: async (id, stage) => {
      const store = await openStore(stage);
      if ((await getMeeting(store, id)) === undefined) noMeeting(id);
      const people = (await listRegistrations(store, id))
        .filter(({ status }) => status === 'pending')
        .sort((a, b) => (a.registeredAt < b.registeredAt ? -1 : 1));
      if (people.length === 0) return ['Nobody waits for an answer.'];
      return Promise.all(
        people.map(async (one) => {
          const focalPoint = (await delegationOf(store, one))?.focalPoint.email;
          return [
            one.reference,
            nameOf(one),
            one.email,
            one.state === undefined ? one.organisation : stateName(one.state, 'en'),
            `since ${one.registeredAt}`,
            focalPoint === undefined ? 'no focal point' : `focal point ${focalPoint}`,
          ]
            .filter(Boolean)
            .join(', ');
        }),
      );
    },
  },
  approve: {
    takes: 'REFERENCE',
    run: (reference, stage) => decide(reference, stage, { move: 'approve', by: 'organiser' }),
  },
  decline: {
    takes: 'REFERENCE',
    may: ['reason'],
    run: (reference, stage, { options }) => {
      const reason = reasonOf.safeParse(options.reason ?? '');
      if (!reason.success)
        throw new CommandError(['--reason: say why, in 1 to 500 characters: it is told.']);
      return decide(reference, stage, { move: 'decline', by: 'organiser', reason: reason.data });
    },
  },
};

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

async function decide(
  reference: string,
  stage: string | undefined,
  command: Parameters<typeof moveRegistration>[3],
): Promise<readonly string[]> {
  const store = await openStore(stage);
  const seen = await getRegistration(store, reference);
  const stored = seen && (await getMeeting(store, seen.meetingId));
  if (seen === undefined || stored === undefined)
    throw new CommandError([`There is no registration ${reference}.`]);
  const outcome = await moveRegistration(store, stored, seen, command, await moving(stage));
  if (outcome.outcome === 'moved')
    return [`${seen.reference}, ${nameOf(seen)}: ${outcome.registration.status}`];
  const now = (await getRegistration(store, reference)) ?? seen;
  throw new CommandError([
    outcome.reason === 'meeting-over'
      ? `${seen.reference}: the meeting is over.`
      : `${seen.reference} is ${now.status}: it does not wait for an answer.`,
  ]);
}

async function moving(stage: string | undefined): Promise<Moving> {
  const publicUrl = await publicUrlOf(stage);
  return { publicUrl, now: new Date(), deadline: Date.now() + PATIENCE_MS };
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
  'handed-on': 'is invited in place of the former focal point, whose link has ceased',
  'sent-again': 'gets the link once more',
  unchanged: 'was invited before; nothing was sent (use --again to send the link once more)',
} as const satisfies Record<InviteOutcome['outcome'], string>;

function inWords({ outcome, delegation }: InviteOutcome): string {
  const { id, focalPoint } = delegation;
  const organisation = 'organisation' in delegation ? ` (${delegation.organisation})` : '';
  return `${id}${organisation}: ${focalPoint.name} <${focalPoint.email}> ${WORDS[outcome]}`;
}

const nameOf = ({ givenName, familyName }: Registration) =>
  [givenName, familyName].filter(Boolean).join(' ');
