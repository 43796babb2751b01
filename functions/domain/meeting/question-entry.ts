import * as z from 'zod';
import { CATEGORIES } from '../eligibility/category.ts';
import { localised } from '../shared/localised.ts';
import { line, lines } from '../shared/text.ts';
import { SET_NAMES } from './question-set-names.ts';

/**
 * The id of a question in answers. A property name of every JavaScript object is refused, because a look-up would find
 * it without an answer.
 */
const id = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'use up to 40 letters and digits, a small letter first')
  .refine((name) => !(name in {}), 'cannot be used as an id');

const value = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and single hyphens')
  .max(40);

const asked = {
  /** The categories that are asked. If missing, all are asked. */
  categories: z.array(z.enum(CATEGORIES)).min(1).optional(),
  /** How many days after the meeting's last day answers are kept. question.ts has the defaults. */
  keepDays: z.int().min(0).max(3650).optional(),
};

const own = {
  id,
  label: localised(line(200)),
  help: localised(lines(500)).optional(),
  required: z.boolean().default(false),
  /** The question is asked only if an earlier question has this answer. */
  showIf: z
    .strictObject({ question: z.string(), equals: z.union([z.string(), z.boolean()]) })
    .optional(),
  /** The answer is about health or travel documents. It is stored in the vault and is on no list. */
  sensitive: z.boolean().default(false),
  ...asked,
};

const options = z
  .array(z.strictObject({ value, label: localised(line(200)) }))
  .min(2)
  .max(60);

const day = z.iso.date();

/** Schema of a question of the meeting, or of a ready-made set. */
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

/** An entry of `questions`, parsed: the name of a set, or a question. */
export type QuestionEntry = z.infer<typeof questionEntry>;
