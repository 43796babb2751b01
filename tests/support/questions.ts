import { questionsOf } from '../../functions/domain/meeting/meeting-questions.ts';
import type { Question } from '../../functions/domain/meeting/question.ts';
import { questionsDefinition } from '../../functions/domain/meeting/question-definition.ts';

/** Questions as a meeting's definition has them, laid out for a meeting from 4 to 6 March 2026. */
export function questionsFrom(definition: unknown): readonly Question[] {
  const questions = questionsDefinition.parse(definition);
  return questionsOf({ questions, startsOn: '2026-03-04', endsOn: '2026-03-06' });
}

/** One of each kind, with a chain of conditions, a sensitive one and one for Parties alone. */
export const EVERY_KIND = [
  { id: 'shirt', kind: 'text', label: { en: 'Shirt' }, maxLength: 5 },
  { id: 'remarks', kind: 'long-text', label: { en: 'Remarks' } },
  {
    id: 'excursion',
    kind: 'yes-no',
    label: { en: 'Do you join the excursion?' },
    required: true,
  },
  {
    id: 'where',
    kind: 'choice',
    label: { en: 'Where to?' },
    options: [
      { value: 'temple', label: { en: 'The temple' } },
      { value: 'market', label: { en: 'The floating market' } },
    ],
    required: true,
    showIf: { question: 'excursion', equals: true },
  },
  {
    id: 'boats',
    kind: 'number',
    label: { en: 'How many boats?' },
    min: 1,
    max: 3,
    showIf: { question: 'where', equals: 'market' },
  },
  {
    id: 'topics',
    kind: 'choices',
    label: { en: 'Topics' },
    options: [
      { value: 'film', label: { en: 'Film' } },
      { value: 'music', label: { en: 'Music' } },
      { value: 'books', label: { en: 'Books' } },
    ],
    categories: ['party'],
  },
  { id: 'day', kind: 'date', label: { en: 'Day' }, min: '2026-03-04', max: '2026-03-06' },
  { id: 'allergy', kind: 'text', label: { en: 'Allergy' }, sensitive: true },
];
