import type { Command } from 'commander';
import { fullName } from '../../../functions/domain/registration/name.ts';
import type { Registration } from '../../../functions/domain/registration/registration.ts';
import { stateName } from '../../../functions/language/states.ts';
import { delegationOf } from '../../../functions/store/delegation/delegation.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import {
  getRegistration,
  listRegistrations,
} from '../../../functions/store/registration/registration.ts';
import { transitionRegistration } from '../../../functions/store/registration/transition.ts';
import { CommandError } from '../command-error.ts';
import { prints, type StageOption } from '../command-line.ts';
import { movingOf, type Opened, openStore } from '../open-store.ts';
import { noMeeting, parseReason } from './checks.ts';

/** Adds the commands with which an organiser decides for a focal point. */
export function addDecisionCommands(program: Command): void {
  program
    .command('pending')
    .description('show who waits for a decision, and who can make it')
    .argument('<meeting>', 'id of the meeting')
    .action(
      prints(async ({ stage }, id: string) => {
        const store = await openStore(stage);
        if ((await getMeeting(store, id)) === undefined) noMeeting(id);
        const people = (await listRegistrations(store, id))
          .filter(({ status }) => status === 'pending')
          .sort((a, b) => (a.registeredAt < b.registeredAt ? -1 : 1));
        if (people.length === 0) return ['Nobody waits for an answer.'];
        return Promise.all(people.map((one) => pendingLine(store, one)));
      }),
    );
  program
    .command('approve')
    .description('approve a registration in place of the focal point')
    .argument('<reference>', 'reference of the registration')
    .action(
      prints(({ stage }, reference: string) =>
        decide(reference, stage, { move: 'approve', by: 'organiser' }),
      ),
    );
  program
    .command('decline')
    .description('decline a registration in place of the focal point')
    .argument('<reference>', 'reference of the registration')
    .requiredOption('--reason <text>', 'why: the person is told', parseReason)
    .action(
      prints(({ stage, reason }: StageOption & { readonly reason: string }, reference: string) =>
        decide(reference, stage, { move: 'decline', by: 'organiser', reason }),
      ),
    );
}

async function pendingLine(store: Opened, one: Registration): Promise<string> {
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
}

async function decide(
  reference: string,
  stage: string | undefined,
  command: Parameters<typeof transitionRegistration>[3],
): Promise<readonly string[]> {
  const store = await openStore(stage);
  const seen = await getRegistration(store, reference);
  const stored = seen && (await getMeeting(store, seen.meetingId));
  if (seen === undefined || stored === undefined)
    throw new CommandError([`There is no registration ${reference}.`]);
  const outcome = await transitionRegistration(store, stored, seen, command, movingOf());
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
