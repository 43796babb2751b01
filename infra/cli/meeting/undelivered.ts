import type { Command } from 'commander';
import * as z from 'zod';
import {
  type Delivery,
  type Suppression,
  suppressionOf,
  type Trouble,
  troubleOf,
} from '../../../functions/domain/notifications/delivery.ts';
import { isLive } from '../../../functions/domain/registration/registration.ts';
import { mailable } from '../../../functions/domain/shared/email.ts';
import { listDelegations } from '../../../functions/store/delegation/delegation.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { readDeliveries } from '../../../functions/store/outbox/delivery.ts';
import { liftSuppression } from '../../../functions/store/outbox/lift-suppression.ts';
import { listRegistrations } from '../../../functions/store/registration/registration.ts';
import { parsedBy, prints, type StageOption } from '../command-line.ts';
import { movingOf, openStore } from '../open-store.ts';
import { noMeeting } from './checks.ts';

/** Adds the commands for addresses that could not be reached. */
export function addUndeliveredCommands(program: Command): void {
  program
    .command('undelivered')
    .description('show whose address could not be reached, since when, and what to do')
    .argument('<meeting>', 'id of the meeting')
    .action(
      prints(async ({ stage }, id: string) => {
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
      }),
    );
  program
    .command('lift-suppression')
    .description('send mail again to an address that gets no more mail')
    .argument('<address>', 'the address', parseAddress)
    .requiredOption('--reason <text>', 'why, for the audit log', parseAuditReason)
    .action(
      prints(
        async ({ stage, reason }: StageOption & { readonly reason: string }, address: string) => {
          const store = await openStore(stage);
          const lifted = await liftSuppression(store, address, reason, movingOf());
          return [
            lifted === undefined
              ? 'The address is not suppressed.'
              : `The address is written to again. It was not since ${lifted.since}: ${WHY[lifted.because]}.`,
            ...(lifted === undefined ? [] : [NOT_SENT_AGAIN]),
            ...(stage === undefined ? [] : onListOfSes(address)),
          ];
        },
      ),
    );
}

const parseAddress = parsedBy(
  z.string().transform((typed, context) => {
    const address = mailable(typed);
    if (address !== undefined) return address;
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  }),
  () => 'It is not an e-mail address.',
);
/** The audit log names no person, so a reason must not contain an address. */
const parseAuditReason = parsedBy(
  z
    .string()
    .trim()
    .regex(/^[^@]{1,300}$/),
  () => 'Say why, in 1 to 300 characters, without an address.',
);

const WHY = {
  'hard-bounce': 'a message came back for good',
  complaint: 'a message was reported as unwanted',
  'soft-bounces': 'messages were not accepted on several days',
  'account-list': 'SES has it on a suppression list of its own',
} as const satisfies Record<Suppression['because'], string>;

const NOT_SENT_AGAIN =
  'Messages that were not sent in between stay unsent: participants ask for theirs on their private page, focal points get their link with "invite … --again", organisers get the list with "send-list".';

/** An address that SES itself suppresses must also be removed from the list of SES. */
const onListOfSes = (address: string): string[] => [
  'SES keeps a list of its own for the account. Where the address is on it, take it off as well:',
  `  aws sesv2 delete-suppressed-destination --email-address '${address.replaceAll("'", "'\\''")}'`,
];

/** What an organiser can do. */
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
