/** What the id of a meeting looks like: `bangkok-2014`. Nothing else is worth looking up. */
export function isMeetingId(text: string): boolean {
  return text.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
