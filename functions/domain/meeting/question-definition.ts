import * as z from 'zod';
import { questionProblems } from './question-check.ts';
import { questionEntry } from './question-entry.ts';

/** Nobody answers more questions than this. */
const MOST_QUESTIONS = 60;

/** Schema of the questions of a meeting, in the order in which the form asks them. */
export const questionsDefinition = z
  .array(questionEntry)
  .max(MOST_QUESTIONS)
  .superRefine((entries, context) => {
    for (const { path, message } of questionProblems(entries))
      context.addIssue({ code: 'custom', path, message });
  });
