import * as z from 'zod';
import { CATEGORIES } from '../eligibility/category.ts';
import { localised } from '../shared/localised.ts';
import { line, lines } from '../shared/text.ts';
import { SET_NAMES } from './question-set-names.ts';

/** What answers call a question. A name that every object of JavaScript has would be found where nobody answered. */
const id = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'use up to 40 letters and digits, a small letter first')
  .refine((name) => !(name in {}), 'cannot be used as an id');

const value = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and single hyphens')
  .max(40);

const asked = {
  /** The categories that are asked; left out, all. */
  categories: z.array(z.enum(CATEGORIES)).min(1).optional(),
  /** For how many days after the meeting's last day answers are kept: see domain/question.ts for what else. */
  keepDays: z.int().min(0).max(3650).optional(),
};

const own = {
  id,
  label: localised(line(200)),
  help: localised(lines(500)).optional(),
  required: z.boolean().default(false),
  /** Asked only where an earlier question has this answer. */
  showIf: z
    .strictObject({ question: z.string(), equals: z.union([z.string(), z.boolean()]) })
    .optional(),
  /** About health, or of use to a thief: kept apart from the register, and on no list. */
  sensitive: z.boolean().default(false),
  ...asked,
};

const options = z
  .array(z.strictObject({ value, label: localised(line(200)) }))
  .min(2)
  .max(60);

const day = z.iso.date();

/** A question of the meeting's own, or a set that is shipped. */
export const questionEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.undefined().optional(), set: z.enum(SET_NAMES), ...asked }),
  z.strictObject({
    kind: z.literal('text'),
    maxLength: z.int().min(1).max(500).optional(),
    ...own,
  }),
  z.strictObject({
    kind: z.literal('long-text'),
    maxLength: z.int().min(1).max(5000).optional(),
    ...own,
  }),
  z.strictObject({ kind: z.literal('choice'), options, ...own }),
  z.strictObject({ kind: z.literal('choices'), options, ...own }),
  z.strictObject({ kind: z.literal('date'), min: day.optional(), max: day.optional(), ...own }),
  z.strictObject({
    kind: z.literal('number'),
    min: z.number().optional(),
    max: z.number().optional(),
    ...own,
  }),
  z.strictObject({ kind: z.literal('yes-no'), ...own }),
]);

/** An entry of `questions`, parsed: a set by its name, or a question. */
export type QuestionEntry = z.infer<typeof questionEntry>;
