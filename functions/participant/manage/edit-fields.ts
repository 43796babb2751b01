import type { Meeting } from '../../domain/meeting/meeting.ts';
import { questionsOf } from '../../domain/meeting/meeting-questions.ts';
import type { Question } from '../../domain/meeting/question.ts';
import { NEEDS_VISA_LETTER } from '../../domain/meeting/question-sets.ts';
import { EDITABLE_FIELDS, editable, type Seen } from '../../domain/registration/edit.ts';
import { gatherAnswers } from '../../domain/registration/form-answers.ts';
import { type Fields, isRecord } from '../../web/body.ts';
import { nonEmpty, textsOf } from '../registration/handlers.tsx';
import { REPRESENTED } from '../registration/represented.ts';

type Values = Readonly<Record<string, string>>;

/** A registration as the request that would create it. */
export function fieldsOf({ registration, submitted }: Seen): Record<string, unknown> {
  const all: Fields = { ...registration, ...submitted };
  return {
    ...nonEmpty(Object.fromEntries(EDITABLE_FIELDS.map((field) => [field, all[field]]))),
    ...(registration.privacyNotice !== undefined && { privacyNotice: true }),
  };
}

/** The fields that cannot change after registration has closed. The form shows the stored values. */
export function fixedValues(seen: Seen): Values {
  const fixed = [...REPRESENTED, 'email'];
  const values = Object.entries(textsOf(fieldsOf(seen)));
  return Object.fromEntries(values.filter(([name]) => fixed.includes(name)));
}

/** The fields without those about the State or organisation. */
export function person<Value>(fields: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !REPRESENTED.includes(name)));
}

/**
 * The fields of a form, completed with stored values that the form does not ask for: fixed fields and the accepted
 * privacy notice.
 */
export function formFields(seen: Seen, meeting: Meeting, typed: Fields, now: Date): Fields {
  const { email, privacyNotice, ...registered } = fieldsOf(seen);
  const fields = gatherAnswers(typed);
  for (const name of ['visaLetter', 'privacyNotice'])
    if (fields[name] === 'true' || fields[name] === 'on') fields[name] = true;
  if (privacyNotice === true) fields.privacyNotice = true;
  if (fields.representation === undefined)
    for (const name of REPRESENTED) fields[name] ??= registered[name];
  if (editable(seen.registration, meeting, now) !== 'all') fields.email ??= email;
  return nonEmpty(fields);
}

/** Adds stored needs that the form does not ask for, because a set of questions replaced their fields later. */
export function withUnasked(
  fields: Fields,
  { submitted }: Seen,
  asked: readonly Question[],
): Fields {
  const unasked = (['dietary', 'accessibility'] as const).filter((name) =>
    asked.some(({ set }) => set === name),
  );
  return nonEmpty({
    ...Object.fromEntries(unasked.map((name) => [name, submitted[name]])),
    ...fields,
  });
}

/**
 * The fields of a registration with some changes. Another representation needs all its fields. Answers to the
 * meeting's questions that are not sent stay, as long as the meeting asks them.
 */
export function patched(seen: Seen, meeting: Meeting, changes: Fields): Fields {
  const { registration } = seen;
  const { representation = registration.representation } = changes;
  const { answers = {}, ...registered } = fieldsOf(seen);
  // The answer decides it, and the answer may change now.
  if ((answers as Fields)[NEEDS_VISA_LETTER] === true) registered.visaLetter = undefined;
  const base = representation === registration.representation ? registered : person(registered);
  const all = { ...base, ...changes, answers: patchedAnswers(answers as Fields, meeting, changes) };
  return nonEmpty(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)));
}

function patchedAnswers(answers: Fields, meeting: Meeting, { answers: changes }: Fields): unknown {
  if (changes !== undefined && !isRecord(changes)) return changes;
  const known = new Set(questionsOf(meeting).map(({ id }) => id));
  const asked = Object.entries(answers).filter(([id]) => known.has(id));
  return { ...Object.fromEntries(asked), ...changes };
}
