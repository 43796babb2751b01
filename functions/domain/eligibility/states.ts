import members from './conventions/unesco-members.json' with { type: 'json' };

/**
 * UNESCO's regions: Africa, Arab States, Asia and the Pacific, Europe and North America, Latin America and the
 * Caribbean.
 */
export const REGIONS = ['AFR', 'ARB', 'APA', 'ENA', 'LAC'] as const;
export type Region = (typeof REGIONS)[number];

/**
 * UNESCO's electoral groups of Member States. A group is not a region: Tajikistan is in group II and in the
 * Asia-Pacific region.
 */
export const ELECTORAL_GROUPS = ['I', 'II', 'III', 'IV', 'V(a)', 'V(b)'] as const;
export type ElectoralGroup = (typeof ELECTORAL_GROUPS)[number];

/**
 * The kinds of entries in the register of States: a Member State of UNESCO, an Associate Member of UNESCO, a regional
 * organisation that may be a Party (the European Union), or a State outside UNESCO that may be invited as an observer.
 */
type StateKind = 'member-state' | 'associate-member' | 'organisation' | 'other-state';

/**
 * A State or other entity that may have a delegation. `region` and `electoralGroup` are null if UNESCO assigns none.
 */
export type State = {
  /** ISO 3166-1 alpha-2 code; `EU` for the European Union. */
  readonly code: string;
  readonly kind: StateKind;
  readonly region: Region | null;
  readonly electoralGroup: ElectoralGroup | null;
};

type Row = {
  readonly code: string;
  readonly region?: string;
  readonly electoralGroup?: string;
};

const entries = (kind: StateKind, rows: readonly Row[]): State[] =>
  rows.map(({ code, region = null, electoralGroup = null }) => ({
    code,
    kind,
    // tests/unit/eligibility/states.test.ts checks the file against these two types.
    region: region as Region | null,
    electoralGroup: electoralGroup as ElectoralGroup | null,
  }));

const states: ReadonlyMap<string, State> = new Map(
  [
    ...entries('member-state', members.memberStates),
    ...entries('associate-member', members.associateMembers),
    ...entries('other-state', members.otherStates),
    ...entries('organisation', members.organisations),
  ].map((state) => [state.code, state]),
);

/** All codes that a delegation may have, in alphabetical order. */
export const STATE_CODES: readonly string[] = [...states.keys()].sort();

/** The entry with this code, or `undefined` if there is none. Codes are upper case. */
export function stateByCode(code: string): State | undefined {
  return states.get(code);
}
