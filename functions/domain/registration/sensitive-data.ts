import type { Meeting } from '../meeting/meeting.ts';
import { questionsOf } from '../meeting/meeting-questions.ts';
import { type Answer, type Answers, KEEP_DAYS_SENSITIVE } from '../meeting/question.ts';
import type { SetName } from '../meeting/question-set-names.ts';
import { addDays } from '../shared/day.ts';
import type { Registration, SensitiveDataRef } from './registration.ts';

/** What somebody tells of their health or their papers. It is kept apart from their registration. */
export type Sensitive = {
  readonly dietary?: string | undefined;
  readonly accessibility?: string | undefined;
  readonly answers?: Answers | undefined;
};

/**
 * A part of it: one answer, or the needs. Each is kept by itself, so that its day can follow the meeting without
 * anybody reading what it says.
 */
export type SensitivePart = Sensitive & SensitiveDataRef;

/** What somebody has told, by where it is kept. */
export type SplitRequest = {
  /** What the registration itself says: the other answers, whether there are needs, and where the parts are. */
  readonly noted: Pick<Registration, 'answers' | 'hasNeeds' | 'keptApart'>;
  readonly parts: readonly SensitivePart[];
};

/** The last day on which an answer is kept. */
export function keptUntil({ endsOn }: Pick<Meeting, 'endsOn'>, keepDays: number): string {
  return addDays(endsOn, keepDays);
}

/** When a part is deleted, in epoch seconds: once its last day is over everywhere, which noon in UTC sees to. */
export function deletedAt({ keptUntil }: Pick<SensitiveDataRef, 'keptUntil'>): number {
  return Date.parse(`${addDays(keptUntil, 1)}T12:00:00Z`) / 1000;
}

/** Whether the time of a part is over: nobody reads it from then on. */
export function isDeleted(part: Pick<SensitiveDataRef, 'keptUntil'>, now: Date): boolean {
  return deletedAt(part) * 1000 <= now.getTime();
}

/** What becomes of what is kept apart for a registration when its meeting, or the days of a question, change. */
export type RescheduledParts = {
  /** The parts whose day is another one now, with that day. */
  readonly moved: readonly SensitiveDataRef[];
  /** The parts whose time is over, by the day that was theirs or by the one that is now: they are deleted. */
  readonly over: readonly SensitiveDataRef[];
  /** What is left, as the registration is to remember it. */
  readonly left: readonly SensitiveDataRef[];
};

/**
 * Lets the days of what is kept apart follow the meeting as it is now. A part whose time was over before stays
 * deleted, as whoever gave it was told so. The answer to a question that is no longer asked is kept as long as
 * sensitive answers are where nothing is said.
 *
 * @returns `undefined` where all days are right and none is over.
 */
export function rescheduledParts(
  kept: readonly SensitiveDataRef[],
  meeting: Pick<Meeting, 'questions' | 'startsOn' | 'endsOn'>,
  now: Date,
): RescheduledParts | undefined {
  const keepDays = new Map(questionsOf(meeting).map((one) => [`answers.${one.id}`, one.keepDays]));
  const all = kept.map((was) => {
    const day = keptUntil(meeting, keepDays.get(was.part) ?? KEEP_DAYS_SENSITIVE);
    const is = { part: was.part, keptUntil: day };
    return { is, moved: day !== was.keptUntil, over: isDeleted(was, now) || isDeleted(is, now) };
  });
  const left = all.filter(({ over }) => !over);
  if (left.length === all.length && !all.some(({ moved }) => moved)) return undefined;
  return {
    moved: left.filter(({ moved }) => moved).map(({ is }) => is),
    over: all.filter(({ over }) => over).map(({ is }) => is),
    left: left.map(({ is }) => is),
  };
}

/** Takes apart what somebody has told: what is sensitive from the rest, and that answer by answer. */
export function splitSensitive(
  meeting: Meeting,
  { dietary, accessibility, answers = {} }: Sensitive,
): SplitRequest {
  const open = new Map<string, Answer>();
  const parts: SensitivePart[] = [];
  let hasNeeds = Boolean(dietary || accessibility);
  if (hasNeeds) {
    const day = keptUntil(meeting, KEEP_DAYS_SENSITIVE);
    parts.push({ part: 'needs', keptUntil: day, dietary, accessibility });
  }
  for (const { id, sensitive, keepDays, set } of questionsOf(meeting)) {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (answer === undefined) continue;
    if (!sensitive) {
      open.set(id, answer);
      continue;
    }
    const day = keptUntil(meeting, keepDays);
    parts.push({ part: `answers.${id}`, keptUntil: day, answers: { [id]: answer } });
    if (isNeed(set, answer)) hasNeeds = true;
  }
  const kept = parts.map(({ part, keptUntil }) => ({ part, keptUntil }));
  return {
    noted: {
      answers: open.size > 0 ? Object.fromEntries(open) : undefined,
      hasNeeds: hasNeeds || undefined,
      keptApart: kept.length > 0 ? kept : undefined,
    },
    parts,
  };
}

/** Whether a question is about papers. They are nobody's need, and of use to other people than needs are. */
export const isPaper = (set: SetName | undefined) => set === 'passport' || set === 'visa-letter';

/** A no is no need. */
const isNeed = (set: SetName | undefined, answer: Answer) => !isPaper(set) && answer !== false;

/** What was set apart, put together again. */
export function together(parts: readonly Sensitive[]): Sensitive {
  return parts.reduce<Sensitive>(
    (all, { dietary, accessibility, answers }) => ({
      ...((all.dietary ?? dietary) !== undefined && { dietary: all.dietary ?? dietary }),
      ...((all.accessibility ?? accessibility) !== undefined && {
        accessibility: all.accessibility ?? accessibility,
      }),
      ...((all.answers ?? answers) && { answers: { ...all.answers, ...answers } }),
    }),
    {},
  );
}
