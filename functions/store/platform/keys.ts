import { createHash } from 'node:crypto';
import { addressHash } from '../../domain/shared/email.ts';

/**
 * All keys of the three tables and the bucket. No other file spells a key. docs/data-model.md lists the access patterns
 * and what each of them costs.
 */

export type Key = { readonly pk: string; readonly sk: string };

/** Index of the registry: all items of one kind, in order. It contains meetings only. */
export const BY_KIND = { name: 'byKind', partition: 'kind', sort: 'kindOrder' } as const;
/** Index of the outbox: notices that have not ended, by the time at which the sweeper looks at them next. */
export const BY_DUE = { name: 'byDue', partition: 'due', sort: 'dueAt' } as const;
/** Index of the outbox: all items of one meeting (notices, attachment chunks, last notified), by the time of writing. */
export const BY_MEETING = {
  name: 'byMeeting',
  partition: 'meetingId',
  sort: 'createdAt',
} as const;
/** Of every table: the key attributes, and the attribute for time to live (seconds since the epoch). */
export const TABLE = { partition: 'pk', sort: 'sk', timeToLive: 'expiresAt' } as const;

const of = (meetingId: string) => `MEETING#${meetingId}`;
/** SHA-256 in base64url, for values that are compared and never read. */
const hash = (text: string) => createHash('sha256').update(text).digest('base64url');

export const registryKeys = {
  meeting: (id: string): Key => ({ pk: of(id), sk: 'MEETING' }),
  prefix: (prefix: string): Key => ({ pk: `PREFIX#${prefix}`, sk: 'PREFIX' }),
  registration: (meetingId: string, reference: string): Key => ({
    pk: of(meetingId),
    sk: `REG#${reference}`,
  }),
  /** The claim of an address. It is hashed, so that the key shows no address. */
  email: (meetingId: string, address: string): Key => ({
    pk: of(meetingId),
    sk: `EMAIL#${addressHash(address)}`,
  }),
  seats: (meetingId: string, scope: string, shard: number): Key => ({
    pk: of(meetingId),
    sk: `SEATS#${scope}#${shard}`,
  }),
  /** One shard of the waiting-list fence: see store/seats/waiting-list-fence.ts. */
  fence: (meetingId: string, number: number): Key => ({
    pk: of(meetingId),
    sk: `FENCE#${number}`,
  }),
  /** One entry of the waiting list. The sort key is the order of the list. */
  waitingListEntry: (meetingId: string, since: string, reference: string): Key => ({
    pk: of(meetingId),
    sk: `WAITING#${since}#${reference}`,
  }),
  /** One offer, in the order in which offers end. */
  offer: (meetingId: string, until: string, reference: string): Key => ({
    pk: of(meetingId),
    sk: `OFFER#${until}#${reference}`,
  }),
  /** Marks the deletions of one day as done. */
  retention: (meetingId: string, day: string): Key => ({
    pk: of(meetingId),
    sk: `RETENTION#${day}`,
  }),
  /** The progress of a fan-out: of the reminders of one day, of one request, or of a change of the meeting. */
  reminders: (meetingId: string, mark: string): Key => ({
    pk: of(meetingId),
    sk: `REMINDERS#${mark}`,
  }),
  /** The arrangements of a meeting at one calendar revision. Recipients may have been notified of these. */
  arrangements: (meetingId: string, calendarRevision: number): Key => ({
    pk: of(meetingId),
    sk: `ARRANGEMENTS#${calendarRevision}`,
  }),
  /** Says that somebody of a delegation registered after its focal point was reminded that nobody had. */
  presence: (meetingId: string, delegationId: string): Key => ({
    pk: of(meetingId),
    sk: `PRESENCE#${delegationId}`,
  }),
  /** A code. It is hashed, so that a reader of the table cannot use it. */
  code: (meetingId: string, code: string): Key => ({ pk: of(meetingId), sk: `CODE#${hash(code)}` }),
  /** A delegation with a focal point. domain/delegation/delegation.ts says how its id is made. */
  delegation: (meetingId: string, id: string): Key => ({
    pk: of(meetingId),
    sk: `DELEGATION#${id}`,
  }),
  /**
   * The optimistic lock for the head of one delegation. It counts changes of the head, which happen one after the
   * other.
   */
  headLock: (meetingId: string, delegationId: string): Key => ({
    pk: of(meetingId),
    sk: `HEAD_LOCK#${delegationId}`,
  }),
  idempotency: (meetingId: string, idempotencyKey: string): Key => ({
    pk: of(meetingId),
    sk: `IDEMPOTENCY#${hash(idempotencyKey)}`,
  }),
  audit: (meetingId: string, at: string, id: string): Key => ({
    pk: of(meetingId),
    sk: `AUDIT#${at}#${id}`,
  }),
  /** A line of the audit log that concerns the stage and no single meeting. */
  stageAudit: (at: string, id: string): Key => ({ pk: 'STAGE', sk: `AUDIT#${at}#${id}` }),
  /**
   * The counter of a rate limit. Each has its own partition, so that many attempts do not slow down other items.
   * `start`: seconds since the epoch.
   */
  limit: (act: string, who: string, start: number): Key => ({
    pk: `LIMIT#${act}#${who}`,
    sk: `WINDOW#${start}`,
  }),
  challenge: (nonce: string): Key => ({ pk: `CHALLENGE#${nonce}`, sk: 'CHALLENGE' }),
  secret: (): Key => ({ pk: 'SECRET', sk: 'SECRET' }),
} as const;

