import { randomBytes } from 'node:crypto';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import {
  type Delegated,
  type Delegation,
  delegationId,
  type FocalPoint,
  type NoteOfNomination,
} from '../../domain/delegation/delegation.ts';
import type { NoteFile } from '../../domain/delegation/note-file.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { isSameAddress } from '../../domain/shared/email.ts';
import { sinceTold } from '../meeting/meeting.ts';
import { askAnew } from '../notifications/ask-anew.ts';
import { invitationMessages } from '../notifications/delegation-message.ts';
import { delegationStandingWrite } from '../notifications/standing.ts';
import { type Earlier, isWaiting, lookAtAll, takeBack } from '../notifications/unsaid.ts';
import type { NewMessage } from '../outbox/message.ts';
import { messageWrite } from '../outbox/outbox.ts';
import { type AuditLine, auditWrite } from '../platform/audit.ts';
import type { Store } from '../platform/client.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import { transact } from '../platform/transact.ts';
import type { OperationContext } from '../registration/change.ts';
import { delegationWrite, getDelegation } from './delegation.ts';

/** What an invitation has led to. `handed-on`: another focal point has a new link, and the former link has ceased. */
export type InviteOutcome = {
  readonly outcome: 'invited' | 'handed-on' | 'sent-again' | 'unchanged';
  readonly delegation: Delegation;
};

/** 128 bits, for the link of a delegation page. */
const newSecret = () => randomBytes(16).toString('base64url');

/**
 * Names the focal point of a delegation, and writes to whoever is new. Doing it again writes to nobody, unless
 * `again` asks for it.
 *
 * @throws StoreBusy when the table takes nothing before the deadline.
 */
export async function inviteFocalPoint(
  store: Store,
  meeting: Meeting,
  {
    delegated,
    focalPoint,
    again,
  }: { delegated: Delegated; focalPoint: FocalPoint; again: boolean },
  moving: OperationContext,
): Promise<InviteOutcome> {
  const { now, publicUrl, deadline } = moving;
  const id = delegationId(delegated);
  const invited = { focalPoint, invitedAt: now.toISOString() };
  return optimisticRetry({ deadline, busy: 'Inviting took too long' }, async () => {
    const before = await getDelegation(store, meeting.id, id);
    const { meeting: current } = await sinceTold(store, { meeting }, before?.told);
    const told = toldOf(current);
    const same = before && isSameAddress(before.focalPoint.email, focalPoint.email);
    const outcome = before === undefined ? 'invited' : same ? 'unchanged' : 'handed-on';
    if (before && same && !again && isSame(before.focalPoint, focalPoint))
      return { outcome, delegation: before };
    const waiting = await waitingInvitations(store, before);
    // What waits is to be in the language and to the name that the focal point has now.
    const sent = !same || again || waiting.length > 0;
    const delegation: Delegation = before
      ? {
          ...before,
          focalPoint,
          version: before.version + 1,
          ...(same ? {} : { ...invited, ...anew(before) }),
          ...(sent ? told : {}),
        }
      : {
          ...delegated,
          ...invited,
          ...told,
          meetingId: meeting.id,
          id,
          secret: newSecret(),
          link: 1,
          version: 1,
        };
    const messages = sent
      ? invitationMessages(current, delegation, publicUrl, same ? now : undefined)
      : [];
    const asked =
      before && !same ? await askAnew(store, current, delegation, publicUrl, now) : undefined;
    const audit = {
      action: 'focal-point-invited',
      actor: 'operator',
      detail: `${id} ${outcome}`,
    } as const;
    const writes = [...waiting.map((one) => takeBack(store, one)), ...(asked?.writes ?? [])];
    const written = await write(store, before, delegation, messages, audit, moving, writes);
    if (written) return { outcome: same && again ? 'sent-again' : outcome, delegation };
    return CONFLICT;
  });
}

/** Invitations that wait: another one takes their place. */
async function waitingInvitations(
  store: Store,
  before: Delegation | undefined,
): Promise<readonly Earlier[]> {
  const earlier = await lookAtAll(store, before?.messageIds);
  return earlier.filter(
    (one) => isWaiting(one) && one.message.content.kind === 'delegation-invitation',
  );
}

/** Of whoever is sent the link: the message says how the meeting is. */
const toldOf = ({ edition = 1 }: Meeting) => ({ told: edition });

/** What belongs to a focal point alone: the link, and whether reminders are wanted. */
const anew = ({ link }: Delegation) => ({
  secret: newSecret(),
  link: link + 1,
  remindersStoppedAt: undefined,
  news: undefined,
  messageIds: undefined,
});

