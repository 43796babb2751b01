import type { en } from './en.ts';

/** The name of a text in the catalogue. */
export type TextKey = keyof typeof en;

/** The texts of a language: the same keys as English. */
export type Catalogue = Readonly<Record<TextKey, string>>;
