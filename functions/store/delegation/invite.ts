import { randomBytes } from 'node:crypto';
import {
  type Delegated,
  type Delegation,
  delegationId,
  type FocalPoint,
  type NoteOfNomination,
} from '../../domain/delegation/delegation.ts';
import type { NoteFile } from '../../domain/delegation/note-file.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { NewNotice } from '../../domain/notifications/notice.ts';
import { isSameAddress } from '../../domain/shared/email.ts';
import { noticeWrite } from '../outbox/notice.ts';
import { type AuditLine, auditWrite } from '../platform/audit.ts';
import type { Store } from '../platform/client.ts';
import { CONFLICT, optimisticRetry } from '../platform/optimistic-retry.ts';
import { transact } from '../platform/transact.ts';
import type { OperationContext } from '../registration/change.ts';
import { questionsWithNewLink } from '../registration/notices.ts';
import { peopleOf } from '../registration/registration.ts';
import { delegationWrite, getDelegation } from './delegation.ts';

/**
 * The result of an invitation. `forwarded`: another person is now the focal point, with a new link, and the former link
 * has ended.
 */
export type InviteOutcome = {
  readonly outcome: 'invited' | 'forwarded' | 'sent-again' | 'unchanged';
  readonly delegation: Delegation;
};

/** The secret of a delegation link: 128 random bits. */
const newSecret = () => randomBytes(16).toString('base64url');

/**
 * Sets the focal point of a delegation, and sends the link to a new one. A second call sends nothing, unless `again` is
 * true.
 *
 * @throws StoreBusy if the table does not accept the write before the deadline.
 */
export async function inviteFocalPoint(
  store: Store,
  meeting: Meeting,
  {
    delegated,
    focalPoint,
    again,
  }: { delegated: Delegated; focalPoint: FocalPoint; again: boolean },
  context: OperationContext,
): Promise<InviteOutcome> {
  const { now, deadline } = context;
  const id = delegationId(delegated);
  const invited = { focalPoint, invitedAt: now.toISOString() };
  return optimisticRetry({ deadline, busy: 'Inviting took too long' }, async () => {
    const before = await getDelegation(store, meeting.id, id);
    const same = before && isSameAddress(before.focalPoint.email, focalPoint.email);
    const outcome = before === undefined ? 'invited' : same ? 'unchanged' : 'forwarded';
    if (before && same && !again && isSame(before.focalPoint, focalPoint))
      return { outcome, delegation: before };
    const delegation: Delegation = before
      ? {
          ...before,
          focalPoint,
          version: before.version + 1,
          ...(same ? {} : { ...invited, ...renewed(before), remindersStoppedAt: undefined }),
        }
      : {
          ...delegated,
          ...invited,
          meetingId: meeting.id,
          id,
          secret: newSecret(),
          link: 1,
          version: 1,
        };
    const notices =
      same && !again
        ? []
        : [
            invitation(delegation, same ? now : undefined),
            ...(same ? [] : await questionsFor(store, delegation)),
          ];
    const audit = {
      action: 'focal-point-invited',
      actor: 'operator',
      detail: `${id} ${outcome}`,
    } as const;
    const written = await write(store, before, delegation, { notices, audit }, context);
    return written ? { outcome: same && again ? 'sent-again' : outcome, delegation } : CONFLICT;
  });
}

/**
 * The notice that sends the link to a focal point.
 * @param requestedAt set if an organiser asks to send the same link again.
 */
function invitation({ meetingId, id, link }: Delegation, requestedAt?: Date): NewNotice {
  return {
    recipient: { kind: 'focal-point', meetingId, delegationId: id },
    name: requestedAt ? `link-${link}-r${requestedAt.getTime()}` : `link-${link}`,
    meetingId,
    event: {
      kind: 'focal-point-invited',
      ...(requestedAt && { requestedAt: requestedAt.toISOString() }),
    },
  };
}

