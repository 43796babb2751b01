import { createHash } from 'node:crypto';
import { addressHash } from '../../domain/shared/email.ts';

/**
 * Every key of the three tables, and nothing else spells one. Access patterns, and the request each costs:
 *
 * | who asks | what | request |
 * |---|---|---|
 * | form, private page | a meeting | GetItem `MEETING#id` / `MEETING` (kept in memory for seconds) |
 * | front page, scheduler, command | all meetings | Query of the index `byKind`, `kind = MEETING` |
 * | private page | which meeting a reference belongs to | GetItem `PREFIX#BKK14` / `PREFIX` (kept in memory) |
 * | private page | a registration | GetItem `MEETING#id` / `REG#reference`, consistent |
 * | form | register | one TransactWriteItems: `REG#`, `EMAIL#`, two or three `SEATS#`, `AUDIT#`, outbox (and `IDEMPOTENCY#`, `CODE#`); whoever waits has `WAITING#` and one `FENCE#` in place of seats |
 * | form, after "full" | which counters have room | Query `MEETING#id`, begins with `FENCE#`, then with `SEATS#` |
 * | form, after "already there" | whose address it is | GetItem `MEETING#id` / `EMAIL#hash`, consistent |
 * | private page, delegation page, command | any move | one TransactWriteItems: `REG#`, `EMAIL#`, `SEATS#`, `WAITING#` or `OFFER#`, `AUDIT#`, outbox; of whoever is offered a freed seat likewise; where a seat comes free for whoever comes next, all `FENCE#` |
 * | every move that frees a seat, scheduler | who is next in the waiting list | Query `MEETING#id`, begins with `WAITING#` |
 * | scheduler | offers that are over, or end soon | Query `MEETING#id`, begins with `OFFER#` |
 * | scheduler | remind of an offer, tell of a change of the meeting | one TransactWriteItems each: UpdateItem `REG#` (or `DELEGATION#`), `AUDIT#`, outbox; what waits there and is no longer so is taken back by UpdateItem |
 * | scheduler, command | who is to be told of a change | Query `MEETING#id`, begins with `REG#`, `DELEGATION#`, only while the meeting says that there is one |
 * | scheduler | all are told | one TransactWriteItems: UpdateItem `MEETING#id` / `MEETING`, conditional; Put `MEETING#id` / `STANDING` into the outbox |
 * | private page | change, erase | as any move, with Put and Delete of `REG#reference#part` in the vault; erasing deletes the messages in the outbox too |
 * | private page | all that is kept about one person | Query `MEETING#id`, begins with `AUDIT#`, filtered; GetItem of the outbox for each message |
 * | form, private page | count an attempt from a network or for an address | UpdateItem `LIMIT#act#hash` / `WINDOW#start`, conditional |
 * | form, with a check against bots | spend a challenge | PutItem `CHALLENGE#nonce` / `CHALLENGE`, conditional |
 * | form, private page | the secret of the stage | GetItem `SECRET` / `SECRET` (kept in memory for good) |
 * | scheduler, command, delegation page | the list of participants | Query `MEETING#id`, begins with `REG#` |
 * | command | the delegations of a meeting | Query `MEETING#id`, begins with `DELEGATION#` |
 * | delegation page, form of a `validated` category | a delegation and its focal point | GetItem `MEETING#id` / `DELEGATION#id`, consistent |
 * | delegation page | any change of its people | in the transaction of the move: a check of the link in `DELEGATION#id`; of who is head, Update `HEAD_LOCK#id` |
 * | scheduler | whether today's deletions are done | GetItem `MEETING#id` / `RETENTION#day`; PutItem once they are |
 * | scheduler | what is to be deleted of a meeting | Query `MEETING#id`, begins with `REG#`, `DELEGATION#`; Query of the outbox index `byMeeting`; TransactWriteItems |
 * | form | register, where something is sensitive | in that transaction: Put `REG#reference#part` into the vault, one for each |
 * | private page | what is kept apart | GetItem of the vault for each part that the registration names |
 * | command, scheduler | let its days follow the meeting, after a change of it | Query `MEETING#id`, begins with `REG#`; for each that changes one TransactWriteItems: `REG#`, `AUDIT#`, Update or Delete of its parts in the vault; UpdateItem `MEETING` once all do |
 * | scheduler, command | how far a reminder has got | GetItem `MEETING#id` / `REMINDERS#mark`, consistent; UpdateItem for each page, conditional; Put when all is done |
 * | scheduler | whom to remind | Query `MEETING#id`, begins with `REG#` or `DELEGATION#`, page by page; for delegations again which of them have somebody |
 * | scheduler | remind somebody | one TransactWriteItems: UpdateItem `REG#`, or of `DELEGATION#`; outbox |
 * | form, private page, delegation page | that a reminder of nominations is no longer true | GetItem `DELEGATION#id`; where its focal point was reminded lately, in the transaction of whoever comes in: Put `PEOPLE#meeting#id` / `STANDING` into the outbox |
 * | command | that a former link of a delegation is no longer good | in the transaction that makes the new one: Put `DELEGATION#meeting#id` / `STANDING` into the outbox |
 * | private page, scheduler | what was written before and has not reached its reader | GetItem of the outbox, of each message that the registration or delegation names, consistent |
 * | unsubscribe page, private page | stop reminders, or have them again | one TransactWriteItems: `REG#` or `DELEGATION#`, `AUDIT#` |
 * | command | what is kept apart for a meeting | Query of the vault, `MEETING#id` |
 * | notifier | whether an address is written to | GetItem of the outbox, `ADDRESS#hash` / `DELIVERY`, consistent |
 * | feedback | what SES reports | GetItem and UpdateItem of the message; GetItem and conditional PutItem of `ADDRESS#hash` / `DELIVERY` |
 * | private page | whether its address could be reached | GetItem of the outbox, `ADDRESS#hash` / `DELIVERY` |
 * | delegation page, list, command | whether all their addresses could | BatchGetItem of the outbox, a hundred each |
 * | command | write to an address again | one TransactWriteItems: `ADDRESS#hash` of the outbox, `STAGE` / `AUDIT#` |
 * | delegation page | keep a file of a note | GetObject, CopyObject, DeleteObject of the bucket, `incoming/meeting/delegation/upload` to `kept/…`; then as any change of a delegation |
 * | scheduler | files of a meeting that is over | ListObjectsV2 `kept/meeting/`, DeleteObjects; once a day |
 * | notifier | claim, record | UpdateItem on the outbox, conditional |
 * | every move | that older messages are no longer true | in its transaction: Put `REGISTRATION#reference` / `STANDING` into the outbox; nothing for a new registration |
 * | notifier | whether a message is still true | GetItem of the outbox, `REGISTRATION#reference` / `STANDING`, consistent |
 * | command | that messages about a meeting are no longer true | in the transaction that changes, moves or cancels it: Put `MEETING#id` / `STANDING` into the outbox |
 * | unsubscribe page, private page | that reminders are not wanted | in the transaction that notes it: Put `REMINDERS#hash` / `STANDING` into the outbox |
 * | notifier | the same of its meeting, delegation, and whether reminders are wanted | GetItem of the outbox, `MEETING#id`, `DELEGATION#…`, `PEOPLE#…`, `REMINDERS#hash` / `STANDING`, consistent |
 * | notifier | its turn, within the rate of SES | UpdateItem `RATE#second` / `RATE` of the outbox, conditional |
 * | notifier | attachment of a message | Query of the outbox by message, begins with `PART#` |
 * | command | messages that have failed | Scan of the outbox, filtered (by hand, where something went wrong) |
 * | command | put a message that has failed back | one TransactWriteItems: outbox, `AUDIT#` |
 * | sweeper | messages that are due | Query of the outbox index `byDue`, up to now; of `DUE` first, then of `BULK` |
 */