const isSame = (a: Delegation['focalPoint'], b: FocalPoint) =>
  a.name === b.name && a.language === b.language;

/**
 * Gives a delegation page another address, and sends it to the focal point. The former one ceases at once.
 *
 * @returns nothing where no such delegation has a focal point.
 */
export async function rotateLink(
  store: Store,
  meeting: Meeting,
  id: string,
  moving: OperationContext,
): Promise<Delegation | undefined> {
  return changeDelegation(store, meeting.id, id, moving, async (before) => {
    const { meeting: current } = await sinceTold(store, { meeting }, before.told);
    const renewed = { secret: newSecret(), link: before.link + 1 };
    const after = { ...before, ...renewed, ...toldOf(current) };
    const messages = invitationMessages(current, after, moving.publicUrl);
    const waiting = await waitingInvitations(store, before);
    const asked = await askAnew(store, current, after, moving.publicUrl, moving.now);
    const writes = [...waiting.map((one) => takeBack(store, one)), ...asked.writes];
    const audit = { action: 'link-rotated', actor: 'operator', detail: id } as const;
    return { after, messages, audit, writes };
  });
}

/**
 * Records the letter by which a delegation was nominated.
 *
 * @param seen the delegation as its link opened it. @returns nothing where that link has ceased meanwhile.
 */
export async function recordNote(
  store: Store,
  seen: Delegation,
  note: NoteOfNomination,
  moving: OperationContext,
): Promise<Delegation | undefined> {
  return changeDelegation(store, seen.meetingId, seen.id, moving, (before) =>
    before.link !== seen.link
      ? undefined
      : {
          after: { ...before, note },
          messages: [],
          audit: { action: 'note-recorded', actor: 'focal-point', detail: seen.id },
        },
  );
}

/**
 * Records the file of that letter, which is kept already.
 *
 * @returns the file that it takes the place of; nothing where the link has ceased meanwhile.
 */
export async function recordNoteFile(
  store: Store,
  seen: Delegation,
  file: NoteFile,
  moving: OperationContext,
): Promise<{ readonly former: NoteFile | undefined } | undefined> {
  let former: NoteFile | undefined;
  const after = await changeDelegation(store, seen.meetingId, seen.id, moving, (before) => {
    if (before.link !== seen.link) return undefined;
    // One that was recorded already takes nothing's place: a form may be sent twice at once.
    former = before.noteFile?.upload === file.upload ? undefined : before.noteFile;
    return {
      after: { ...before, noteFile: file },
      messages: [],
      audit: { action: 'note-file-kept', actor: 'focal-point', detail: seen.id },
    };
  });
  return after && { former };
}

type Step = {
  readonly after: Delegation;
  readonly messages: readonly NewMessage[];
  readonly audit: AuditLine;
  /** What else is written with it. */
  readonly writes?: readonly TransactWriteItem[];
};

/**
 * Changes a delegation, with its audit line and its messages; should it have changed since it was read, anew.
 *
 * @param step what becomes of it; nothing where nothing is to be changed.
 * @throws StoreBusy when the table takes nothing before the deadline.
 */
export async function changeDelegation(
  store: Store,
  meetingId: string,
  id: string,
  moving: OperationContext,
  step: (before: Delegation) => Step | undefined | Promise<Step | undefined>,
): Promise<Delegation | undefined> {
  const retry = { deadline: moving.deadline, busy: 'Changing the delegation took too long' };
  return optimisticRetry(retry, async () => {
    const before = await getDelegation(store, meetingId, id);
    const next = before && (await step(before));
    if (before === undefined || next === undefined) return undefined;
    const { after, messages, audit, writes } = next;
    const counted = { ...after, version: before.version + 1 };
    if (await write(store, before, counted, messages, audit, moving, writes)) return counted;
    return CONFLICT;
  });
}

async function write(
  store: Store,
  before: Delegation | undefined,
  after: Delegation,
  messages: readonly NewMessage[],
  audit: AuditLine,
  { now, deadline }: OperationContext,
  writes: readonly TransactWriteItem[] = [],
): Promise<boolean> {
  const messageIds =
    messages.length > 0
      ? [...(after.messageIds ?? []), ...messages.map((message) => message.id)]
      : after.messageIds;
  const { written } = await transact(
    store.client,
    [
      delegationWrite(store, { ...after, messageIds }, before?.version),
      auditWrite(store, after.meetingId, audit, now),
      ...messages.map((message) => messageWrite(store, message, now)),
      ...(before && before.link !== after.link ? [delegationStandingWrite(store, after, now)] : []),
      ...writes,
    ],
    deadline,
  );
  return written;
}
