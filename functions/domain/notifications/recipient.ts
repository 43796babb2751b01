import { addressHash } from '../shared/email.ts';

/**
 * Whom a notice is for. It names a person by key and never by address: who that is, and how they are reached, is read
 * when the message is composed.
 */
export type Recipient =
  | { readonly kind: 'participant'; readonly reference: string }
  /** The focal point of a delegation. */
  | { readonly kind: 'focal-point'; readonly meetingId: string; readonly delegationId: string }
  /** An organiser of a meeting. `addressHash`: 32 hexadecimal digits, see `organiserHash`. */
  | { readonly kind: 'organiser'; readonly meetingId: string; readonly addressHash: string };

/** No part of a key holds an underscore: references, ids of meetings and of delegations have none. */
const SEPARATOR = '_';

/** A recipient as a text, e.g. `participant_BKK14-7F3K2`. It is part of keys and of the ids of notices. */
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

/** The recipient that a key names, or `undefined` where the text is no such key. */
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
 * The id of a notice: its recipient, and what tells it from the recipient's other notices. SES carries it as a tag, so it
 * has letters, digits, hyphens and underscores alone.
 *
 * @param name without underscores
 */
export const noticeId = (recipient: Recipient, name: string): string =>
  `${recipientKey(recipient)}${SEPARATOR}${name}`;

/** The two parts of the id of a notice, or `undefined` where the text is no such id. */
export function parseNoticeId(
  id: string,
): { readonly recipient: Recipient; readonly name: string } | undefined {
  const at = id.lastIndexOf(SEPARATOR);
  const recipient = at < 0 ? undefined : parseRecipientKey(id.slice(0, at));
  const name = id.slice(at + 1);
  return recipient === undefined || name === '' ? undefined : { recipient, name };
}

/** A hash of an organiser's address, 32 hexadecimal digits: ids of notices hold no underscore, which base64url has. */
export const organiserHash = (email: string): string =>
  Buffer.from(addressHash(email), 'base64url').toString('hex').slice(0, 32);