export const vaultKeys = {
  /** The partition of a meeting. */
  meeting: of,
  /**
   * One part of the sensitive data of a registration. Each part has its own deletion day, and DynamoDB deletes whole
   * items.
   */
  part: (meetingId: string, reference: string, part: string): Key => ({
    pk: of(meetingId),
    sk: `REG#${reference}#${part}`,
  }),
} as const;

/** How the sort keys of each sort of item of a meeting begin, for queries. */
export const PREFIXES = {
  registrations: 'REG#',
  seats: 'SEATS#',
  fence: 'FENCE#',
  audit: 'AUDIT#',
  waitingList: 'WAITING#',
  offers: 'OFFER#',
  codes: 'CODE#',
  delegations: 'DELEGATION#',
} as const;

/** The value of `kind` of every meeting in the index `byKind`. */
export const KIND_MEETING = 'MEETING';
/** How the sort keys of the outbox begin. */
export const OUTBOX_NOTICES = 'NOTICE#';
export const OUTBOX_LAST_NOTIFIED = 'LAST_NOTIFIED';
export const OUTBOX_ATTACHMENTS = 'ATTACHMENT#';
/** The values of `due` in the index `byDue`: of notices in the prompt lane, and of those in the bulk lane. */
export const DUE = 'DUE';
export const DUE_BULK = 'BULK';

export const outboxKeys = {
  /** One notice of a recipient. The filter of the stream recognises it by its sort key and starts the notifier. */
  notice: (recipient: string, name: string): Key => ({
    pk: recipientPartition(recipient),
    sk: `${OUTBOX_NOTICES}${name}`,
  }),
  /** What a recipient was last notified of: see domain/notifications/last-notified.ts. */
  lastNotified: (recipient: string): Key => ({
    pk: recipientPartition(recipient),
    sk: OUTBOX_LAST_NOTIFIED,
  }),
  /** One chunk of the attachment of a notice. */
  attachmentChunk: (recipient: string, name: string, number: number): Key => ({
    pk: recipientPartition(recipient),
    sk: `${OUTBOX_ATTACHMENTS}${name}#${String(number).padStart(4, '0')}`,
  }),
  /** How many messages were sent in one second. `second`: since the epoch. */
  rate: (second: number): Key => ({ pk: `RATE#${second}`, sk: 'RATE' }),
  /** The delivery state of an address, which is hashed. It does not start the notifier. */
  delivery: (addressHash: string): Key => ({ pk: `ADDRESS#${addressHash}`, sk: 'DELIVERY' }),
  /** The id of a notice, by its key: see domain/notifications/recipient.ts. */
  noticeId: ({ pk, sk }: Key): string =>
    `${pk.slice('RECIPIENT#'.length)}_${sk.slice(OUTBOX_NOTICES.length)}`,
} as const;

/** The partition of all items of a recipient. */
export const recipientPartition = (recipient: string): string => `RECIPIENT#${recipient}`;

/** The keys of files: notes of nomination that were uploaded, and those that were checked and kept. */
export const noteKeys = {
  incoming: (of: { meetingId: string; id: string }, upload: string) =>
    `${NOTES.incoming}${of.meetingId}/${of.id}/${upload}`,
  kept: (of: { meetingId: string; id: string }, upload: string) =>
    `${noteKeys.ofMeeting(of.meetingId)}${of.id}/${upload}`,
  ofMeeting: (meetingId: string) => `${NOTES.kept}${meetingId}/`,
} as const;
/** How keys of files begin. Permissions, and the deletion of files that nobody has kept, depend on it. */
export const NOTES = { incoming: 'incoming/', kept: 'kept/' } as const;
