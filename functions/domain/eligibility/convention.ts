import type { LocalisedText } from '../shared/languages.ts';
import diversity2005 from './conventions/diversity-2005.json' with { type: 'json' };
import { type ElectoralGroup, type Region, stateByCode } from './states.ts';

/** The treaties that Plenary knows. To add a treaty, add a file to `conventions/`. */
export const CONVENTION_IDS = ['diversity-2005'] as const;
export type ConventionId = (typeof CONVENTION_IDS)[number];

/**
 * How certain the day of deposit is. `confirmed`: a public source gives it. `derived`: it follows from the day of entry
 * into force. `partial`: a source gives the status and an approximate date. `status-only`: a source gives the status
 * alone. `general-knowledge`: there is no source, but the totals of Parties agree.
 */
export const CONFIDENCES = [
  'confirmed',
  'derived',
  'partial',
  'status-only',
  'general-knowledge',
] as const;

/** The first and the last possible day of an event, each `YYYY-MM-DD`. */
type Window = readonly [from: string, to: string];

/** A Party in the register. Its sources are in the `.sources.json` file beside the register. */
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

/** Why a State counts as a Party or not, as plain JSON. `language/reason.ts` puts it into words. */
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
      /** The day to which the list of Parties is complete, if `date` is later. */
      readonly asOf?: string;
    }
  | { readonly code: 'unknown-state' }
);

/** Whether a State counts as a Party on a day, with the reason. */
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
 * Whether `state` is a Party to the convention on `date`, with the reason. A State counts as a Party from the day of
 * its deposit, even if the convention is not yet in force for it. If the day of deposit is unknown, it counts from the
 * first possible day.
 *
 * @param state ISO 3166-1 alpha-2 code or `EU`. An unassigned code gives `unknown-state`.
 * @param date `YYYY-MM-DD`.
 */
export function statusOn(convention: Convention, state: string, date: string): PartyStatus {
  const party = convention.parties.get(state);
  if (party === undefined) return { party: false, reason: reasonOfNone(convention, state, date) };
  return party.depositDate === null
    ? statusInWindow(state, date, party.depositWindow)
    : statusOfDeposit(party, date);
}

/** Why a State that is not in the register is not a Party. It may have joined after the register was made. */
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
 * The Parties on `date`, in the order of their codes. The filter selects a UNESCO region or an electoral group, which
 * are different things.
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
