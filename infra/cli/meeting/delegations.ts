import { type Command, Option } from 'commander';
import {
  categoryOfDelegation,
  type Delegated,
  delegationId,
} from '../../../functions/domain/delegation/delegation.ts';
import type { Invitation } from '../../../functions/domain/delegation/delegation-request.ts';
import { noteFileOf } from '../../../functions/domain/delegation/note-file.ts';
import { ORGANISATION_KINDS } from '../../../functions/domain/eligibility/category.ts';
import { admits, type Meeting } from '../../../functions/domain/meeting/meeting.ts';
import { UN_LANGUAGES } from '../../../functions/domain/shared/languages.ts';
import { getDelegation } from '../../../functions/store/delegation/delegation.ts';
import {
  type InviteOutcome,
  inviteFocalPoint,
  rotateLink,
} from '../../../functions/store/delegation/invite.ts';
import { noteAddress } from '../../../functions/store/delegation/note-files.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { CommandError, UsageError } from '../command-error.ts';
import { prints, type StageOption } from '../command-line.ts';
import { movingOf, openStore } from '../open-store.ts';
import { checkOngoing, noMeeting } from './checks.ts';
import { checkFocalPoint, readFocalPoints } from './focal-points-file.ts';

type Named = {
  readonly state?: string;
  readonly organisation?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly email?: string;
  readonly language?: string;
};

/** Adds the commands for focal points, their links and their notes of nomination. */
export function addDelegationCommands(program: Command): void {
  program
    .command('invite')
    .description(
      'send focal points the link of their delegation: those in a file, or one who is named by options',
    )
    .argument('<meeting>', 'id of the meeting')
    .argument('[file]', 'the focal points as a JSON or CSV file')
    .option('--state <code>', 'the State of the delegation, e.g. KH')
    .option('--organisation <name>', 'or the organisation of the delegation')
    .addOption(
      new Option('--kind <kind>', 'the kind of the organisation').choices(ORGANISATION_KINDS),
    )
    .option('--name <name>', 'name of the focal point')
    .option('--email <address>', 'address of the focal point')
    .addOption(new Option('--language <code>', 'language of the focal point').choices(UN_LANGUAGES))
    .option('--again', 'send the link once more to a focal point who has it already')
    .action(
      prints(
        async (
          { stage, again = false, ...named }: StageOption & Named & { readonly again?: boolean },
          id: string,
          file: string | undefined,
        ) => {
          const all = file === undefined ? [invitationOf(named)] : await listed(file, named);
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
              again,
            };
            lines.push(inWords(await inviteFocalPoint(store, meeting, asked, movingOf())));
          }
          return lines;
        },
      ),
    );
  program
    .command('rotate-link')
    .description('send a new link for a delegation; the old one stops working at once')
    .argument('<meeting>', 'id of the meeting')
    .argument('<delegation>', 'id of the delegation, e.g. KH')
    .action(
      prints(async ({ stage }, id: string, which: string) => {
        const store = await openStore(stage);
        const { meeting } = (await getMeeting(store, id)) ?? noMeeting(id);
        const delegation = await rotateLink(store, meeting, which, movingOf());
        if (delegation === undefined)
          throw new CommandError([`No delegation ${which} of ${id} has a focal point.`]);
        const { email = 'nobody, whose address is kept,' } = delegation.focalPoint;
        return [`${which}: the old link has ceased; ${email} gets a new one.`];
      }),
    );
  program
    .command('note')
    .description('show the address of the note of nomination that a delegation has sent')
    .argument('<meeting>', 'id of the meeting')
    .argument('<delegation>', 'id of the delegation, e.g. KH')
    .action(
      prints(async ({ stage }, id: string, which: string) => {
        const store = await openStore(stage);
        const { meeting } = (await getMeeting(store, id)) ?? noMeeting(id);
        const delegation = await getDelegation(store, id, which);
        const file = delegation && noteFileOf(delegation, meeting, new Date());
        if (store.notes === undefined || delegation === undefined || file === undefined)
          throw new CommandError([`No file of a note of ${which} is kept for ${id}.`]);
        const address = await noteAddress(store.notes, delegation, file.upload, NOTE_S);
        return [`${which}: good for ${NOTE_S / 60} minutes, and for everybody who has it`, address];
      }),
    );
}

/** How long the address of a note for an organiser works, in seconds. */
const NOTE_S = 600;

/**
 * Checks that all focal points can be invited. If one cannot, nobody is.
 * @throws CommandError with one line for each of them.
 */
function checkAll(meeting: Meeting, all: readonly Invitation[]): void {
  const ids = new Set<string>();
  const problems = all.flatMap((one) => {
    const delegated = delegatedBy(one);
    const name = 'state' in one ? one.state : one.organisation;
    const { category } = categoryOfDelegation(meeting, delegated);
    const id = delegationId(delegated);
    const twice = ids.has(id) ? [`${name}: has two focal points here, and can have one`] : [];
    ids.add(id);
    const closed = admits(meeting, category) ? [] : [`${name}: ${category} is not admitted`];
    return [...twice, ...closed];
  });
  if (problems.length > 0) throw new CommandError(problems);
}

/** Reads the focal points in a file. Options that name a focal point cannot be given with it. */
async function listed(file: string, named: Named): Promise<readonly Invitation[]> {
  if (Object.keys(named).length > 0)
    throw new UsageError(['Name focal points in a file or by options, not both.']);
  return readFocalPoints(file);
}

/**
 * Reads a focal point from the options.
 * @throws UsageError with one line for each option that is missing or wrong.
 */
function invitationOf({ kind, ...named }: Named): Invitation {
  const result = checkFocalPoint({ ...named, organisationKind: kind });
  if ('problems' in result)
    throw new UsageError(
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
