/**
 * Characters that end a line, hide, or change the writing direction. domain/shared/text.ts refuses them in typed text.
 * Messages drop them in any text.
 */
const HARMFUL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]+/gu;

/** Sanitises every text in a message: one line of well-formed Unicode each. */
export function harmless<T>(value: T): T {
  if (typeof value === 'string')
    return value.toWellFormed().replace(HARMFUL, ' ').replace(/ {2,}/g, ' ').trim() as T;
  if (Array.isArray(value)) return value.map(harmless) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, harmless(one)])) as T;
}
