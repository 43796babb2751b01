import { reason as reasonOf } from '../../functions/domain/delegation/delegation-request.ts';
import { fullName } from '../../functions/domain/registration/name.ts';
import type { Registration } from '../../functions/domain/registration/registration.ts';
import { stateName } from '../../functions/language/states.ts';
import { delegationOf } from '../../functions/store/delegation/delegation.ts';
import { getMeeting } from '../../functions/store/meeting/meeting.ts';
import {
  getRegistration,
  listRegistrations,
} from '../../functions/store/registration/registration.ts';
import { moveRegistration } from '../../functions/store/registration/transition.ts';
import { CommandError } from './command-error.ts';
import { type Command, noMeeting } from './meeting-command.ts';
import { movingOf, openStore } from './meeting-store.ts';

/** The commands with which an organiser answers in place of a focal point. */
export const ANSWER_COMMANDS: Readonly<Record<string, Command>> = {
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
        throw new CommandError([
          reason.error.issues[0]?.message === 'link'
            ? '--reason: it goes into a mail. Leave out web and e-mail addresses, and put a space after every full stop.'
            : '--reason: say why, in 1 to 500 characters: it is told.',
        ]);
      return decide(reference, stage, { move: 'decline', by: 'organiser', reason: reason.data });
    },
  },
};

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
  const outcome = await moveRegistration(store, stored, seen, command, movingOf(store));
  if (outcome.outcome === 'moved')
    return [`${seen.reference}, ${nameOf(seen)}: ${outcome.registration.status}`];
  const now = (await getRegistration(store, reference)) ?? seen;
  throw new CommandError([
    outcome.reason === 'meeting-over'
      ? `${seen.reference}: the meeting is over.`
      : outcome.reason === 'meeting-cancelled'
        ? `${seen.reference}: the meeting is cancelled.`
        : `${seen.reference} is ${now.status}: it does not wait for an answer.`,
  ]);
}

const nameOf = ({ givenName, familyName }: Registration) => fullName({ givenName, familyName });
