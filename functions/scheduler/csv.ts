import { stringify } from 'csv-stringify/sync';
import type { Answer, Question } from '../domain/meeting/question.ts';
import { type Deliveries, type Trouble, troubleOf } from '../domain/notifications/delivery.ts';
import type { ListConsent, Registration } from '../domain/registration/registration.ts';
import type { Language } from '../domain/shared/languages.ts';
import { type TextKey, t } from '../language/index.ts';
import { answerInWords, labelOf } from '../language/question.ts';
import { stateName } from '../language/states.ts';
import { CATEGORY_TEXTS, ROLE_TEXTS } from '../language/text-keys.ts';
import { cell } from './cell.ts';
import { localTime } from './local-time.ts';

/** The language of the file, the time zone of its times, and the delivery states of its addresses. */
type Reader = {
  readonly language: Language;
  readonly timeZone: string;
  readonly deliveries: Deliveries;
};

const DELIVERY_TEXTS = {
  delivered: 'list.delivery.delivered',
  returned: 'list.delivery.returned',
  refused: 'list.delivery.refused',
  complained: 'list.delivery.complained',
  rejected: 'list.delivery.rejected',
} as const satisfies Record<Trouble | 'delivered', TextKey>;

const CONSENT_TEXTS = {
  public: 'list.consent.public',
  participants: 'list.consent.participants',
  none: 'list.consent.none',
} as const satisfies Record<ListConsent, TextKey>;

/**
 * The columns, by the last part of their text key. A cell is empty if the person was never asked, as people on a roster
 * were not. Needs may tell of health or religion: they are not sent by mail, and the scheduler cannot read them. `npm
 * run meeting -- needs` shows them.
 */
const COLUMNS = {
  reference: ({ reference }) => reference,
  category: ({ category }, { language }) => t(language, CATEGORY_TEXTS[category]),
  delegation: ({ state, organisation }, { language }) =>
    state === undefined ? organisation : stateName(state, language),
  role: ({ delegationRole }, { language }) => t(language, ROLE_TEXTS[delegationRole]),
  title: ({ title }) => title,
  'given-name': ({ givenName }) => givenName,
  'family-name': ({ givenName, familyName }, { language }) =>
    givenName || familyName ? familyName : t(language, 'list.name-not-published'),
  position: ({ position }) => position,
  institution: ({ institution }) => institution,
  email: ({ email }) => email,
  // Empty while SES has reported nothing.
  delivery: ({ email }, { language, deliveries }) => {
    const delivery = deliveries(email);
    const state = troubleOf(delivery)?.trouble ?? (delivery.latest && 'delivered');
    return state && t(language, DELIVERY_TEXTS[state]);
  },
  phone: ({ phone }) => phone,
  language: ({ language: theirs }, { language }) =>
    new Intl.DisplayNames(language, { type: 'language' }).of(theirs),
  'visa-letter': ({ visaLetter }, { language }) => t(language, visaLetter ? 'list.yes' : 'list.no'),
  'list-consent': ({ listConsent }, { language }) => t(language, CONSENT_TEXTS[listConsent]),
  'registered-at': ({ registeredAt }, { timeZone }) => localTime(timeZone, new Date(registeredAt)),
} as const satisfies Record<string, (one: Registration, reader: Reader) => string | undefined>;

const COLUMN_TEXTS = {
  reference: 'list.column.reference',
  category: 'list.column.category',
  delegation: 'list.column.delegation',
  role: 'list.column.role',
  title: 'list.column.title',
  'given-name': 'list.column.given-name',
  'family-name': 'list.column.family-name',
  position: 'list.column.position',
  institution: 'list.column.institution',
  email: 'list.column.email',
  delivery: 'list.column.delivery',
  phone: 'list.column.phone',
  language: 'list.column.language',
  'visa-letter': 'list.column.visa-letter',
  'list-consent': 'list.column.list-consent',
  'registered-at': 'list.column.registered-at',
} as const satisfies Record<keyof typeof COLUMNS, TextKey>;

const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

/** Columns that have a value only for people who registered themselves. */
const ASKED: ReadonlySet<string> = new Set([
  'language',
  'visa-letter',
  'list-consent',
  'registered-at',
]);

/**
 * Converts an answer to a question of the meeting to a cell. Numbers and days were checked, and every spreadsheet reads
 * them the same way. They do not change, so that people can sort and count by them.
 */
function answerCell({ language }: Reader, question: Question, answer: Answer): string {
  if (typeof answer === 'number' && answer >= 0) return String(answer);
  if (question.kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(String(answer))) return String(answer);
  return cell(answerInWords(language, question, answer));
}

/**
 * Writes the list of participants as a CSV file in UTF-8: with a byte order mark and Windows line ends, which Excel
 * needs, with commas between the cells, and with no cell that a spreadsheet would compute.
 *
 * @param listed as `participants` of domain/registration/participant-list.ts returns them.
 * @param questions the questions of the meeting. Those that are not sensitive are the last columns.
 */
export function participantsCsv(
  listed: readonly Registration[],
  reader: Reader,
  questions: readonly Question[],
): string {
  const open = questions.filter(({ sensitive }) => !sensitive);
  const header = [
    ...NAMES.map((name) => t(reader.language, COLUMN_TEXTS[name])),
    ...open.map((question) => cell(labelOf(reader.language, question))),
  ];
  const rows = listed.map((one) => {
    const asked = one.email !== undefined;
    const answers = new Map(Object.entries(one.answers ?? {}));
    return [
      ...NAMES.map((name) => {
        const text = asked || !ASKED.has(name) ? COLUMNS[name](one, reader) : undefined;
        return cell(text ?? '');
      }),
      ...open.map((question) => {
        const answer = answers.get(question.id);
        return answer === undefined ? '' : answerCell(reader, question, answer);
      }),
    ];
  });
  return stringify([header, ...rows], { bom: true, record_delimiter: 'windows' });
}
