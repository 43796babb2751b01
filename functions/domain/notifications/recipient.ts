import { addressHash } from '../shared/email.ts';

/**
 * The recipient of a notice, by key and never by address. The name and the address are read when the message is
 * composed.
 */
export type Recipient =
  | { readonly kind: 'participant'; readonly reference: string }
  /** The focal point of a delegation. */
  | { readonly kind: 'focal-point'; readonly meetingId: string; readonly delegationId: string }
  /** An organiser of a meeting. `addressHash`: 32 hexadecimal digits, see `organiserHash`. */
  | { readonly kind: 'organiser'; readonly meetingId: string; readonly addressHash: string };

/** References and ids of meetings and delegations contain no underscore. */
const SEPARATOR = '_';

/** The key of a recipient, e.g. `participant_BKK14-7F3K2`. It is part of table keys and of notice ids. */
export function recipientKey(recipient: Recipient): string {
  switch (recipient.kind) {
    case 'participant':
      return ['participant', recipient.reference].join(SEPARATOR);
    case 'focal-point':
      return ['focal-point', recipient.meetingId, recipient.delegationId].join(SEPARATOR);
    case 'organiser':
      return ['organiser', recipient.meetingId, recipient.addressHash].join(SEPARATOR);
  }
}

/** The recipient of a key, or `undefined` if the text is not a key. */
export function parseRecipientKey(key: string): Recipient | undefined {
  const [kind, first, second, ...more] = key.split(SEPARATOR);
  if (!first || more.length > 0) return undefined;
  if (kind === 'participant') return second === undefined ? { kind, reference: first } : undefined;
  if (!second) return undefined;
  if (kind === 'focal-point') return { kind, meetingId: first, delegationId: second };
  if (kind === 'organiser') return { kind, meetingId: first, addressHash: second };
  return undefined;
}

/**
 * The id of a notice: the recipient's key and the name of the notice. SES carries it as a tag, so it contains only
 * letters, digits, hyphens and underscores.
 *
 * @param name a name without underscores.
 */
export const noticeId = (recipient: Recipient, name: string): string =>
  `${recipientKey(recipient)}${SEPARATOR}${name}`;

/** The recipient and the name in a notice id, or `undefined` if the text is not a notice id. */
export function parseNoticeId(
  id: string,
): { readonly recipient: Recipient; readonly name: string } | undefined {
  const at = id.lastIndexOf(SEPARATOR);
  const recipient = at < 0 ? undefined : parseRecipientKey(id.slice(0, at));
  const name = id.slice(at + 1);
  return recipient === undefined || name === '' ? undefined : { recipient, name };
}

/**
 * A hash of an organiser's address, 32 hexadecimal digits. Base64url is not possible, because it contains underscores.
 */
export const organiserHash = (email: string): string =>
  Buffer.from(addressHash(email), 'base64url').toString('hex').slice(0, 32);
