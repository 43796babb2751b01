import type { Category } from '../domain/eligibility/category.ts';
import type { DelegationRole } from '../domain/eligibility/delegation-role.ts';
import type { ListConsent } from '../domain/registration/registration.ts';
import type { Language } from '../domain/shared/languages.ts';
import type { TextKey } from './index.ts';

/**
 * The text for each value of a type. Every key is written in full, here and elsewhere, so that a search for a key finds
 * where the text is used.
 */

/** The category of one person. */
export const CATEGORY_TEXTS = {
  party: 'category.party',
  'observer-state': 'category.observer-state',
  'associate-member': 'category.associate-member',
  igo: 'category.igo',
  ngo: 'category.ngo',
  guest: 'category.guest',
  media: 'category.media',
  host: 'category.host',
  secretariat: 'category.secretariat',
} as const satisfies Record<Category, TextKey>;

/** The heading for a group of people in a category. */
export const CATEGORY_HEADINGS = {
  party: 'category.party.heading',
  'observer-state': 'category.observer-state.heading',
  'associate-member': 'category.associate-member.heading',
  igo: 'category.igo.heading',
  ngo: 'category.ngo.heading',
  guest: 'category.guest.heading',
  media: 'category.media.heading',
  host: 'category.host.heading',
  secretariat: 'category.secretariat.heading',
} as const satisfies Record<Category, TextKey>;

export const ROLE_TEXTS = {
  head: 'role.head',
  alternate: 'role.alternate',
  delegate: 'role.delegate',
  'focal-point': 'role.focal-point',
  adviser: 'role.adviser',
  representative: 'role.representative',
  observer: 'role.observer',
  'resource-person': 'role.resource-person',
  staff: 'role.staff',
} as const satisfies Record<DelegationRole, TextKey>;

/** The name of each language, in that language. */
export const LANGUAGE_NAMES = {
  ar: 'language.ar',
  zh: 'language.zh',
  en: 'language.en',
  fr: 'language.fr',
  ru: 'language.ru',
  es: 'language.es',
} as const satisfies Record<Language, TextKey>;

export const LIST_CONSENT_TEXTS = {
  public: 'form.consent.public',
  participants: 'form.consent.participants',
  none: 'form.consent.none',
} as const satisfies Record<ListConsent, TextKey>;

/** The key that a table has for a name from outside, if it has one. */
export function keyIn<Key extends TextKey>(
  table: Readonly<Record<string, Key>>,
  name: string,
): Key | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
