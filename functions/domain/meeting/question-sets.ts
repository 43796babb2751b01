import { addDays, type MeetingDays } from '../shared/day.ts';
import type { Question, QuestionShape, Unkept } from './question.ts';
import type { SetName } from './question-set-names.ts';

/** The question that asks for a visa letter. Without the set, the field `visaLetter` does. */
export const NEEDS_VISA_LETTER = 'visaNeeded';

/** A question of a set. By default it is optional and not sensitive. */
type SetQuestion = QuestionShape &
  Pick<Question, 'id' | 'showIf'> & { readonly required?: true; readonly sensitive?: true };

const options = (...values: string[]) => values.map((value) => ({ value }));
const BY = options('air', 'rail', 'road', 'local');

/** People arrive some days early and leave some days later. A day months away is a typing error. */
const TRAVEL_DAYS = 30;

const SETS: Readonly<Record<SetName, (days: MeetingDays) => readonly SetQuestion[]>> = {
  arrival: ({ startsOn, endsOn }) => [
    { id: 'arrivalBy', kind: 'choice', options: BY },
    { id: 'arrivalDate', kind: 'date', min: addDays(startsOn, -TRAVEL_DAYS), max: endsOn },
    { id: 'arrivalTime', kind: 'text', maxLength: 40 },
    {
      id: 'arrivalFlight',
      kind: 'text',
      maxLength: 60,
      showIf: { question: 'arrivalBy', equals: 'air' },
    },
  ],
  departure: ({ startsOn, endsOn }) => [
    { id: 'departureBy', kind: 'choice', options: BY },
    { id: 'departureDate', kind: 'date', min: startsOn, max: addDays(endsOn, TRAVEL_DAYS) },
    { id: 'departureTime', kind: 'text', maxLength: 40 },
    {
      id: 'departureFlight',
      kind: 'text',
      maxLength: 60,
      showIf: { question: 'departureBy', equals: 'air' },
    },
  ],
  hotel: ({ startsOn, endsOn }) => {
    const showIf = { question: 'hotelNeeded', equals: true };
    const from = addDays(startsOn, -TRAVEL_DAYS);
    const to = addDays(endsOn, TRAVEL_DAYS);
    return [
      { id: 'hotelNeeded', kind: 'yes-no', required: true },
      { id: 'hotelCheckIn', kind: 'date', min: from, max: endsOn, required: true, showIf },
      { id: 'hotelCheckOut', kind: 'date', min: startsOn, max: to, required: true, showIf },
      { id: 'hotelRoom', kind: 'choice', options: options('single', 'double', 'twin'), showIf },
      { id: 'hotelNote', kind: 'long-text', maxLength: 500, showIf },
    ];
  },
  dietary: () => [
    {
      id: 'diet',
      kind: 'choices',
      options: options(
        ...['vegetarian', 'vegan', 'halal', 'kosher', 'no-gluten', 'no-lactose', 'other'],
      ),
      sensitive: true,
    },
    {
      id: 'dietDetails',
      kind: 'long-text',
      maxLength: 500,
      required: true,
      sensitive: true,
      showIf: { question: 'diet', equals: 'other' },
    },
  ],
  accessibility: () => [
    {
      id: 'access',
      kind: 'choices',
      options: options(
        ...['step-free', 'wheelchair-space', 'hearing-loop', 'sign-language', 'large-print'],
        ...['assistant', 'other'],
      ),
      sensitive: true,
    },
    {
      id: 'accessDetails',
      kind: 'long-text',
      maxLength: 500,
      required: true,
      sensitive: true,
      showIf: { question: 'access', equals: 'other' },
    },
  ],
  'visa-letter': () => {
    const showIf = { question: NEEDS_VISA_LETTER, equals: true };
    return [
      { id: NEEDS_VISA_LETTER, kind: 'yes-no', required: true },
      {
        id: 'visaNationality',
        kind: 'text',
        maxLength: 100,
        required: true,
        sensitive: true,
        showIf,
      },
      { id: 'visaConsulate', kind: 'text', maxLength: 100, required: true, showIf },
    ];
  },
  passport: ({ endsOn }) => [
    { id: 'passportName', kind: 'text', maxLength: 200, required: true, sensitive: true },
    { id: 'passportNumber', kind: 'text', maxLength: 40, required: true, sensitive: true },
    { id: 'passportCountry', kind: 'text', maxLength: 100, required: true, sensitive: true },
    { id: 'passportExpiresOn', kind: 'date', min: endsOn, required: true, sensitive: true },
    {
      id: 'birthDate',
      kind: 'date',
      min: '1900-01-01',
      max: addDays(endsOn, -1),
      required: true,
      sensitive: true,
    },
  ],
};

/** The questions of a set for a meeting on these days. */
export function setQuestions(set: SetName, days: MeetingDays): Unkept[] {
  return SETS[set](days).map((question) => ({
    ...question,
    set,
    required: question.required ?? false,
    sensitive: question.sensitive ?? false,
  }));
}
