import diversity2005 from './conventions/diversity-2005.json' with { type: 'json' };
import type { LocalisedText } from './languages.ts';
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
  /** The day on which the treaty itself came into force. */
  readonly entryIntoForce: string;
  /** Calendar months between a deposit and its entry into force. */
  readonly monthsToEntryIntoForce: number;
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
  | { readonly code: 'never-party' | 'associate-member' | 'unknown-state' }
);

/**
 * Whether a State counts as a Party on a day.
 * - `inForce`: whether the Convention binds it that day; null where the day of deposit is not known
 *   well enough to say.
 * - `confirmed`: false where the answer rests on a day of deposit that no public source confirms,
 *   or on a list that is not complete to that day.
 */
export type PartyStatus = {
  readonly party: boolean;
  readonly inForce: boolean | null;
  readonly confirmed: boolean;
  readonly reason: PartyReason;
};

const byCode = (parties: readonly Party[]) =>
  new Map(parties.map((party) => [party.code, party] as const));

/** The registers, by id. tests/unit/convention.test.ts checks each file against the types above. */
export const conventions: Readonly<Record<ConventionId, Convention>> = {
  'diversity-2005': {
    ...diversity2005,
    id: 'diversity-2005',
    parties: byCode(diversity2005.parties as readonly Party[]),
  },
};

/**
 * The day on which a convention comes into force for whoever deposits on `deposit`: so many
 * calendar months later, on the last day of the month where it has no such day, and never before
 * the convention itself (Article 29 of the 2005 Convention).
 */
export function entryIntoForceOf(convention: Convention, deposit: string): string {
  const [year = 0, month = 0, day = 0] = deposit.split('-').map(Number);
  const months = month - 1 + convention.monthsToEntryIntoForce;
  const lastDay = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  const own = new Date(Date.UTC(year, months, Math.min(day, lastDay))).toISOString().slice(0, 10);
  if (own < convention.entryIntoForce) return convention.entryIntoForce;
  return own;
}

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
  if (party === undefined) {
    const kind = stateByCode(state)?.kind;
    const code =
      kind === undefined
        ? 'unknown-state'
        : kind === 'associate-member'
          ? 'associate-member'
          : 'never-party';
    const confirmed = date <= convention.asOf;
    return { party: false, inForce: false, confirmed, reason: { code, state, date } };
  }
  return party.depositDate === null
    ? statusInWindow(convention, state, date, party.depositWindow)
    : statusOfDeposit(party, date);
}

function statusOfDeposit(party: Party & { depositDate: string }, date: string): PartyStatus {
  const { code: state, depositDate: deposited, entryIntoForce: inForceFrom } = party;
  const confirmed = party.confidence === 'confirmed' || party.confidence === 'derived';
  if (date < deposited) {
    const reason = { code: 'not-party-yet', state, date, deposited } as const;
    return { party: false, inForce: false, confirmed, reason };
  }
  const inForce = date >= inForceFrom;
  const code = inForce ? 'party-in-force' : 'party-before-entry-into-force';
  return { party: true, inForce, confirmed, reason: { code, state, date, deposited, inForceFrom } };
}

function statusInWindow(
  convention: Convention,
  state: string,
  date: string,
  depositedBetween: Window,
): PartyStatus {
  const [from, to] = depositedBetween;
  if (date < from) {
    const code = 'not-party-yet-date-unconfirmed';
    const reason = { code, state, date, depositedBetween } as const;
    return { party: false, inForce: false, confirmed: true, reason };
  }
  const inForce =
    date >= entryIntoForceOf(convention, to)
      ? true
      : date < entryIntoForceOf(convention, from)
        ? false
        : null;
  const reason = { code: 'party-date-unconfirmed', state, date, depositedBetween } as const;
  return { party: true, inForce, confirmed: false, reason };
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
