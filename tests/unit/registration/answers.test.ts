import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShown, questionsFor } from '../../../functions/domain/meeting/question.ts';
import { SET_NAMES } from '../../../functions/domain/meeting/question-set-names.ts';
import { checkAnswers } from '../../../functions/domain/registration/answers.ts';
import {
  answerTexts,
  formAnswers,
  gatherAnswers,
} from '../../../functions/domain/registration/form-answers.ts';
import { en } from '../../../functions/language/catalogues/en.ts';
import { answerErrors } from '../../../functions/participant/registration/check-request.ts';
import { EVERY_KIND, questionsFrom } from '../../support/questions.ts';

const questions = questionsFrom(EVERY_KIND);
const check = (raw: Record<string, unknown>, category: 'party' | 'ngo' = 'party') =>
  checkAnswers(questions, category, raw);

/** The codes of what is wrong, by question. */
const codes = (raw: Record<string, unknown>) => {
  const checked = check({ excursion: false, ...raw });
  return 'errors' in checked
    ? Object.fromEntries(checked.errors.map(({ path, code }) => [path[1], code]))
    : {};
};

describe('answers to a meeting’s questions', () => {
  it('are taken in the type of their question, tidied up', () => {
    const raw = {
      boats: 2,
      where: 'market',
      excursion: true,
      topics: ['books', 'film', 'books'],
      shirt: ' XL ',
      remarks: 'one\r\ntwo',
      day: '2026-03-05',
    };
    expect(check(raw)).toEqual({
      answers: {
        shirt: 'XL',
        remarks: 'one\ntwo',
        excursion: true,
        where: 'market',
        boats: 2,
        topics: ['film', 'books'],
        day: '2026-03-05',
      },
    });
  });

  it.each([
    ['required', { excursion: undefined }, { excursion: 'yes-or-no' }],
    ['required once it is asked', { excursion: true, where: '' }, { where: 'choose' }],
    ['text instead of yes', { excursion: 'true' }, { excursion: 'yes-or-no' }],
    ['too long', { shirt: 'XXXXXL' }, { shirt: 'too-long' }],
    ['characters', { shirt: 'a\u0000' }, { shirt: 'characters' }],
    ['two lines', { shirt: 'a\nb' }, { shirt: 'characters' }],
    ['no text', { shirt: 7 }, { shirt: 'type' }],
    ['no option', { excursion: true, where: 'museum' }, { where: 'choose' }],
    ['an option of Object', { excursion: true, where: 'toString' }, { where: 'choose' }],
    ['one no option', { topics: ['film', 'x'] }, { topics: 'choose' }],
    ['not a list', { topics: 'film' }, { topics: 'choose' }],
    ['no day', { day: '2026-02-30' }, { day: 'date' }],
    ['a day as a number', { day: 20260304 }, { day: 'date' }],
    ['too early', { day: '2026-03-03' }, { day: 'too-early' }],
    ['too late', { day: '2026-03-07' }, { day: 'too-late' }],
    [
      'unknown',
      { sauna: true, constructor: 1 },
      { sauna: 'unknown-field', constructor: 'unknown-field' },
    ],
  ])('are refused: %s', (_, raw, expected) => {
    expect(codes(raw)).toEqual(expected);
  });

  it.each([
    [0, 'too-small'],
    [3.5, 'too-large'],
    ['2', 'number'],
    [Number.NaN, 'number'],
    [1e21, 'number'],
    [1e-7, 'number'],
  ])('are refused: the number %s', (boats, code) => {
    expect(codes({ excursion: true, where: 'market', boats })).toEqual({ boats: code });
  });

  it('to questions that are not asked are dropped, be they right or wrong', () => {
    const checked = check(
      { excursion: false, where: 'market', boats: 99, topics: ['film'] },
      'ngo',
    );
    expect(checked).toEqual({ answers: { excursion: false } });
  });

  it('are told of in the reader’s language, with the question and its limit', () => {
    const checked = check({
      excursion: true,
      where: 'market',
      boats: 9,
      day: '2026-01-01',
      'a/b~': 1,
    });
    const errors = 'errors' in checked ? checked.errors : [];
    expect(answerErrors('en', questions, errors)).toEqual([
      {
        pointer: '/answers/boats',
        code: 'too-large',
        detail: '“How many boats?”: give 3 or less',
      },
      {
        pointer: '/answers/day',
        code: 'too-early',
        detail: '“Day”: give 4 March 2026 or a later day',
      },
      {
        pointer: '/answers/a~1b~0',
        code: 'unknown-field',
        detail: '“a/b~” is not a field of this form: leave it out',
      },
    ]);
  });
});

