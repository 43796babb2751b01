import { addDays } from './day.ts';
import type { Meeting } from './meeting.ts';
import { type Answer, type Answers, KEEP_DAYS_SENSITIVE, questionsOf } from './question.ts';
import type { SetName } from './question-sets.ts';
import type { Registration } from './registration.ts';

/** What somebody tells of their health or their papers. It is kept apart from their registration. */
export type Sensitive = {
  readonly dietary?: string | undefined;
  readonly accessibility?: string | undefined;
  readonly answers?: Answers | undefined;
};

/** A part of it that is deleted on one day. */
export type SensitivePart = Sensitive & {
  /** The last day on which it is kept, `YYYY-MM-DD`. */
  readonly keptUntil: string;
};

/** What somebody has told, by where it is kept. */
export type SetApart = {
  /** What the registration itself says: the other answers, whether there are needs, and where the parts are. */
  readonly noted: Pick<Registration, 'answers' | 'hasNeeds' | 'keptApart'>;
  readonly parts: readonly SensitivePart[];
};

/** The last day on which an answer is kept. */
export function keptUntil({ endsOn }: Pick<Meeting, 'endsOn'>, keepDays: number): string {
  return addDays(endsOn, keepDays);
}

/** When a part is deleted, in epoch seconds: once its last day is over everywhere, which noon in UTC sees to. */
export function deletedAt({ keptUntil }: Pick<SensitivePart, 'keptUntil'>): number {
  return Date.parse(`${addDays(keptUntil, 1)}T12:00:00Z`) / 1000;
}

/** Takes apart what somebody has told: what is sensitive from the rest, and that by how long it is kept. */
export function setApart(
  meeting: Meeting,
  { dietary, accessibility, answers = {} }: Sensitive,
): SetApart {
  const open = new Map<string, Answer>();
  const parts = new Map<string, { answers: Map<string, Answer> } & Omit<Sensitive, 'answers'>>();
  const part = (keepDays: number) => {
    const day = keptUntil(meeting, keepDays);
    const known = parts.get(day) ?? { answers: new Map<string, Answer>() };
    parts.set(day, known);
    return known;
  };
  let hasNeeds = Boolean(dietary || accessibility);
  if (hasNeeds) Object.assign(part(KEEP_DAYS_SENSITIVE), { dietary, accessibility });
  for (const { id, sensitive, keepDays, set } of questionsOf(meeting)) {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (answer === undefined) continue;
    (sensitive ? part(keepDays).answers : open).set(id, answer);
    if (sensitive && isNeed(set, answer)) hasNeeds = true;
  }
  return {
    noted: {
      answers: open.size > 0 ? Object.fromEntries(open) : undefined,
      hasNeeds: hasNeeds || undefined,
      keptApart: parts.size > 0 ? [...parts.keys()] : undefined,
    },
    parts: [...parts].map(([day, { answers: told, ...fields }]) => ({
      keptUntil: day,
      ...fields,
      ...(told.size > 0 && { answers: Object.fromEntries(told) }),
    })),
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