export type Key = { readonly pk: string; readonly sk: string };

/** Index of the registry: everything of one kind, in order. Only meetings are in it so far. */
export const BY_KIND = { name: 'byKind', partition: 'kind', sort: 'kindOrder' } as const;
/** Index of the outbox: messages not yet at their end, by when they are to be looked at again. */
export const BY_DUE = { name: 'byDue', partition: 'due', sort: 'dueAt' } as const;
/** Index of the outbox: all that is kept there of one meeting, messages and parts, by when it was written. */
export const BY_MEETING = {
  name: 'byMeeting',
  partition: 'meetingId',
  sort: 'createdAt',
} as const;
/** Every table: key attributes, and the attribute that says when an item may be deleted (epoch seconds). */
export const TABLE = { partition: 'pk', sort: 'sk', timeToLive: 'expiresAt' } as const;

const of = (meetingId: string) => `MEETING#${meetingId}`;
/** What is only to be compared, not read. */
export const hash = (text: string) => createHash('sha256').update(text).digest('base64url');

export const registryKeys = {
  meeting: (id: string): Key => ({ pk: of(id), sk: 'MEETING' }),
  prefix: (prefix: string): Key => ({ pk: `PREFIX#${prefix}`, sk: 'PREFIX' }),
  registration: (meetingId: string, reference: string): Key => ({
    pk: of(meetingId),
    sk: `REG#${reference}`,
  }),
  /** Who has claimed an address; hashed, so that the key itself tells nobody's. */
  email: (meetingId: string, address: string): Key => ({
    pk: of(meetingId),
    sk: `EMAIL#${addressHash(address)}`,
  }),
  seats: (meetingId: string, scope: string, shard: number): Key => ({
    pk: of(meetingId),
    sk: `SEATS#${scope}#${shard}`,
  }),
  /** One shard of the fence of the waiting list: see waiting-list-fence.ts. */
  fence: (meetingId: string, number: number): Key => ({
    pk: of(meetingId),
    sk: `FENCE#${number}`,
  }),
  /** The waiting list, in its order. */
  waitingListEntry: (meetingId: string, since: string, reference: string): Key => ({
    pk: of(meetingId),
    sk: `WAITING#${since}#${reference}`,
  }),
  /** Offers that have been made, by when they end. */
  offer: (meetingId: string, until: string, reference: string): Key => ({
    pk: of(meetingId),
    sk: `OFFER#${until}#${reference}`,
  }),
  /** That what is no longer needed has been deleted on this day. */
  retention: (meetingId: string, day: string): Key => ({
    pk: of(meetingId),
    sk: `RETENTION#${day}`,
  }),
  /** How far the sending of reminders of one day, or of one request, has got. */
  reminders: (meetingId: string, mark: string): Key => ({
    pk: of(meetingId),
    sk: `REMINDERS#${mark}`,
  }),
  /** The arrangements of a meeting at one calendar revision: readers may have been told them. */
  arrangements: (meetingId: string, calendarRevision: number): Key => ({
    pk: of(meetingId),
    sk: `ARRANGEMENTS#${calendarRevision}`,
  }),
  /** That somebody of a delegation registered after its focal point was reminded that nobody had. */
  presence: (meetingId: string, delegationId: string): Key => ({
    pk: of(meetingId),
    sk: `PRESENCE#${delegationId}`,
  }),
  /** A code; hashed, so that whoever reads the table cannot use it. */
  code: (meetingId: string, code: string): Key => ({ pk: of(meetingId), sk: `CODE#${hash(code)}` }),
  /** A delegation that has a focal point: see domain/delegation.ts for its id. */
  delegation: (meetingId: string, id: string): Key => ({
    pk: of(meetingId),
    sk: `DELEGATION#${id}`,
  }),
  /** Counts the changes of who is head of a delegation, so that they come one after the other. */
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
  /** What was done for the whole stage and not for a meeting. */
  stageAudit: (at: string, id: string): Key => ({ pk: 'STAGE', sk: `AUDIT#${at}#${id}` }),
  /** What is counted has a partition of its own, so that no rush queues behind it. `start`: epoch seconds. */
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
  /** One part of what is kept apart for a registration: the table deletes whole items, each by its own day. */
  part: (meetingId: string, reference: string, part: string): Key => ({
    pk: of(meetingId),
    sk: `REG#${reference}#${part}`,
  }),
} as const;

