import { type Delegation, nominationRefusal } from '../delegation/delegation.ts';
import type { Meeting } from '../meeting/meeting-definition.ts';

/** The default days before registration closes on which focal points without a registered person get a reminder. */
const NOMINATION_DAYS: readonly number[] = [14, 3];

/** The default days before its first day on which participants get a reminder of a meeting. */
const MEETING_DAYS: readonly number[] = [7, 1];

/** The reminders of a meeting. An empty list means no reminder. */
export type Reminders = {
  readonly nominationDays: readonly number[];
  readonly meetingDays: readonly number[];
  /** Whether people who were confirmed get thanks after the last day. */
  readonly thankYou: boolean;
};

/**
 * The reminders of a meeting: from its definition, or the defaults above. Thanks are sent if the definition says so, or
 * if it has a text for them.
 */
export function remindersOf({
  reminders,
  thankYou,
}: Pick<Meeting, 'reminders' | 'thankYou'>): Reminders {
  return {
    nominationDays: reminders?.nominationDays ?? NOMINATION_DAYS,
    meetingDays: reminders?.meetingDays ?? MEETING_DAYS,
    thankYou: reminders?.thankYou ?? thankYou !== undefined,
  };
}

/** Why a focal point gets no reminder to nominate. */
const NOT_REMINDED = ['has-somebody', 'stopped', 'invited-lately', 'not-possible'] as const;
export type NotReminded = (typeof NOT_REMINDED)[number];

/** A focal point still remembers an invitation of the last 24 hours. */
const INVITED_LATELY_MS = 24 * 3_600_000;

/**
 * Why the focal point of a delegation gets no reminder to nominate. `undefined` if it gets one.
 *
 * @param hasSomebody whether the delegation has a live registration.
 */
export function notReminded(
  meeting: Meeting,
  delegation: Delegation,
  hasSomebody: boolean,
  now: Date,
): NotReminded | undefined {
  if (hasSomebody) return 'has-somebody';
  if (delegation.remindersStoppedAt !== undefined) return 'stopped';
  if (nominationRefusal(meeting, delegation, now) !== undefined) return 'not-possible';
  const since = now.getTime() - Date.parse(delegation.invitedAt);
  return since < INVITED_LATELY_MS ? 'invited-lately' : undefined;
}
