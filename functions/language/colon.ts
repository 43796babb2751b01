import type { Language } from '../domain/shared/languages.ts';

const COLONS: Partial<Record<Language, string>> = { zh: '：', fr: '\u00a0: ' };

/** A colon between a label and what belongs to it, with the spaces that it has in a language. */
export const colonOf = (language: Language): string => COLONS[language] ?? ': ';
