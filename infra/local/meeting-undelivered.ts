import {
  type Delivery,
  type Suppression,
  suppressionOf,
  type Trouble,
  troubleOf,
} from '../../functions/domain/notifications/delivery.ts';
import { isLive } from '../../functions/domain/registration/registration.ts';
import { mailable } from '../../functions/domain/shared/email.ts';
import { listDelegations } from '../../functions/store/delegation/delegation.ts';
import { getMeeting } from '../../functions/store/meeting/meeting.ts';
import { readDeliveries } from '../../functions/store/outbox/delivery.ts';
import { liftSuppression } from '../../functions/store/outbox/lift-suppression.ts';
import { listRegistrations } from '../../functions/store/registration/registration.ts';
import { CommandError } from './command-error.ts';
import { type Command, noMeeting } from './meeting-command.ts';
import { movingOf, openStore } from './meeting-store.ts';

/** The commands that are about addresses that could not be reached. */
export const UNDELIVERED_COMMANDS: Readonly<Record<string, Command>> = {
  undelivered: {
    takes: 'ID',
    run: async (id, stage) => {
      const store = await openStore(stage);
      const { meeting } = (await getMeeting(store, id)) ?? noMeeting(id);
      const [registrations, delegations] = await Promise.all([
        listRegistrations(store, id),
        listDelegations(store, id),
      ]);
      const people = [
        ...registrations
          .filter(({ status }) => isLive(status))
          .map(({ reference, email }) => ({ who: reference, email })),
        ...delegations.map((one) => ({
          who: `focal point of ${'state' in one ? one.state : one.organisation}`,
          email: one.focalPoint.email,
        })),
        ...meeting.organisers.map(({ name, email }) => ({ who: `organiser ${name}`, email })),
      ];
      const deliveries = await readDeliveries(
        store,
        people.map(({ email }) => email),
      );
      const lines = people.flatMap(({ who, email }) => lineOf(who, deliveries(email)));
      return lines.length > 0 ? lines : ['Everybody could be reached, as far as is known.'];
    },
  },
  'lift-suppression': {
    takes: 'ADDRESS',
    may: ['reason'],
    run: async (typed, stage, { options: { reason = '' } }) => {
      const address = mailable(typed);
      if (address === undefined) throw new CommandError([`${typed} is not an e-mail address.`]);
      if (!/^[^@]{1,300}$/.test(reason.trim()))
        throw new CommandError(['--reason: say why, in 1 to 300 characters, without an address.']);
      const store = await openStore(stage);
      const lifted = await liftSuppression(store, address, reason.trim(), movingOf(store));
      return [
        lifted === undefined
          ? 'The address is not suppressed.'
          : `The address is written to again. It was not since ${lifted.since}: ${WHY[lifted.because]}.`,
        ...(lifted === undefined ? [] : [SENT_ANEW]),
        ...(stage === undefined ? [] : onListOfSes(address)),
      ];
    },
  },
};

const WHY = {
  'hard-bounce': 'a message came back for good',
  complaint: 'a message was reported as unwanted',
  'soft-bounces': 'messages were not accepted on several days',
  'account-list': 'SES has it on a suppression list of its own',
} as const satisfies Record<Suppression['because'], string>;

const SENT_ANEW =
  'What was not sent meanwhile is not sent by itself: participants ask for it on their private page, focal points get their link with "invite … --again", organisers the list with "send-list".';

/** What SES suppresses itself can be sent to again only when it is taken off that list too. */
const onListOfSes = (address: string): string[] => [
  'SES keeps a list of its own for the account. Where the address is on it, take it off as well:',
  `  aws sesv2 delete-suppressed-destination --email-address '${address.replaceAll("'", "'\\''")}'`,
];

/** What whoever looks after the meeting can do. */
const ADVICE = {
  returned: 'ask for another address, or lift-suppression if it is right after all',
  refused: 'nothing yet: it is written to again; ask for another address if this goes on',
  complained: 'ask whether it was a mistake, then lift-suppression; or for another address',
  rejected: 'have the message sent again; SES took it for harmful',
} as const satisfies Record<Trouble, string>;

function lineOf(who: string, delivery: Delivery): string[] {
  const found = troubleOf(delivery);
  if (found === undefined) return [];
  const { because } = suppressionOf(delivery) ?? {};
  const suppressed = because === undefined ? '' : ` (${WHY[because]}; suppressed)`;
  return [
    `${who}: ${found.trouble}${suppressed} since ${found.since}. To do: ${ADVICE[found.trouble]}.`,
  ];
}