/**
 * How many people a focal point is asked about with a new link, because a transaction has at most a hundred writes. The
 * page shows all of them.
 */
const MOST_QUESTIONS = 40;

/** The notices that ask about each person who waits for validation. The links in earlier questions no longer work. */
async function questionsFor(store: Store, delegation: Delegation): Promise<NewNotice[]> {
  const people = await peopleOf(store, delegation);
  const pending = people.filter(({ status }) => status === 'pending');
  return questionsWithNewLink(delegation, pending.slice(0, MOST_QUESTIONS));
}

const renewed = ({ link }: Delegation) => ({ secret: newSecret(), link: link + 1 });

const isSame = (a: Delegation['focalPoint'], b: FocalPoint) =>
  a.name === b.name && a.language === b.language;

/**
 * Gives a delegation a new link and sends it to the focal point. The former link ends at once.
 *
 * @returns `undefined` if the delegation has no focal point.
 * @throws StoreBusy if the table does not accept the write before the deadline.
 */
export async function rotateLink(
  store: Store,
  meeting: Meeting,
  id: string,
  context: OperationContext,
): Promise<Delegation | undefined> {
  return changeDelegation(store, meeting.id, id, context, async (before) => {
    const after = { ...before, ...renewed(before) };
    const notices = [invitation(after), ...(await questionsFor(store, after))];
    return { after, notices, audit: { action: 'link-rotated', actor: 'operator', detail: id } };
  });
}

/**
 * Records the note of nomination of a delegation.
 *
 * @param seen the delegation that the link has opened.
 * @returns `undefined` if the link has been replaced since.
 * @throws StoreBusy if the table does not accept the write before the deadline.
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
          audit: { action: 'note-recorded', actor: 'focal-point', detail: seen.id },
        },
  );
}

/**
 * Records the file of the note of nomination, which is in the bucket already.
 *
 * @returns the file that it replaces; `undefined` if the link has been replaced since.
 * @throws StoreBusy if the table does not accept the write before the deadline.
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
    // The same file replaces nothing: a form may be sent twice.
    former = before.noteFile?.upload === file.upload ? undefined : before.noteFile;
    return {
      after: { ...before, noteFile: file },
      audit: { action: 'note-file-kept', actor: 'focal-point', detail: seen.id },
    };
  });
  return after && { former };
}

type Step = {
  readonly after: Delegation;
  readonly audit: AuditLine;
  readonly notices?: readonly NewNotice[];
};

/**
 * Changes a delegation, together with its audit line and its notices. If it has changed since it was read, it is read
 * and changed again.
 *
 * @param step returns the change, or `undefined` to change nothing.
 * @returns the delegation after the change; `undefined` if nothing changed.
 * @throws StoreBusy if the table does not accept the write before the deadline.
 */
export async function changeDelegation(
  store: Store,
  meetingId: string,
  id: string,
  context: OperationContext,
  step: (before: Delegation) => Step | undefined | Promise<Step | undefined>,
): Promise<Delegation | undefined> {
  const retry = { deadline: context.deadline, busy: 'Changing the delegation took too long' };
  return optimisticRetry<Delegation | undefined>(retry, async () => {
    const before = await getDelegation(store, meetingId, id);
    const next = before && (await step(before));
    if (before === undefined || next === undefined) return undefined;
    const after = { ...next.after, version: before.version + 1 };
    return (await write(store, before, after, next, context)) ? after : CONFLICT;
  });
}

async function write(
  store: Store,
  before: Delegation | undefined,
  after: Delegation,
  { notices = [], audit }: Pick<Step, 'notices' | 'audit'>,
  { now, deadline }: OperationContext,
): Promise<boolean> {
  const { written } = await transact(
    store.client,
    [
      delegationWrite(store, after, before?.version),
      auditWrite(store, after.meetingId, audit, now),
      ...notices.map((notice) => noticeWrite(store, notice, now)),
    ],
    deadline,
  );
  return written;
}
