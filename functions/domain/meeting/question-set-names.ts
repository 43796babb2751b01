/**
 * Ready-made sets of questions that most meetings ask. A definition uses them by name. Their texts are in the catalogue
 * under `question.<id>`, in every language of Plenary.
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
