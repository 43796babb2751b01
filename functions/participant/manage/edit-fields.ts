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

/** What a registration says, as the request that would say it. */
export function fieldsOf({ registration, told }: Seen): Record<string, unknown> {
  const all: Fields = { ...registration, ...told };
  return {
    ...nonEmpty(Object.fromEntries(EDITABLE_FIELDS.map((field) => [field, all[field]]))),
    ...(registration.privacyNotice !== undefined && { privacyNotice: true }),
  };
}

/** What cannot be changed once registration is closed, as it is shown whatever was typed. */
export function fixedValues(seen: Seen): Values {
  const fixed = [...REPRESENTED, 'email'];
  const values = Object.entries(textsOf(fieldsOf(seen)));
  return Object.fromEntries(values.filter(([name]) => fixed.includes(name)));
}

/** Fields without those that say whom somebody represents. */
export function person<Value>(fields: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !REPRESENTED.includes(name)));
}

/** The fields of a form. What it does not ask, because it cannot be changed or was agreed to, it takes along. */
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

/**
 * The fields of a form with those needs that it does not ask because a set of questions does: they were
 * told before the set was added.
 */
export function withUnasked(fields: Fields, { told }: Seen, asked: readonly Question[]): Fields {
  const unasked = (['dietary', 'accessibility'] as const).filter((name) =>
    asked.some(({ set }) => set === name),
  );
  return nonEmpty({
    ...Object.fromEntries(unasked.map((name) => [name, told[name]])),
    ...fields,
  });
}

/**
 * The fields of a registration with some of them changed. Whoever represents another says anew whom. Of the answers to
 * the meeting's own questions, too, those that are not sent stay, as long as the meeting asks.
 */
export function patched(seen: Seen, meeting: Meeting, changes: Fields): Fields {
  const { registration } = seen;
  const { representation = registration.representation } = changes;
  const { answers = {}, ...registered } = fieldsOf(seen);
  // It follows from the answer, which may be another now.
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
