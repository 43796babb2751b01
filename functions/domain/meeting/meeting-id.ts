/** True if a text can be the id of a meeting, such as `bangkok-2014`. Nothing else needs a look-up. */
export function isMeetingId(text: string): boolean {
  return text.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
