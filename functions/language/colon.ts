import type { Language } from '../domain/shared/languages.ts';

const COLONS: Partial<Record<Language, string>> = { zh: '：', fr: '\u00a0: ' };

/** The colon between a label and its value, with the spaces of the language. */
export const colonOf = (language: Language): string => COLONS[language] ?? ': ';
