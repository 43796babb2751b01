/** The parts of a name, as they are known. */
type Name = {
  readonly title?: string | undefined;
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
};

/** Scripts in which the family name comes first, nothing stands between the parts, and the title is last. */
const FAMILY_FIRST =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}·・]+$/u;

/** Somebody's name in one line, in the order of the script that it is written in: `Sophea Chan`, `王小明`. */
export function fullName({ givenName = '', familyName = '' }: Name): string {
  return FAMILY_FIRST.test(givenName) && FAMILY_FIRST.test(familyName)
    ? `${familyName}${givenName}`
    : [givenName, familyName].filter(Boolean).join(' ');
}

/** As `fullName`, with the title: `Ms Sophea Chan`, `王小明女士`. */
export function titledName(name: Name): string {
  const { title = '' } = name;
  const full = fullName(name);
  return FAMILY_FIRST.test(title) && FAMILY_FIRST.test(full)
    ? `${full}${title}`
    : [title, full].filter(Boolean).join(' ');
}
