import * as z from 'zod';
import { questionProblems } from './question-check.ts';
import { questionEntry } from './question-entry.ts';

/** More questions than this nobody answers. */
const MOST_QUESTIONS = 60;

/** The questions of a meeting, in the order in which they are asked. */
export const questionsDefinition = z
  .array(questionEntry)
  .max(MOST_QUESTIONS)
  .superRefine((entries, context) => {
    for (const { path, message } of questionProblems(entries))
      context.addIssue({ code: 'custom', path, message });
  });
