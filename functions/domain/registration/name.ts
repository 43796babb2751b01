/** The known parts of a name. */
type Name = {
  readonly title?: string | undefined;
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
};

/** Scripts that write the family name first, without a space, and the title last. */
const FAMILY_FIRST =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}·・]+$/u;

/** A person's name in one line, in the order of its script: `Sophea Chan`, `王小明`. */
export function fullName({ givenName = '', familyName = '' }: Name): string {
  return FAMILY_FIRST.test(givenName) && FAMILY_FIRST.test(familyName)
    ? `${familyName}${givenName}`
    : [givenName, familyName].filter(Boolean).join(' ');
}

/** Like `fullName`, with the title: `Ms Sophea Chan`, `王小明女士`. */
export function titledName(name: Name): string {
  const { title = '' } = name;
  const full = fullName(name);
  return FAMILY_FIRST.test(title) && FAMILY_FIRST.test(full)
    ? `${full}${title}`
    : [title, full].filter(Boolean).join(' ');
}