it('every code of a wrong answer has its wording, of every ready-made question too', () => {
  const all = questionsFrom(SET_NAMES.map((set) => ({ set })));
  const senseless = fc.constantFrom(
    undefined,
    '',
    7,
    'x',
    'x'.repeat(600),
    '1800-01-01',
    '3000-01-01',
    {},
  );
  fc.assert(
    fc.property(fc.constantFrom(...all), senseless, (question, raw) => {
      const shown = { ...question, showIf: undefined, categories: undefined };
      const checked = checkAnswers([shown], 'party', { [question.id]: raw });
      const wrong = 'errors' in checked ? checked.errors : [];
      for (const { code, detail } of answerErrors('en', all, wrong)) {
        expect(en).toHaveProperty([`error.${code}`]);
        expect(detail).toMatch(/^“.+”: ./);
      }
    }),
  );
});

describe('answers of a form', () => {
  it('are gathered and read as their questions want them', () => {
    const { answers, ...others } = gatherAnswers({
      givenName: 'Sophea',
      'answers.excursion': 'true',
      'answers.boats': ' 2,5 ',
      'answers.topics': 'film',
      'answers.shirt': '7',
      'answers.sauna': 'hot',
    });
    expect(others).toEqual({ givenName: 'Sophea' });
    expect(formAnswers(questions, answers as Record<string, unknown>)).toEqual({
      excursion: true,
      boats: 2.5,
      topics: ['film'],
      shirt: '7',
      sauna: 'hot',
    });
  });

  it.each([
    ['٣', 3],
    ['-1', -1],
    ['2.50', 2.5],
    ['1,234', '1,234'],
    ['two', 'two'],
    ['1e3', '1e3'],
    ['0x10', '0x10'],
  ])('have the number %s as %j', (text, number) => {
    expect(formAnswers(questions, { boats: text })).toEqual({ boats: number });
  });

  it('are shown again as they were typed', () => {
    const answers = {
      boats: '1,234',
      topics: ['film', ['deep'], 'books'],
      excursion: true,
      shirt: {},
      remarks: null,
    };
    expect(answerTexts(answers)).toEqual({
      'answers.boats': '1,234',
      'answers.topics': 'film,books',
      'answers.excursion': 'true',
    });
    expect(answerTexts(undefined)).toEqual({});
    expect(answerTexts('film')).toEqual({});
  });

  it('without any are none', () => {
    expect(gatherAnswers({ givenName: 'Sophea' })).toEqual({ givenName: 'Sophea' });
  });
});

describe('whatever is sent', () => {
  const anything = fc.oneof(
    fc.boolean(),
    fc.string(),
    fc.double(),
    fc.integer({ min: -1, max: 5 }),
    fc.constantFrom('temple', 'market', '2026-03-05', 'XL', ' ', null, undefined),
    fc.array(fc.constantFrom('film', 'music', 'books', 'x')),
    fc.object(),
  );
  const fitting = {
    excursion: fc.boolean(),
    where: fc.constantFrom('temple', 'market'),
    boats: fc.integer({ min: 1, max: 3 }),
    topics: fc.subarray(['film', 'music', 'books']),
    shirt: fc.string({ maxLength: 7 }),
    allergy: fc.string(),
  };
  const someOf = (model: Record<string, fc.Arbitrary<unknown>>) =>
    fc.record(model, { requiredKeys: [] });
  const raw = fc.oneof(
    someOf({
      ...Object.fromEntries(EVERY_KIND.map(({ id }) => [id, anything])),
      excursion: fc.boolean(),
    }),
    fc.record(fitting),
    someOf(fitting),
  );
  const category = fc.constantFrom('party' as const, 'ngo' as const);

  it('is accepted again, unchanged, once it was accepted', () => {
    let accepted = 0;
    fc.assert(
      fc.property(raw, category, (sent, who) => {
        const once = check(sent, who);
        if ('errors' in once) return;
        accepted += 1;
        expect(check(once.answers, who)).toEqual(once);
      }),
      { numRuns: 500 },
    );
    expect(accepted).toBeGreaterThan(50);
  });

  it('leaves no answer to a question that is not asked, and none that must be answered without', () => {
    fc.assert(
      fc.property(raw, category, (sent, who) => {
        const checked = check(sent, who);
        if ('errors' in checked) return;
        const asked = questionsFor(questions, who);
        for (const question of questions) {
          const shown = asked.includes(question) && isShown(question, checked.answers);
          const answered = Object.hasOwn(checked.answers, question.id);
          if (!shown) expect(answered, question.id).toBe(false);
          else if (question.required) expect(answered, question.id).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is wrong at questions of the meeting that are asked, or at no question', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), anything), category, (sent, who) => {
        const checked = check({ ...sent, excursion: false }, who);
        const wrong = 'errors' in checked ? checked.errors : [];
        const known = new Set(questions.map(({ id }) => id));
        for (const { path, code } of wrong)
          expect(known.has(path[1]), path[1]).toBe(code !== 'unknown-field');
      }),
    );
  });
});
