import { expect, it } from 'vitest';
import { gapAfter, sentences } from '../../../functions/language/sentences.ts';

it('puts a space between sentences, and none after a full-width mark', () => {
  expect(sentences('One.', 'Two.')).toBe('One. Two.');
  expect(sentences('您将不再与会。', '此项操作不可恢复。')).toBe(
    '您将不再与会。此项操作不可恢复。',
  );
  expect(sentences('انتهى.', 'تم.')).toBe('انتهى. تم.');
  expect([gapAfter('Kept.'), gapAfter('无。')]).toEqual([' ', '']);
});

it('leaves out those that there are not', () => {
  expect(sentences(undefined, 'Two.', '', undefined)).toBe('Two.');
  expect(sentences()).toBe('');
});
