import { isLive, type Registration } from './registration.ts';
import { nameWords } from './same-name.ts';

/** Registrations that may belong to one person. */
export type Duplicate = {
  readonly people: readonly Registration[];
  /** What they have in common. */
  readonly by: 'name' | 'phone';
  /** Whether they are in different categories, for example as a Party and as media. */
  readonly acrossCategories: boolean;
};

/**
 * Finds people who may be registered more than once. One address has at most one live registration, so these people
 * used several addresses. They have the same name, in any order and with or without accents, or the same telephone
 * number. Two people can share a name, so nothing happens automatically: organisers look at the groups.
 *
 * @returns groups of two or more live registrations. Groups across categories come first.
 */
export function duplicatesOf(registrations: readonly Registration[]): Duplicate[] {
  const live = registrations.filter(({ status }) => isLive(status));
  const found = [...groups(live, 'name', nameKey), ...groups(live, 'phone', phoneKey)];
  const distinct = new Map<string, Duplicate>();
  for (const one of found) {
    const key = one.people.map(({ reference }) => reference).join();
    if (!distinct.has(key)) distinct.set(key, one);
  }
  return [...distinct.values()].sort(
    (a, b) => Number(b.acrossCategories) - Number(a.acrossCategories),
  );
}

function groups(
  people: readonly Registration[],
  by: Duplicate['by'],
  keyOf: (one: Registration) => string | undefined,
): Duplicate[] {
  const byKey = Map.groupBy(people, keyOf);
  return [...byKey].flatMap(([key, members]) => {
    if (key === undefined || members.length < 2) return [];
    const sorted = members.toSorted((a, b) => (a.reference < b.reference ? -1 : 1));
    const acrossCategories = new Set(sorted.map(({ category }) => category)).size > 1;
    return [{ people: sorted, by, acrossCategories }];
  });
}

/** The words of a name without accents, case and order. A name of one word is too common to compare. */
function nameKey({ givenName = '', familyName = '' }: Registration): string | undefined {
  const words = nameWords({ givenName, familyName });
  return givenName && familyName && words.length > 1 ? words.join(' ') : undefined;
}

/** The digits of a telephone number. A short number may be an extension that many people share. */
function phoneKey({ phone = '' }: Registration): string | undefined {
  const digits = phone.replace(/\D/g, '').replace(/^00/, '');
  return digits.length >= 8 ? digits : undefined;
}
