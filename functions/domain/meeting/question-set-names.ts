/**
 * Questions that most meetings ask, ready to be named in a meeting's definition. Their texts are in the
 * catalogue, under `question.<id>`, so that they are asked in every language that Plenary speaks.
 */
export const SET_NAMES = [
  'arrival',
  'departure',
  'hotel',
  'dietary',
  'accessibility',
  'visa-letter',
  'passport',
] as const;
export type SetName = (typeof SET_NAMES)[number];
