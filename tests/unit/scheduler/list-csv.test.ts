import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  afterReport,
  type Delivery,
  type DeliveryReport,
} from '../../../functions/domain/notifications/delivery.ts';
import { cell } from '../../../functions/scheduler/cell.ts';
import { participantsCsv } from '../../../functions/scheduler/csv.ts';
import { composeList } from '../../../functions/scheduler/list-message.ts';
import { meetingOn } from '../../support/fixtures.ts';
import { person } from '../../support/person.ts';
import { EVERY_KIND, questionsFrom } from '../../support/questions.ts';

const reported = (state: DeliveryReport['state'], bounce?: 'hard' | 'soft'): Delivery =>
  afterReport(
    {},
    {
      state,
      bounce,
      at: '2026-01-05T17:31:00.000Z',
      sentAt: '2026-01-05T17:30:00.000Z',
      messageId: 'm',
    },
  );
const deliveries = (address: string | undefined): Delivery =>
  ({
    'sita@example.org': reported('delivered'),
    'gone@example.org': reported('bounced', 'hard'),
    'full@example.org': reported('bounced', 'soft'),
    'spam@example.org': reported('complained'),
    'virus@example.org': reported('rejected'),
  })[address ?? ''] ?? {};
const reader = { language: 'en', timeZone: 'Asia/Bangkok', deliveries } as const;

/** The file as another program reads it: rows of cells, the header first. */
function read(csv: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), {
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

describe('a cell', () => {
  it.each([
    '=1+1',
    "=cmd|' /C calc'!A0",
    '+66 2 391 0577',
    '-2+3',
    '@SUM(A1)',
    '\tplain',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '  =1',
    '"=1"',
    ' " "＝1',
    '\u200b=1',
    '\u00a0-1',
  ])('shows %j and does not compute it', (text) => {
    expect(cell(text)).toBe(`'${text}`);
  });

  it.each(['\t=1', '\r=1', '\n@x'])('stops %j at the separator as well', (text) => {
    expect(cell(text)).toBe(`'${text[0]}'${text.slice(1)}`);
  });

  it('has no formula for programs that split it at a semicolon or a tab', () => {
    expect(cell('Director;=HYPERLINK("x")')).toBe('Director;\'=HYPERLINK("x")');
    expect(cell('a\t @b')).toBe("a\t' @b");
  });

  it.each(['0812345678', '1-2-2014', '12/3', '3.14', '1234567890123456', '1E5', '1e+5', '50 %'])(
    'keeps %s as it was typed, and no number or date is made of it',
    (text) => {
      expect(cell(text)).toBe(`'${text}`);
    },
  );

  it.each([
    'Smith-Jones',
    '2e',
    'E5',
    '3 rue Émile',
    "O'Brien",
    'A; B',
    'a=b',
    'BKK14-7F3K2',
    'a@b.org',
    '',
    'ประเทศไทย',
  ])('leaves %j alone', (text) => {
    expect(cell(text)).toBe(text);
  });

  it('never begins a formula, nor does any part of it after a semicolon or a tab', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠;\t "\'\ra1') });
    fc.assert(
      fc.property(hostile, (text) => {
        for (const part of cell(text).split(/[;\t\r]/))
          expect(part).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
      }),
    );
  });
});

