import type { MeetingDays } from '../shared/day.ts';
import { KEEP_DAYS, KEEP_DAYS_SENSITIVE, type Question, type Unkept } from './question.ts';
import type { QuestionEntry } from './question-entry.ts';
import { setQuestions } from './question-sets.ts';

/** The default maximum lengths of answers, in characters (UTF-16 units). */
const MAX_LENGTH = { text: 200, 'long-text': 2000 } as const;

/** All questions of a meeting, in order. Sets are expanded, and all defaults are filled in. */
export function questionsOf(
  meeting: MeetingDays & { readonly questions?: readonly QuestionEntry[] | undefined },
): readonly Question[] {
  return (meeting.questions ?? []).flatMap((entry) =>
    laidOut(entry, meeting).map((question) => ({
      ...question,
      keepDays: entry.keepDays ?? (question.sensitive ? KEEP_DAYS_SENSITIVE : KEEP_DAYS),
    })),
  );
}

function laidOut(entry: QuestionEntry, days: MeetingDays): readonly Unkept[] {
  if ('set' in entry) {
    const { set, categories } = entry;
    return setQuestions(set, days).map((question) => ({ ...question, categories }));
  }
  if (entry.kind !== 'text' && entry.kind !== 'long-text') return [entry];
  return [{ ...entry, maxLength: entry.maxLength ?? MAX_LENGTH[entry.kind] }];
}
