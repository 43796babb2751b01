import { isLive, type Registration } from './registration.ts';
import { nameWords } from './same-name.ts';

/** Registrations that may be of one person. */
export type Duplicate = {
  readonly people: readonly Registration[];
  /** What they have in common. */
  readonly by: 'name' | 'phone';
  /** Whether they are registered in different capacities, say for a Party and as press. */
  readonly acrossCategories: boolean;
};

/**
 * People who seem to be registered more than once. One address registers once, so these have several: the same
 * name, in whichever order and with or without accents, or the same telephone number. Two people can share a
 * name: it is for organisers to look at, and nothing follows from it by itself.
 *
 * @returns groups of two or more who are live, those across categories first.
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

/** The words of a name without accents, case and order; a name of one word says too little. */
function nameKey({ givenName = '', familyName = '' }: Registration): string | undefined {
  const words = nameWords({ givenName, familyName });
  return givenName && familyName && words.length > 1 ? words.join(' ') : undefined;
}

/** The digits of a telephone number; a short one may be an extension that many share. */
function phoneKey({ phone = '' }: Registration): string | undefined {
  const digits = phone.replace(/\D/g, '').replace(/^00/, '');
  return digits.length >= 8 ? digits : undefined;
}
