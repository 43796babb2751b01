import { describe, expect, it } from 'vitest';
import { duplicatesOf } from '../../../functions/domain/registration/duplicates.ts';
import type { Registration } from '../../../functions/domain/registration/registration.ts';
import { compose } from '../../../functions/mail/compose.ts';
import { composeList } from '../../../functions/scheduler/list-message.ts';
import { meetingOn } from '../../support/fixtures.ts';
import { messageOf } from '../../support/messages.ts';

let count = 0;

const person = (changes: Partial<Registration>) => {
  count += 1;
  return {
    reference: `FP26-${String(count).padStart(5, '0')}`,
    status: 'confirmed',
    category: 'party',
    ...changes,
  } as Registration;
};
const named = (givenName: string, familyName: string, changes: Partial<Registration> = {}) =>
  person({ givenName, familyName, ...changes });

describe('people who may be registered twice', () => {
  it.each([
    ['the same name', ['Sophea', 'Chan'], ['Sophea', 'Chan']],
    ['another order', ['Sophea', 'Chan'], ['CHAN', 'sophea']],
    ['accents and hyphens', ['José-Luis', 'Núñez'], ['Jose Luis', 'Nunez']],
    ['Arabic with and without vowel signs', ['مُحَمَّد', 'علي'], ['محمد', 'علي']],
  ])('are found by %s', (_, [a = '', b = ''], [c = '', d = '']) => {
    const [first, second] = [named(a, b), named(c, d, { category: 'media' })];
    expect(duplicatesOf([first, second])).toEqual([
      { people: [first, second], by: 'name', acrossCategories: true },
    ]);
  });

  it('are found by a telephone number, however it is written, and once where the name is the same too', () => {
    const [first, second] = [
      named('Sophea', 'Chan', { phone: '+855 23 000 000' }),
      named('Sophea', 'Chan', { phone: '00855-23-000000' }),
    ];
    expect(duplicatesOf([first, second])).toMatchObject([{ by: 'name', acrossCategories: false }]);
    const third = named('S.', 'Chan', { phone: '(855) 23000000' });
    expect(duplicatesOf([first, third])).toMatchObject([{ by: 'phone' }]);
  });

  it('come with those across categories first', () => {
    const people = [
      named('Ana', 'Lopez'),
      named('Ana', 'Lopez'),
      named('Mei', 'Lin'),
      named('Mei', 'Lin', { category: 'media' }),
    ];
    expect(duplicatesOf(people).map(({ acrossCategories }) => acrossCategories)).toEqual([
      true,
      false,
    ]);
  });

  it('are not those who have ended, have one word of a name, or share the extension of an office', () => {
    expect(
      duplicatesOf([
        named('Sophea', 'Chan'),
        named('Sophea', 'Chan', { status: 'withdrawn' }),
        person({ givenName: 'Chan' }),
        person({ givenName: 'Chan' }),
        // Two names in Thai, which differ by a vowel.
        named('สม', 'ใจดี'),
        named('สุม', 'ใจดี'),
        named('A', 'One', { phone: '1234' }),
        named('B', 'Two', { phone: '1234' }),
      ]),
    ).toEqual([]);
  });
});

describe('the message with the list', () => {
  const now = new Date('2026-05-11T00:00:00Z');
  const textOf = async (people: Registration[]) => {
    const { content } = composeList(
      meetingOn('2026-05-10'),
      people,
      () => ({}),
      'en',
      'daily',
      now,
    );
    return (await compose(messageOf({ content }))).text;
  };
  const whole = (givenName: string, changes: Partial<Registration> = {}) =>
    named(givenName, 'Chan', {
      representation: 'individual',
      delegationRole: 'observer',
      seats: [],
      ...changes,
    });

  it('names the registrations to look at, and says nothing where there are none', async () => {
    const people = [whole('Sophea'), whole('Sophea', { category: 'media' }), whole('Dara')];
    const [first, second, third] = people.map(({ reference }) => reference);
    const text = await textOf(people);
    expect(text).toContain('One person seems to be registered more than once');
    expect(text).toContain(`${first}, ${second}`);
    expect(text).not.toContain(third);
    expect(await textOf([whole('Sophea'), whole('Dara')])).not.toContain('more than once');
  });
});
