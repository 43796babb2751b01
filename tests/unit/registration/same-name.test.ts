import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameName } from '../../../functions/domain/registration/same-name.ts';

const name = (text: string) => {
  const [givenName = '', familyName = ''] = text.split('/');
  return { givenName, familyName };
};

describe('the name of one person', () => {
  it.each([
    ['Sophea/Chan', 'SOPHEA/CHAN'],
    ['Sophea/Chan', 'Chan/Sophea'],
    ['Sophea/Chan', 'Sohpea/Chan'],
    ['Sophea/Chan', 'Sopphea/Chan'],
    ['Sophea/Chan', 'Sopha/Chan'],
    ['José María/Núñez', 'Jose Maria/Nunez'],
    ['Jean-Pierre/Dupont', 'Jean Pierre/DUPONT'],
    ['Jean-Pierre/Dupont', 'Jeanpierre/Dupont'],
    ['Maria/De la Cruz', 'Maria/Delacruz'],
    ['Siobhan/O’Brien', "Siobhan/O'Brien"],
    ['Siobhan/O’Brien', 'Siobhan/OBrien'],
    ['Søren/Strauß', 'Soren/Strauss'],
    ['İlker/Yıldız', 'Ilker/Yildiz'],
    ['Артём/Соловьёв', 'Артем/Соловьев'],
    ['Артем/Соловьев', 'Артем/Соловев'],
    ['أحمد/مُحَمَّد', 'احمد/محمد'],
    ['علی\u200cرضا/کریمی', 'علیرضا/کریمی'],
    ['علي/مصطفى', 'على/مصطفي'],
    ['小明/王', '王/小明'],
    ['민수/김', '민수/김'.normalize('NFD')],
  ])('%s is %s', (one, other) => {
    expect(isSameName(name(one), name(other))).toBe(true);
    expect(isSameName(name(other), name(one))).toBe(true);
  });

  it.each([
    ['Sophea/Chan', 'Bopha/Chan'],
    ['Sophea/Chan', 'Sophea/Sok'],
    ['Sophea/Channary', 'Sohpea/Chananry'],
    ['Maria/Rossi', 'Mario/Rossi'],
    ['Александр/Иванов', 'Александра/Иванова'],
    ['Иван/Иванов', 'Иван/Иванова'],
    ['René/Dupont', 'Renée/Dupont'],
    ['André/Dupont', 'Andrée/Dupont'],
    ['Karin/Berg', 'Marin/Berg'],
    ['Li/Wang', 'Lu/Wang'],
    ['Ann/Amari', 'Anna/Mari'],
    ['Li/Na', 'Lin/A'],
    ['Jean/Dupont', 'Joan/Dupont'],
    ['Ada/Example', 'Ada Grace/Example'],
    ['小明/王', '小民/王'],
    ['민수/김', '민주/김'],
    ['สมชาย/ใจดี', 'สมชัย/ใจดี'],
  ])('%s is not %s', (one, other) => {
    expect(isSameName(name(one), name(other))).toBe(false);
    expect(isSameName(name(other), name(one))).toBe(false);
  });

  it('is the same as itself, both ways and turned round, whatever is typed', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('a', 'e', 'n', 'r', ' ', '-', 'é'), maxLength: 8 }),
    );
    const any = fc.record({ givenName: text, familyName: text });
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(isSameName(one, one)).toBe(true);
        expect(isSameName(one, other)).toBe(isSameName(other, one));
        const turned = { givenName: one.familyName, familyName: one.givenName };
        expect(isSameName(one, turned)).toBe(true);
      }),
    );
  });
});
