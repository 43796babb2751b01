import { randomUUID } from 'node:crypto';
import type { Logger } from '@aws-lambda-powertools/logger';
import { suppressionOf } from '../domain/notifications/delivery.ts';
import {
  accepted,
  type LastNotified,
  NEVER_NOTIFIED,
  notAccepted,
  takenOver,
  type UnreadEvent,
  withUnread,
} from '../domain/notifications/last-notified.ts';
import { parseRecipientKey } from '../domain/notifications/recipient.ts';
import { addressHash } from '../domain/shared/email.ts';
import { compose } from '../mail/compose.ts';
import { countFailed } from '../mail/ses/metrics.ts';
import { mimeOf } from '../mail/ses/mime.ts';
import { type Ses, sendMail } from '../mail/ses/ses.ts';
import { TAG_VALUE } from '../mail/ses/tag.ts';
import { readAttachments } from '../store/outbox/attachment.ts';
import { type Claimed, claimNotice, LEASE_MS } from '../store/outbox/claim.ts';
import { readDelivery } from '../store/outbox/delivery.ts';
import {
  changeLastNotified,
  type KeptLastNotified,
  readLastNotified,
  writeLastNotified,
} from '../store/outbox/last-notified.ts';
import { enqueue } from '../store/outbox/notice.ts';
import { type Result, recordResult } from '../store/outbox/record.ts';
import type { Outbox } from '../store/platform/client.ts';
import { isPassing } from '../store/platform/transact.ts';
import { GivenUp, isGivenUp, nextAttempt, nextLook, nextTurn } from './backoff.ts';
import { classifySesError, lastErrorOf } from './classify-ses-error.ts';
import { type Planned, planMessage, type Said, type Sources } from './plan.ts';
import type { RateLimiter } from './rate-limiter.ts';

/** What the notifier works with. */
export type Dependencies = Sources & {
  readonly outbox: Outbox;
  readonly ses: Ses;
  readonly rateLimiter: RateLimiter;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly now: () => Date;
};

/** Which notices a run takes. */
export type Run = {
  /** `prompt` leaves bulk notices to the sweeper. */
  readonly lane: 'prompt' | 'any';
  /** Whether there is time to wait for a turn. */
  readonly goOn: () => boolean;
};

/**
 * Sends the message of one notice, if there is something to tell and no other worker has claimed it. Errors of SES and
 * of the message itself become a state of the notice. Logs name the notice and never the person.
 *
 * @returns the state of the notice, or `undefined` if this caller could not claim it.
 * @throws only errors of DynamoDB. The claim then ends by itself, and the sweeper tries again.
 */
export async function deliver(
  dependencies: Dependencies,
  id: string,
  { lane, goOn }: Run = { lane: 'any', goOn: () => true },
): Promise<Result['status'] | undefined> {
  const { outbox, ses, log, now } = dependencies;
  const claimed = await claimNotice(outbox, id, randomUUID(), now(), lane);
  if (claimed === undefined) {
    log.info('Notice not claimed', { noticeId: id });
    return undefined;
  }
  const result = await attempt(dependencies, claimed, goOn);
  const recorded = await recordResult(outbox, claimed, result);
  const { status } = result;
  const facts = {
    noticeId: id,
    event: claimed.event?.kind,
    status,
    attempts: claimed.attempts,
    recorded,
    ...('error' in result && result.error && { error: result.error.name }),
  };
  if (status === 'failed') log.error(MESSAGES[status], facts);
  else if (status === 'sent' || status === 'nothing-to-tell' || status === 'waiting')
    log.info(MESSAGES[status], facts);
  else log.warn(MESSAGES[status], facts);
  if (status === 'failed' && recorded) countFailed(ses.stage, now());
  return status;
}

const MESSAGES = {
  sent: 'Message sent',
  suppressed: 'Message not sent: its address is suppressed',
  failed: 'Message failed',
  'nothing-to-tell': 'Nothing to tell',
  waiting: 'Message waits for its turn',
  retrying: 'Message not sent yet',
  sending: 'Message not sent yet',
} as const satisfies Record<Result['status'], string>;

/** Makes one attempt, and returns its result. */
async function attempt(
  dependencies: Dependencies,
  claimed: Claimed,
  goOn: () => boolean,
): Promise<Result> {
  const { rateLimiter, now } = dependencies;
  if (isGivenUp(claimed, now()))
    return { status: 'failed', error: claimed.lastError ?? lastErrorOf(new GivenUp(), now()) };
  if (!(await rateLimiter.acquire(claimed.lane, goOn)))
    return { status: 'waiting', dueAt: nextTurn(now()) };
  if (claimed.document === undefined) return toRecipient(dependencies, claimed);
  const planned = await plan(dependencies, claimed, NEVER_NOTIFIED);
  return 'message' in planned ? send(dependencies, claimed, planned) : planned;
}

