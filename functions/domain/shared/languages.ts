/** The six official languages of the United Nations, in the order of UN documents. */
export const UN_LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;

/** A UN language, as an ISO 639-1 code. */
export type Language = (typeof UN_LANGUAGES)[number];

/** A text that an organiser wrote: in English, and perhaps in other UN languages. */
export type LocalisedText = { readonly en: string } & {
  readonly [L in Language]?: string | undefined;
};

/** The text in `language`, or in English if the organiser has not written it in `language`. */
export function inLanguage(text: LocalisedText, language: Language): string {
  return text[language] ?? text.en;
}

/** The writing direction of a language, for the `dir` attribute. */
export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
