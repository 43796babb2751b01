import { describe, expect, it } from 'vitest';
import { questionsFor } from '../../../functions/domain/meeting/question.ts';
import { questionsDefinition } from '../../../functions/domain/meeting/question-definition.ts';
import { SET_NAMES } from '../../../functions/domain/meeting/question-set-names.ts';
import { en } from '../../../functions/language/catalogues/en.ts';
import {
  answerInWords,
  conditionInWords,
  helpOf,
  labelOf,
  optionsOf,
} from '../../../functions/language/question.ts';
import { EVERY_KIND, questionsFrom } from '../../support/questions.ts';

const yesNo = (id: string, more = {}) => ({ id, kind: 'yes-no', label: { en: id }, ...more });
const onA = { question: 'a', equals: true };

/** Where a definition is wrong, and what is said of it. */
function complaints(definition: unknown): string[] {
  const { error } = questionsDefinition.safeParse(definition);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('the definition of questions', () => {
  it('takes every kind, and fills in what is not said', () => {
    const questions = questionsFrom(EVERY_KIND);
    expect(questions.map(({ id }) => id)).toEqual(EVERY_KIND.map(({ id }) => id));
    expect(questions.map(({ keepDays }) => keepDays)).toEqual([90, 90, 90, 90, 90, 90, 90, 30]);
    expect(questions[1]).toMatchObject({ maxLength: 2000, required: false, sensitive: false });
  });

  it.each([
    ['an id twice', [yesNo('a'), yesNo('a')], '1.id: a is asked already'],
    ['an id of a set', [{ set: 'hotel' }, yesNo('hotelNeeded')], '1.id: hotelNeeded is asked'],
    ['a set twice', [{ set: 'hotel' }, { set: 'hotel' }], '1.set: hotelNeeded is asked already'],
    ['a set that nobody ships', [{ set: 'sauna' }], '0.set: '],
    ['an unknown kind', [yesNo('a', { kind: 'essay' })], '0.kind: '],
    ['a name of JavaScript', [yesNo('constructor')], '0.id: cannot be used as an id'],
    ['a condition on nothing', [yesNo('b', { showIf: onA })], '0.showIf.question: is the id of no'],
    [
      'a condition on a later question',
      [yesNo('b', { showIf: onA }), yesNo('a')],
      '0.showIf.question: is not asked before this one',
    ],
    ['a condition on itself', [yesNo('a', { showIf: onA })], '0.showIf.question: is not asked be'],
    [
      'a circle',
      [yesNo('b', { showIf: onA }), yesNo('a', { showIf: { question: 'b', equals: true } })],
      '0.showIf.question: is not asked before this one',
    ],
    [
      'a condition on a text',
      [{ id: 'a', kind: 'text', label: { en: 'A' } }, yesNo('b', { showIf: onA })],
      '1.showIf.question: is not a choice, choices or yes-no',
    ],
    [
      'a condition on what is no answer',
      [yesNo('a'), yesNo('b', { showIf: { question: 'a', equals: 'true' } })],
      '1.showIf.equals: is not an answer to a',
    ],
    [
      'an open question that depends on a sensitive one',
      [yesNo('a', { sensitive: true }), yesNo('b', { showIf: onA })],
      '1.sensitive: must be true',
    ],
    [
      'an option twice',
      [
        {
          id: 'a',
          kind: 'choice',
          label: { en: 'A' },
          options: ['x', 'x'].map((value) => ({ value, label: { en: value } })),
        },
      ],
      '0.options.1.value: x is there already',
    ],
    [
      'limits that nothing meets',
      [{ id: 'a', kind: 'number', label: { en: 'A' }, min: 3, max: 2 }],
      '0.max: is below min',
    ],
    ['a limit that its kind does not have', [yesNo('a', { max: 2 })], '0: '],
    ['a question without words', [{ id: 'a', kind: 'date' }], '0.label: '],
  ])('refuses %s, and says where', (_, definition, start) => {
    const [first, ...others] = complaints(definition);
    expect(first?.startsWith(start), first).toBe(true);
    expect(others).toEqual([]);
  });

  it('takes conditions that depend on each other in a chain', () => {
    const b = yesNo('b', { showIf: onA });
    const c = yesNo('c', { showIf: { question: 'b', equals: false } });
    expect(complaints([yesNo('a'), b, c])).toEqual([]);
  });

  it('asks a question of the categories it is for', () => {
    const ids = (category: 'party' | 'ngo') =>
      questionsFor(questionsFrom(EVERY_KIND), category).map(({ id }) => id);
    expect(ids('party')).toContain('topics');
    expect(ids('ngo')).not.toContain('topics');
    const [hotel] = questionsFrom([{ set: 'hotel', categories: ['guest'], keepDays: 7 }]);
    expect(hotel).toMatchObject({ categories: ['guest'], keepDays: 7 });
  });
});

describe('the ready-made sets', () => {
  const all = questionsFrom(SET_NAMES.map((set) => ({ set })));

  it('agree with each other and with the rules for a meeting’s own questions', () => {
    expect(complaints(SET_NAMES.map((set) => ({ set })))).toEqual([]);
    for (const { showIf, id, sensitive } of all) {
      if (showIf === undefined) continue;
      const on = all.findIndex((question) => question.id === showIf.question);
      expect(on, id).toBeGreaterThanOrEqual(0);
      expect(on, id).toBeLessThan(all.findIndex((question) => question.id === id));
      expect(sensitive || !all[on]?.sensitive, id).toBe(true);
    }
  });

  it('are worded in the catalogue, which words nothing else', () => {
    const keys = all.flatMap((question) => {
      expect(labelOf('en', question), question.id).not.toBe(question.id);
      const options = optionsOf('en', question).map(({ value, text }) => {
        expect(text, `${question.id}.${value}`).not.toBe(value);
        return `question.${question.id}.${value}`;
      });
      const help = helpOf('en', question) ? [`question.${question.id}.help`] : [];
      return [`question.${question.id}`, ...help, ...options];
    });
    const worded = Object.keys(en).filter((key) => key.startsWith('question.'));
    expect(worded.sort()).toEqual(keys.sort());
    for (const set of SET_NAMES) expect(en).toHaveProperty([`question-set.${set}`]);
  });

  it('keep health and papers apart', () => {
    const open = all.filter(({ sensitive }) => !sensitive).map(({ set }) => set);
    expect(new Set(open)).toEqual(new Set(['arrival', 'departure', 'hotel', 'visa-letter']));
    expect(all.find(({ id }) => id === 'visaNationality')?.sensitive).toBe(true);
  });

  it('take days around the meeting', () => {
    expect(all.find(({ id }) => id === 'arrivalDate')).toMatchObject({
      min: '2026-02-02',
      max: '2026-03-06',
    });
  });
});

describe('answers in words', () => {
  const question = (id: string) => {
    const found = questionsFrom(EVERY_KIND).find((one) => one.id === id);
    if (found === undefined) throw new Error(id);
    return found;
  };

  it.each([
    ['where', 'market', 'The floating market'],
    ['topics', ['film', 'books'], 'Film, Books'],
    ['excursion', false, 'No'],
    ['boats', 1234.5, '1,234.5'],
    ['day', '2026-03-04', '4 March 2026'],
    ['shirt', 'XL', 'XL'],
    // The question was another when it was answered.
    ['where', 'museum', 'museum'],
    ['day', 'soon', 'soon'],
  ])('are told for %s', (id, answer, words) => {
    expect(answerInWords('en', question(id), answer)).toBe(words);
  });

  it('say on what a question depends', () => {
    expect(conditionInWords('en', question('boats'), questionsFrom(EVERY_KIND))).toBe(
      'Only if your answer to “Where to?” is “The floating market”.',
    );
  });
});