/** Where the items of one sort of a meeting begin, for queries. */
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
/** The values of `due` in the index `byDue`: of messages that somebody waits for, and of those sent to many. */
export const DUE = 'DUE';
export const DUE_BULK = 'BULK';

export const outboxKeys = {
  /** One notice of a recipient. The stream's filter finds it by how its sort key begins, and wakes the notifier. */
  notice: (recipient: string, name: string): Key => ({
    pk: recipientPartition(recipient),
    sk: `${OUTBOX_NOTICES}${name}`,
  }),
  /** What a recipient was last told: see domain/notifications/last-notified.ts. */
  lastNotified: (recipient: string): Key => ({
    pk: recipientPartition(recipient),
    sk: OUTBOX_LAST_NOTIFIED,
  }),
  /** One chunk of the attachment of a notice. */
  attachmentChunk: (recipient: string, name: string, number: number): Key => ({
    pk: recipientPartition(recipient),
    sk: `${OUTBOX_ATTACHMENTS}${name}#${String(number).padStart(4, '0')}`,
  }),
  /** How many messages are sent in one second. `second`: since the epoch. */
  rate: (second: number): Key => ({ pk: `RATE#${second}`, sk: 'RATE' }),
  /** What is known of the delivery to an address, which is hashed; nothing wakes the notifier for it. */
  delivery: (addressHash: string): Key => ({ pk: `ADDRESS#${addressHash}`, sk: 'DELIVERY' }),
  /** The id of the notice that an item is: see domain/notifications/recipient.ts. */
  noticeId: ({ pk, sk }: Key): string =>
    `${pk.slice('RECIPIENT#'.length)}_${sk.slice(OUTBOX_NOTICES.length)}`,
} as const;

/** The partition of all notices of a recipient. */
export const recipientPartition = (recipient: string): string => `RECIPIENT#${recipient}`;

/** The keys of files: notes of nomination, as they come in and as they are kept. */
export const noteKeys = {
  incoming: (of: { meetingId: string; id: string }, upload: string) =>
    `${NOTES.incoming}${of.meetingId}/${of.id}/${upload}`,
  kept: (of: { meetingId: string; id: string }, upload: string) =>
    `${noteKeys.ofMeeting(of.meetingId)}${of.id}/${upload}`,
  ofMeeting: (meetingId: string) => `${NOTES.kept}${meetingId}/`,
} as const;
/** Where keys of files begin: permissions and the deletion of what nobody has kept go by it. */
export const NOTES = { incoming: 'incoming/', kept: 'kept/' } as const;