describe('the CSV file', () => {
  it('begins with a byte order mark and ends its lines as Windows does', () => {
    const csv = participantsCsv([person()], reader, []);
    expect([...Buffer.from(csv).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('tells what organisers need, in words, and times in the time zone of the meeting', () => {
    const [header, row] = read(
      participantsCsv(
        [
          person({
            reference: 'BKK14-7F3K2',
            category: 'observer-state',
            state: 'NP',
            delegationRole: 'head',
            title: 'H.E. Ms',
            givenName: 'Sita',
            familyName: 'Thapa-McDonald',
            position: 'Joint Secretary, Culture',
            institution: 'Ministry of "Culture"',
            email: 'sita@example.org',
            phone: '+977 1 555 0100',
            language: 'fr',
            visaLetter: true,
            listConsent: 'participants',
            registeredAt: '2026-01-05T17:30:00.000Z',
          }),
        ],
        reader,
        [],
      ),
    );
    expect(header?.map((name, column) => [name, row?.[column]])).toEqual([
      ['Reference', 'BKK14-7F3K2'],
      ['Category', 'Observer State'],
      ['Delegation', 'Nepal'],
      ['Role', 'Head of delegation'],
      ['Title', 'H.E. Ms'],
      ['Given name', 'Sita'],
      ['Family name', 'Thapa-McDonald'],
      ['Position', 'Joint Secretary, Culture'],
      ['Institution', 'Ministry of "Culture"'],
      ['E-mail', 'sita@example.org'],
      ['E-mail delivery', 'delivered'],
      ['Phone', "'+977 1 555 0100"],
      ['Language', 'French'],
      ['Visa letter', 'yes'],
      ['May be listed', 'among participants'],
      ['Registered at', '2026-01-06T00:30:00+07:00'],
    ]);
  });

  it('says beside each address whether it could be reached, and the message of how many it could not', () => {
    const addresses = ['sita', 'gone', 'full', 'spam', 'virus', 'new'];
    const people = addresses.map((name) => person({ email: `${name}@example.org` }));
    const rows = read(participantsCsv(people, reader, [])).slice(1);
    expect(rows.map((row) => row[10])).toEqual([
      'delivered',
      'returned; no longer written to',
      'not accepted by the mailbox',
      'reported as unwanted mail; no longer written to',
      'not sent',
      '',
    ]);
    const { content } = composeList(
      meetingOn('2026-05-10'),
      people,
      deliveries,
      'en',
      'daily',
      new Date('2026-05-11T00:00:00Z'),
    );
    expect(content).toMatchObject({ undelivered: 4 });
  });

  it('says so where a name is not published, and leaves open what nobody was asked', () => {
    const unknown = { givenName: undefined, familyName: undefined, email: undefined };
    const [, row] = read(participantsCsv([person(unknown)], reader, []));
    expect(row?.[6]).toBe('name not published');
    expect(row?.slice(9)).toEqual(['', '', '', '', '', '', '']);
  });

  it('gives names of any script back as they were typed', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter(
      // What domain/shared/text.ts lets through; what a spreadsheet would compute is tested above.
      (text) => cell(text) === text && !/[\p{Cc}\p{Cs}]/u.test(text) && text.trim() === text,
    );
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 10 }), (names) => {
        const people = names.map((familyName) => person({ familyName }));
        const rows = read(participantsCsv(people, reader, [])).slice(1);
        expect(rows.map((row) => row[6])).toEqual(names);
      }),
    );
  });

  it('ends with the answers to the meeting’s own questions, and holds none that is sensitive', () => {
    const answers = {
      shirt: '=1+1',
      remarks: 'one, "two"\nthree',
      excursion: false,
      where: 'market',
      boats: 2.5,
      topics: ['film', 'books'],
      day: '2026-03-05',
      allergy: 'nuts',
      // What was asked before, and is no longer.
      sauna: 'hot',
    };
    const csv = participantsCsv(
      [person({ answers }), person()],
      reader,
      questionsFrom([
        ...EVERY_KIND,
        { id: 'odd', kind: 'text', label: { en: '=Odd' } },
        { id: 'minus', kind: 'number', label: { en: 'Minus' } },
      ]),
    );
    const [header, first, second] = read(csv);
    expect(header?.slice(16).map((name, at) => [name, first?.[16 + at]])).toEqual([
      ['Shirt', "'=1+1"],
      ['Remarks', 'one, "two"\nthree'],
      ['Do you join the excursion?', 'No'],
      ['Where to?', 'The floating market'],
      ['How many boats?', '2.5'],
      ['Topics', 'Film, Books'],
      ['Day', '2026-03-05'],
      ["'=Odd", ''],
      ['Minus', ''],
    ]);
    expect(second?.slice(16)).toEqual(['', '', '', '', '', '', '', '', '']);
    expect(csv).not.toMatch(/nuts|hot/);
  });

  it('computes no answer, whatever kind its question has had since', () => {
    const questions = questionsFrom(EVERY_KIND);
    const hostile = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'=+-@;\t "\'1') }),
      fc.double({ noNaN: true }),
      fc.array(fc.string({ unit: fc.constantFrom(...'=+-@;1') }), { minLength: 1 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...questions), hostile, (question, answer) => {
        const one = person({ answers: { [question.id]: answer } });
        for (const part of (read(participantsCsv([one], reader, questions))[1] ?? [])
          .slice(16)
          .flatMap((text) => text.split(/[;\t\r]/)))
          expect(part).not.toMatch(/^[\s"]*[=+\-@]/);
      }),
    );
  });
});
