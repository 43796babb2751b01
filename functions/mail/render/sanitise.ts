/**
 * What ends a line, hides, or turns the writing around: nothing that people type may hold it (see domain/text.ts),
 * and in a message none of it may get through in any other way either.
 */
const HARMFUL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]+/gu;

/** A message with every text in it as one line of well-formed Unicode. */
export function harmless<T>(value: T): T {
  if (typeof value === 'string')
    return value.toWellFormed().replace(HARMFUL, ' ').replace(/ {2,}/g, ' ').trim() as T;
  if (Array.isArray(value)) return value.map(harmless) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, harmless(one)])) as T;
}
