import { type Delegation, nominationRefusal } from '../delegation/delegation.ts';
import type { Meeting } from '../meeting/meeting-definition.ts';

/** How many days before registration closes focal points who have named nobody are reminded. */
export const NOMINATION_DAYS: readonly number[] = [14, 3];

/** How many days before its first day participants are reminded of a meeting. */
export const MEETING_DAYS: readonly number[] = [7, 1];

/** What a meeting sends at its time. A list without a day stands for no reminder. */
export type Reminders = {
  readonly nominationDays: readonly number[];
  readonly meetingDays: readonly number[];
  /** Whether those who were confirmed are thanked after the last day. */
  readonly thankYou: boolean;
};

/**
 * What a meeting sends at its time: what its definition says, and otherwise the days above. It thanks where it
 * has words of thanks, or says that it does.
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

/** Why a focal point is not reminded to nominate. */
export const NOT_REMINDED = ['has-somebody', 'stopped', 'invited-lately', 'not-possible'] as const;
export type NotReminded = (typeof NOT_REMINDED)[number];

/** Whoever was invited within this time has the invitation in mind. */
const INVITED_LATELY_MS = 24 * 3_600_000;

/**
 * Why the focal point of a delegation is not reminded that nobody is registered for it; nothing where they are.
 *
 * @param hasSomebody whether anybody of it is registered or nominated, and has not ended.
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
