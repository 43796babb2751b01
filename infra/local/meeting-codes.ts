import { CATEGORIES, type Category } from '../../functions/domain/eligibility/category.ts';
import { delegationKey } from '../../functions/domain/eligibility/delegation-key.ts';
import { STATE_CODES } from '../../functions/domain/eligibility/states.ts';
import { getMeeting } from '../../functions/store/meeting/meeting.ts';
import {
  createCode,
  listCodes,
  revokeCode,
  type StoredCode,
} from '../../functions/store/registration/codes.ts';
import { CommandError } from './command-error.ts';
import { type Command, checkOngoing, noMeeting, type Options } from './meeting-command.ts';
import { openStore } from './meeting-store.ts';

/** The commands with which an organiser lets people in by a code. */
export const CODE_COMMANDS: Readonly<Record<string, Command>> = {
  'make-code': {
    takes: 'ID',
    may: ['label', 'category', 'state', 'organisation', 'uses', 'until'],
    run: async (id, stage, { options }) => {
      const store = await openStore(stage);
      const { meeting } = (await getMeeting(store, id)) ?? noMeeting(id);
      checkOngoing(meeting);
      const text = await createCode(store, id, codeOf(options), new Date());
      return [text, `${store.publicUrl}/meetings/${id}/register?code=${text}`];
    },
  },
  codes: {
    takes: 'ID',
    run: async (id, stage) => {
      const store = await openStore(stage);
      if ((await getMeeting(store, id)) === undefined) noMeeting(id);
      const codes = await listCodes(store, id);
      return codes.length === 0 ? ['There are no codes.'] : codes.map(inWords);
    },
  },
  'revoke-code': {
    takes: 'ID HINT',
    run: async (id, stage, { second = '' }) => {
      const store = await openStore(stage);
      const hint = second.toUpperCase().slice(-4);
      const found = (await listCodes(store, id)).filter((code) => code.hint === hint);
      if (found.length === 0)
        throw new CommandError([`${id} has no code that ends in ${hint}: see "codes ${id}".`]);
      for (const code of found) await revokeCode(store, code, new Date());
      return found.map(({ label }) => `revoked: ${label}`);
    },
  },
};

/** What a code is to be, as the options say. @throws CommandError that names each option that is wrong */
function codeOf({ label = '', category, state, organisation, uses, until }: Options) {
  const problems: string[] = [];
  if (label.trim() === '') problems.push('--label: say whom the code is for.');
  if (category !== undefined && !(CATEGORIES as readonly string[]).includes(category))
    problems.push(`--category: choose one of ${CATEGORIES.join(', ')}.`);
  if (state !== undefined && !(STATE_CODES as readonly string[]).includes(state))
    problems.push('--state: give the code of a State, such as KH.');
  if (uses !== undefined && !/^[1-9]\d{0,4}$/.test(uses))
    problems.push('--uses: give how many may use it, such as 1; leave it out for any number.');
  if (until !== undefined && !/^\d{4}-\d\d-\d\d$/.test(until))
    problems.push('--until: give the last day on which it is good, such as 2026-03-14.');
  if (problems.length > 0) throw new CommandError(problems);
  return {
    label: label.trim(),
    category: category as Category | undefined,
    delegation: delegationIn(state, organisation),
    uses: uses === undefined ? undefined : Number(uses),
    validUntil: until,
  };
}

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
