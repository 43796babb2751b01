/** The six official languages of the United Nations, in the order UN documents list them. */
export const UN_LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;

/** A UN language, as an ISO 639-1 code. */
export type Language = (typeof UN_LANGUAGES)[number];

/** A text an organiser wrote, in English and in whatever other UN languages they have. */
export type LocalisedText = { readonly en: string } & {
  readonly [L in Language]?: string | undefined;
};

/** The text in `language`, or in English where the organiser has not written it. */
export function inLanguage(text: LocalisedText, language: Language): string {
  return text[language] ?? text.en;
}

/** The direction a language is written in, for the `dir` attribute. */
export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
