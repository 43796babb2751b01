import type { CategoryReason, OrganisationKind } from '../domain/eligibility/category.ts';
import type { Language } from '../domain/shared/languages.ts';
import { dayInWords } from './day.ts';
import { type TextKey, t } from './index.ts';
import { stateName } from './states.ts';

/** A State that never was a Party, without and with the date of the list of Parties. */
const UNDATED = {
  'never-party': 'reason.never-party',
  'associate-member': 'reason.associate-member',
} as const satisfies Record<string, TextKey>;
const DATED = {
  'never-party': 'reason.never-party.as-of',
  'associate-member': 'reason.associate-member.as-of',
} as const satisfies Record<string, TextKey>;

const ORGANISATION_TEXTS = {
  igo: 'reason.organisation-kind.igo',
  ngo: 'reason.organisation-kind.ngo',
  media: 'reason.organisation-kind.media',
  host: 'reason.organisation-kind.host',
  secretariat: 'reason.organisation-kind.secretariat',
} as const satisfies Record<OrganisationKind, TextKey>;

/** One sentence that says why a participant is in their category. */
export function reasonInWords(language: Language, reason: CategoryReason): string {
  const name = (code: string) => stateName(code, language);
  const day = (date: string) => dayInWords(language, date);
  switch (reason.code) {
    case 'party-in-force':
      return t(language, 'reason.party-in-force', {
        state: name(reason.state),
        deposited: day(reason.deposited),
      });
    case 'party-before-entry-into-force':
      return t(language, 'reason.party-before-entry-into-force', {
        state: name(reason.state),
        deposited: day(reason.deposited),
        inForceFrom: day(reason.inForceFrom),
      });
    case 'party-date-unconfirmed':
      return t(language, 'reason.party-date-unconfirmed', {
        state: name(reason.state),
        from: day(reason.depositedBetween[0]),
        to: day(reason.depositedBetween[1]),
      });
    case 'not-party-yet':
      return t(language, 'reason.not-party-yet', {
        state: name(reason.state),
        date: day(reason.date),
        deposited: day(reason.deposited),
      });
    case 'not-party-yet-date-unconfirmed':
      return t(language, 'reason.not-party-yet-date-unconfirmed', {
        state: name(reason.state),
        date: day(reason.date),
        from: day(reason.depositedBetween[0]),
        to: day(reason.depositedBetween[1]),
      });
    case 'never-party':
    case 'associate-member': {
      const { code, asOf } = reason;
      const values = { state: name(reason.state), date: day(reason.date) };
      return asOf === undefined
        ? t(language, UNDATED[code], values)
        : t(language, DATED[code], { ...values, asOf: day(asOf) });
    }
    case 'unknown-state':
      return t(language, 'reason.unknown-state', { state: reason.state });
    case 'organisation-kind':
      return t(language, ORGANISATION_TEXTS[reason.organisationKind]);
    case 'individual':
      return t(language, 'reason.individual');
  }
}
