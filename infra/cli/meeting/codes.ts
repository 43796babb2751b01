import { type Command, Option } from 'commander';
import * as z from 'zod';
import { CATEGORIES, type Category } from '../../../functions/domain/eligibility/category.ts';
import { delegationKey } from '../../../functions/domain/eligibility/delegation-key.ts';
import { STATE_CODES } from '../../../functions/domain/eligibility/states.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import {
  createCode,
  listCodes,
  revokeCode,
  type StoredCode,
} from '../../../functions/store/registration/codes.ts';
import { CommandError } from '../command-error.ts';
import { parsedBy, prints, type StageOption } from '../command-line.ts';
import { openStore } from '../open-store.ts';
import { checkOngoing, noMeeting } from './checks.ts';

type NewCode = {
  readonly label: string;
  readonly category?: Category;
  readonly state?: string;
  readonly organisation?: string;
  readonly uses?: number;
  readonly until?: string;
};

/** Adds the commands for codes. With a code, people register in an `invited` category. */
export function addCodeCommands(program: Command): void {
  program
    .command('make-code')
    .description('make a code that lets people register by invitation; it is shown only this once')
    .argument('<meeting>', 'id of the meeting')
    .requiredOption('--label <text>', 'who the code is for', parseLabel)
    .addOption(
      new Option('--category <category>', 'the category that it admits').choices(CATEGORIES),
    )
    .option('--state <code>', 'only for the delegation of this State, e.g. KH', parseState)
    .option('--organisation <name>', 'only for the delegation of this organisation')
    .option('--uses <number>', 'how many people may use it; without it, any number', parseUses)
    .option('--until <day>', 'the last day on which it is valid, e.g. 2026-03-14', parseDay)
    .action(
      prints(async ({ stage, ...code }: StageOption & NewCode, id: string) => {
        const store = await openStore(stage);
        const { meeting } = (await getMeeting(store, id)) ?? noMeeting(id);
        checkOngoing(meeting);
        const { label, category, state, organisation, uses, until } = code;
        const delegation = delegationIn(state, organisation);
        const wanted = { label, category, delegation, uses, validUntil: until };
        const text = await createCode(store, id, wanted, new Date());
        return [text, `${store.publicUrl}/meetings/${id}/register?code=${text}`];
      }),
    );
  program
    .command('codes')
    .description('show all codes, and how often each was used')
    .argument('<meeting>', 'id of the meeting')
    .action(
      prints(async ({ stage }, id: string) => {
        const store = await openStore(stage);
        if ((await getMeeting(store, id)) === undefined) noMeeting(id);
        const codes = await listCodes(store, id);
        return codes.length === 0 ? ['There are no codes.'] : codes.map(inWords);
      }),
    );
  program
    .command('revoke-code')
    .description('end a code')
    .argument('<meeting>', 'id of the meeting')
    .argument('<hint>', 'the last four characters of the code')
    .action(
      prints(async ({ stage }, id: string, end: string) => {
        const store = await openStore(stage);
        const hint = end.toUpperCase().slice(-4);
        const found = (await listCodes(store, id)).filter((code) => code.hint === hint);
        if (found.length === 0)
          throw new CommandError([`${id} has no code that ends in ${hint}: see "codes ${id}".`]);
        for (const code of found) await revokeCode(store, code, new Date());
        return found.map(({ label }) => `revoked: ${label}`);
      }),
    );
}

const parseLabel = parsedBy(z.string().trim().min(1), () => 'Say who the code is for.');
const parseState = parsedBy(z.enum(STATE_CODES), () => 'Give the code of a State, such as KH.');
const parseUses = parsedBy(
  z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number),
  () => 'Give a number from 1 to 99999.',
);
const parseDay = parsedBy(z.iso.date(), () => 'Give a day, such as 2026-03-14.');

function delegationIn(state?: string, organisation?: string): string | undefined {
  const reference = '';
  if (state !== undefined) return delegationKey({ representation: 'state', state, reference });
  return organisation === undefined
    ? undefined
    : delegationKey({ representation: 'organisation', organisation, reference });
}

function inWords({
  hint,
  label,
  used,
  uses,
  category,
  delegation,
  validUntil,
  revokedAt,
}: StoredCode) {
  return [
    `…-${hint}`,
    label,
    `used ${used}${uses === undefined ? '' : ` of ${uses}`}`,
    category,
    delegation,
    validUntil && `until ${validUntil}`,
    revokedAt && 'revoked',
  ]
    .filter(Boolean)
    .join(', ');
}
