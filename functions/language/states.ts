import type { Language } from '../domain/shared/languages.ts';
import overrides from './catalogues/state-names.json' with { type: 'json' };

/**
 * Where the name in CLDR is not the one the United Nations uses. Sources, in this order:
 * - States: the short names of UNTERM, without articles and footnote marks, as collected in the
 *   country taxonomy of OCHA (October 2026); they include `Naoero`, which is what Nauru is called
 *   at the UN since 26 June 2026. UNTERM in Chinese says 罗马教廷 for the Holy See; the UN's
 *   statisticians (M49) and its documents say 教廷.
 * - Palestine: as UNESCO calls its Member State; the UN calls it State of Palestine.
 * - The European Union in Chinese, and Associate Members: the name in M49 or UNESCO's own (Faroes;
 *   Macao, China). Those of Macao in the languages other than English come from general knowledge.
 */
const officialNames: Readonly<Record<string, Partial<Record<Language, string>>>> = overrides;

const displayNames = new Map<Language, Intl.DisplayNames>();

/**
 * What the United Nations calls a State, in one of its languages: the short name, without an
 * article. Apostrophes are straight, as in the lists of the UN, so that a name typed on a keyboard
 * finds it.
 *
 * @param code ISO 3166-1 alpha-2 code or `EU`. A code that nobody has is its own name.
 */
export function stateName(code: string, language: Language): string {
  const official = Object.hasOwn(officialNames, code) ? officialNames[code]?.[language] : undefined;
  if (official !== undefined) return official;
  if (!/^[A-Z]{2}$/.test(code)) return code;
  let names = displayNames.get(language);
  if (names === undefined) {
    names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    displayNames.set(language, names);
  }
  return names.of(code)?.replaceAll('’', "'") ?? code;
}

/**
 * Compares two codes by the names they have in `language`, for `sort`: letter by letter, so spaces,
 * hyphens and apostrophes do not count, nor does the Arabic article (names in the other languages
 * carry none).
 */
export function compareStates(language: Language): (a: string, b: string) => number {
  const { compare } = new Intl.Collator(language, { ignorePunctuation: true });
  const sortNames = new Map<string, string>();
  const sortName = (code: string): string => {
    let name = sortNames.get(code);
    if (name === undefined) {
      name = stateName(code, language).replace(/^ال/, '');
      sortNames.set(code, name);
    }
    return name;
  };
  return (a, b) => compare(sortName(a), sortName(b));
}