/** Sends what has changed for a recipient since the last notification. */
async function toRecipient(dependencies: Dependencies, claimed: Claimed): Promise<Result> {
  const { outbox, now } = dependencies;
  const { id, recipient } = claimed;
  // The item exists before the registration is read. If the person is erased afterwards, the item is deleted, and the
  // name and address that were read are not written.
  const kept =
    (await readLastNotified<Said>(outbox, recipient)) ??
    (await writeLastNotified<Said>(outbox, claimed, undefined, NEVER_NOTIFIED, now()));
  if (kept === undefined) return { status: 'waiting', dueAt: nextTurn(now()) };
  const last: LastNotified<Said> = kept;
  const { inFlight } = last;
  // A recipient has one message in flight. The others wait for its answer.
  if (inFlight && inFlight.noticeId !== id && inFlight.until > now().toISOString())
    return { status: 'waiting', dueAt: nextTurn(now()) };
  // SES has accepted it, and the worker died before it could record that.
  const before = last.said.find(({ noticeId }) => noticeId === id);
  if (before) {
    const { kind, language, address, at } = before;
    const sent = { kind, language, to: addressHash(address) };
    return { status: 'sent', sesMessageId: claimed.sesMessageId ?? '', at: new Date(at), sent };
  }
  const until = new Date(now().getTime() + LEASE_MS).toISOString();
  const taken = takenOver<Said>(last, { noticeId: id, until });
  const planned = await plan(dependencies, claimed, taken);
  if (!('message' in planned)) {
    if (NEVER_READ.has(planned.status)) await noteUnread(outbox, claimed, now());
    return planned;
  }
  const inFlightNow = { noticeId: id, until, ...planned.flight };
  const write = (seen: KeptLastNotified<Said>, after: typeof taken) =>
    writeLastNotified<Said>(outbox, claimed, seen, after, now());
  const written = await write(kept, { ...taken, inFlight: inFlightNow });
  // Another notice was faster, or the person was erased.
  if (written === undefined) return { status: 'waiting', dueAt: nextTurn(now()) };
  const result = await send(dependencies, claimed, planned);
  if (result.status === 'sent') {
    await repeatUnread(outbox, claimed, written.unread, now());
    const at = result.at.toISOString();
    await write(written, { ...accepted(written, id, at), unread: undefined });
  } else if (result.status === 'sending') {
    const longer = { ...inFlightNow, until: result.until.toISOString() };
    await write(written, { ...written, inFlight: longer });
  } else {
    const after = notAccepted(written, id);
    await write(written, result.status === 'failed' ? withUnread(after, claimed.event) : after);
  }
  return result;
}

/** Final states of a notice whose message nobody will read. */
const NEVER_READ: ReadonlySet<Result['status']> = new Set(['failed', 'suppressed']);

async function noteUnread(outbox: Outbox, claimed: Claimed, now: Date): Promise<void> {
  await changeLastNotified<Said>(outbox, claimed, (last) => withUnread(last, claimed.event), now);
}

/** Writes a notice for each event whose message did not reach the recipient, now that messages do again. */
async function repeatUnread(
  outbox: Outbox,
  { recipient, meetingId }: Claimed,
  unread: readonly UnreadEvent[] = [],
  now: Date,
): Promise<void> {
  const to = parseRecipientKey(recipient);
  if (to === undefined) return;
  const mark = `again-${now.getTime()}`;
  for (const event of unread) {
    const name =
      event.kind === 'validation-wanted'
        ? `ask-${event.reference}-v${event.version}-${mark}`
        : `link-${mark}`;
    await enqueue(outbox, { recipient: to, name, meetingId, event }, now);
  }
}

/** Decides what to say and composes it, or returns why there is nothing to send. */
async function plan(
  { registry, publicUrl, outbox, ses, now }: Dependencies,
  claimed: Claimed,
  last: Parameters<typeof planMessage>[2],
): Promise<(Planned & { readonly data: Uint8Array }) | Result> {
  const decision = await decided();
  if ('status' in decision) return decision;
  if ('nothing' in decision) return { status: 'nothing-to-tell' };
  if ('later' in decision) return { status: 'waiting', dueAt: new Date(decision.later) };
  const { message } = decision.send;
  const suppression = suppressionOf(await readDelivery(outbox, message.to.email));
  if (suppression !== undefined) {
    const { because, since } = suppression;
    const at = now().toISOString();
    const error = { name: 'Suppressed', message: `${because} since ${since}`, at };
    return { status: 'suppressed', error };
  }
  try {
    if (!TAG_VALUE.test(claimed.id)) throw new Error('The notice id is not a valid SES tag');
    const attachments = await readAttachments(outbox, claimed);
    const composed = await compose({ ...message, composedAt: now().toISOString() }, attachments);
    return { ...decision.send, data: await mimeOf(composed, message, ses.sender, now()) };
  } catch (error) {
    return unlessOfTable(error, now());
  }

  async function decided() {
    try {
      return await planMessage({ registry, publicUrl }, claimed, last, now());
    } catch (error) {
      return unlessOfTable(error, now());
    }
  }
}

/** A message that cannot be composed now can never be composed. An error of a table is temporary, and is thrown. */
function unlessOfTable(error: unknown, now: Date): Result {
  const isOfTable = isPassing(error) || (error instanceof Error && '$metadata' in error);
  if (isOfTable) throw error;
  return { status: 'failed', error: lastErrorOf(error, now) };
}

async function send(
  { ses, rateLimiter, now }: Dependencies,
  claimed: Claimed,
  { message, data }: { readonly message: Planned['message']; readonly data: Uint8Array },
): Promise<Result> {
  const { id, to, language, content } = message;
  try {
    const sesMessageId = await sendMail(ses, { id, to: to.email, data });
    const sent = { kind: content.kind, language, to: addressHash(to.email) };
    return { status: 'sent', sesMessageId, at: now(), sent };
  } catch (error) {
    const answer = classifySesError(error);
    const lastError = lastErrorOf(error, now());
    if (answer === 'permanent') return { status: 'failed', error: lastError };
    if (answer === 'too-much') {
      rateLimiter.backOff();
      return { status: 'waiting', dueAt: nextTurn(now()), error: lastError };
    }
    return answer === 'unclear'
      ? { status: 'sending', until: nextLook(claimed, now()), error: lastError }
      : { status: 'retrying', dueAt: nextAttempt(claimed, now()), error: lastError };
  }
}
