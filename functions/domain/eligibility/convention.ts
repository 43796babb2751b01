import type { LocalisedText } from '../shared/languages.ts';
import diversity2005 from './conventions/diversity-2005.json' with { type: 'json' };
import { type ElectoralGroup, type Region, stateByCode } from './states.ts';

/** The treaties whose Parties Plenary knows. Another one is another file in `conventions/`. */
export const CONVENTION_IDS = ['diversity-2005'] as const;
export type ConventionId = (typeof CONVENTION_IDS)[number];

/**
 * How well the day of deposit is known: a public source gives it (`confirmed`); it follows from the
 * day of entry into force (`derived`); a source gives the status and a rough date (`partial`) or
 * the status alone (`status-only`); no source, but the totals of Parties agree (`general-knowledge`).
 */
export const CONFIDENCES = [
  'confirmed',
  'derived',
  'partial',
  'status-only',
  'general-knowledge',
] as const;

/** The first and the last day on which something can have happened, each `YYYY-MM-DD`. */
export type Window = readonly [from: string, to: string];

/** A Party as the register has it; its sources are in the `.sources.json` beside the register. */
export type Party = {
  /** ISO 3166-1 alpha-2 code, or `EU`. */
  readonly code: string;
  readonly instrument: 'ratification' | 'acceptance' | 'approval' | 'accession' | null;
  readonly electoralGroup: ElectoralGroup | null;
  readonly region: Region | null;
  readonly confidence: (typeof CONFIDENCES)[number];
} & (
  | { readonly depositDate: string; readonly depositWindow: null; readonly entryIntoForce: string }
  | { readonly depositDate: null; readonly depositWindow: Window; readonly entryIntoForce: null }
);

export type Convention = {
  readonly id: ConventionId;
  readonly title: LocalisedText;
  readonly shortTitle: LocalisedText;
  /** The day to which the list of Parties is complete. */
  readonly asOf: string;
  readonly parties: ReadonlyMap<string, Party>;
};

/** Why somebody counts as a Party or does not: plain JSON, put into words by `language/reason.ts`. */
export type PartyReason = { readonly state: string; readonly date: string } & (
  | {
      readonly code: 'party-in-force' | 'party-before-entry-into-force';
      readonly deposited: string;
      readonly inForceFrom: string;
    }
  | { readonly code: 'not-party-yet'; readonly deposited: string }
  | {
      readonly code: 'party-date-unconfirmed' | 'not-party-yet-date-unconfirmed';
      readonly depositedBetween: Window;
    }
  | {
      readonly code: 'never-party' | 'associate-member';
      /** The day to which the list of Parties is complete, where the day asked about is later. */
      readonly asOf?: string;
    }
  | { readonly code: 'unknown-state' }
);

/** Whether a State counts as a Party on a day, and why. */
export type PartyStatus = { readonly party: boolean; readonly reason: PartyReason };

const byCode = (parties: readonly Party[]) =>
  new Map(parties.map((party) => [party.code, party] as const));

/** The registers, by id. tests/unit/eligibility/convention.test.ts checks each file against the types above. */
export const conventions: Readonly<Record<ConventionId, Convention>> = {
  'diversity-2005': {
    ...diversity2005,
    id: 'diversity-2005',
    parties: byCode(diversity2005.parties as readonly Party[]),
  },
};

/**
 * Whether `state` is a Party to the convention on `date`, and why. It is a Party from the day of
 * its deposit, even while the convention does not bind it yet. One whose day of deposit is not
 * known counts from the first day on which it can have been.
 *
 * @param state ISO 3166-1 alpha-2 code or `EU`; one that nobody has gives `unknown-state`.
 * @param date `YYYY-MM-DD`.
 */
export function statusOn(convention: Convention, state: string, date: string): PartyStatus {
  const party = convention.parties.get(state);
  if (party === undefined) return { party: false, reason: reasonOfNone(convention, state, date) };
  return party.depositDate === null
    ? statusInWindow(state, date, party.depositWindow)
    : statusOfDeposit(party, date);
}

/** Why a State that is not in the register is no Party. Somebody may have joined since the register was made. */
function reasonOfNone({ asOf }: Convention, state: string, date: string): PartyReason {
  const kind = stateByCode(state)?.kind;
  if (kind === undefined) return { code: 'unknown-state', state, date };
  const code = kind === 'associate-member' ? 'associate-member' : 'never-party';
  return { code, state, date, ...(date > asOf && { asOf }) };
}

function statusOfDeposit(party: Party & { depositDate: string }, date: string): PartyStatus {
  const { code: state, depositDate: deposited, entryIntoForce: inForceFrom } = party;
  if (date < deposited)
    return { party: false, reason: { code: 'not-party-yet', state, date, deposited } };
  const code = date >= inForceFrom ? 'party-in-force' : 'party-before-entry-into-force';
  return { party: true, reason: { code, state, date, deposited, inForceFrom } };
}

function statusInWindow(state: string, date: string, depositedBetween: Window): PartyStatus {
  const party = date >= depositedBetween[0];
  const code = party ? 'party-date-unconfirmed' : 'not-party-yet-date-unconfirmed';
  return { party, reason: { code, state, date, depositedBetween } };
}

/**
 * The Parties on `date`, in the order of their codes; with a filter, those of a UNESCO region or of
 * an electoral group, which are not the same thing.
 */
export function partiesOn(
  convention: Convention,
  date: string,
  filter: { readonly region?: Region; readonly electoralGroup?: ElectoralGroup } = {},
): readonly Party[] {
  const { region, electoralGroup } = filter;
  return [...convention.parties.values()].filter(
    (party) =>
      (region === undefined || party.region === region) &&
      (electoralGroup === undefined || party.electoralGroup === electoralGroup) &&
      statusOn(convention, party.code, date).party,
  );
}
