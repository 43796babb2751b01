import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UN_LANGUAGES } from '../../../functions/domain/shared/languages.ts';
import { loadLocale } from '../../../functions/language/index.ts';
import { textOf } from '../../../functions/mail/render/text.ts';
import { widthOf, wrap } from '../../../functions/mail/render/wrap.ts';

describe('the width of a text', () => {
  it.each([
    ['meeting', 7],
    ['会议时间', 8],
    ['原为：2014年', 12],
    ['（GMT+7）', 9],
    ['김지현', 6],
    ['🎉', 2],
    // An accent of its own, vowels of Lao, and marks of direction add nothing.
    ['e\u0301', 1],
    ['ສຸພາ', 3],
    ['\u2068BKK14\u2069', 5],
    ['', 0],
  ])('%j takes %i columns', (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });
});

describe('Chinese in lines', () => {
  it('is broken between characters, never before a mark that closes nor after one that opens', () => {
    expect(wrap('请勿转发本邮件。', 14)).toBe('请勿转发本邮\n件。');
    expect(wrap('收到（会议）', 6)).toBe('收到\n（会\n议）');
  });

  it('keeps words in Latin letters, times and numbers with their measure whole', () => {
    expect(wrap('由政府间会议注册服务Plenary发送', 22)).toBe('由政府间会议注册服务\nPlenary发送');
    expect(wrap('会议2014年3月14日09:30开始', 9)).toBe('会议\n2014年3月\n14日\n09:30开始');
  });
});

/** Words of Chinese, of other scripts, and marks, as texts have them. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'会议注册安排变更席位'), minLength: 1, maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'aéжع–\u2068\u2069'), minLength: 1, maxLength: 12 }),
  fc.constantFrom('，', '。', '（', '）', '“', '”', '：', '2014', '年', ' ', ' ', ' '),
);
const prose = fc.array(word, { maxLength: 60 }).map((words) => words.join(''));

describe('any text in lines', () => {
  it('is all there', () => {
    const packed = (text: string) => text.replace(/\s/g, '');
    fc.assert(
      fc.property(prose, fc.integer({ min: 10, max: 72 }), (text, width) => {
        expect(packed(wrap(text, width))).toBe(packed(text));
      }),
    );
  });

  it('fits the width where it may be broken', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 10, max: 72 }), (text, width) => {
        // What is wider than the width may have nowhere to be broken: no two Chinese characters side by side, no space.
        for (const line of wrap(text, width).split('\n'))
          if (widthOf(line) > width) expect(line).not.toMatch(/\p{Script=Han}{2}| /u);
      }),
    );
  });

  it('has no line that begins or ends with the wrong mark', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 10, max: 72 }), (text, width) => {
        for (const one of text.split(' ')) {
          const lines = wrap(one, width).split('\n');
          for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。：）”]/u);
          for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（“]$/u);
        }
      }),
    );
  });
});

describe('a letter as text', () => {
  it.each(UN_LANGUAGES)('fits the width in %s, whatever people have written', async (language) => {
    await loadLocale(language);
    fc.assert(
      fc.property(fc.array(prose, { minLength: 9, maxLength: 9 }), (texts) => {
        const [eyebrow, heading, said, note, label, value, hint, button, foot] = texts.map(
          // A space after every mark and after twelve letters or digits at most, so that there is somewhere to break.
          (text) => text.replace(/[^\p{Script=Han}\d]{1,12}|\d{12}/gu, '$& ').trim(),
        ) as [string, ...string[]] & Record<number, string>;
        const text = textOf({
          language,
          subject: '',
          preheader: '',
          eyebrow,
          heading: { text: heading ?? '' },
          blocks: [
            { kind: 'paragraph', text: said ?? '' },
            { kind: 'note', text: note ?? '' },
            { kind: 'statement', label: label ?? '', text: value ?? '' },
            {
              kind: 'facts',
              facts: [
                { label: label ?? '', value: value ?? '', hint: hint ?? '' },
                { label: '类别', value: value ?? '', hint: hint ?? '' },
              ],
            },
            { kind: 'action', label: button ?? '', url: 'https://plenary.example' },
          ],
          footer: [foot ?? ''],
        });
        expect(text.split('\n').filter((line) => widthOf(line) > 72)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
