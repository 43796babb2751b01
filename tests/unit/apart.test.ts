import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deletedAt, type Sensitive, setApart, together } from '../../functions/domain/apart.ts';
import { meetingOn } from '../support/fixtures.ts';
import { EVERY_KIND } from '../support/questions.ts';

const meeting = meetingOn('2026-01-01', {
  startsOn: '2026-03-04',
  endsOn: '2026-03-06',
  questions: [...EVERY_KIND, { set: 'dietary', keepDays: 5 }, { set: 'passport' }],
});

describe('what somebody has told', () => {
  it('is taken apart by what is sensitive, and by how long it is kept', () => {
    const answers = { shirt: 'XL', allergy: 'nuts', diet: ['vegan'], passportNumber: 'N1' };
    expect(setApart(meeting, { dietary: 'no nuts', answers })).toEqual({
      noted: { answers: { shirt: 'XL' }, hasNeeds: true, keptApart: ['2026-04-05', '2026-03-11'] },
      parts: [
        {
          keptUntil: '2026-04-05',
          dietary: 'no nuts',
          answers: { allergy: 'nuts', passportNumber: 'N1' },
        },
        { keptUntil: '2026-03-11', answers: { diet: ['vegan'] } },
      ],
    });
  });

  it('is no need where it is a paper, a no, or open to all', () => {
    const noted = (told: Sensitive) => setApart(meeting, told).noted;
    expect(noted({ answers: { passportNumber: 'N1' } }).hasNeeds).toBeUndefined();
    expect(noted({ answers: { shirt: 'XL' } })).toEqual({ answers: { shirt: 'XL' } });
    expect(noted({ accessibility: 'ramp' }).hasNeeds).toBe(true);
    expect(setApart(meeting, {})).toEqual({ noted: {}, parts: [] });
  });

  it('is the same once it is put together again', () => {
    const text = fc.string({ minLength: 1 });
    const told = fc.record(
      { shirt: text, allergy: text, dietDetails: text, passportName: text, birthDate: text },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(told, fc.option(text, { nil: undefined }), (answers, dietary) => {
        const { noted, parts } = setApart(meeting, { dietary, answers });
        const apart = together(parts);
        expect({ ...noted.answers, ...apart.answers }).toEqual(answers);
        expect(apart.dietary).toBe(dietary);
      }),
    );
  });

  it('is deleted when its last day is over everywhere', () => {
    const at = new Date(deletedAt({ keptUntil: '2026-03-31' }) * 1000);
    expect(at.toISOString()).toBe('2026-04-01T12:00:00.000Z');
  });
});
