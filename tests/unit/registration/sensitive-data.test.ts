import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deletedAt,
  isDeleted,
  rescheduledParts,
  type Sensitive,
  splitSensitive,
  together,
} from '../../../functions/domain/registration/sensitive-data.ts';
import { addDays } from '../../../functions/domain/shared/day.ts';
import { meetingOn } from '../../support/fixtures.ts';
import { EVERY_KIND } from '../../support/questions.ts';

const meeting = meetingOn('2026-01-01', {
  startsOn: '2026-03-04',
  endsOn: '2026-03-06',
  questions: [...EVERY_KIND, { set: 'dietary', keepDays: 5 }, { set: 'passport' }],
});

describe('what somebody has told', () => {
  it('is taken apart by what is sensitive, answer by answer', () => {
    const answers = { shirt: 'XL', allergy: 'nuts', diet: ['vegan'], passportNumber: 'N1' };
    const days = [
      ['needs', '2026-04-05'],
      ['answers.allergy', '2026-04-05'],
      ['answers.diet', '2026-03-11'],
      ['answers.passportNumber', '2026-04-05'],
    ];
    expect(splitSensitive(meeting, { dietary: 'no nuts', answers })).toEqual({
      forRegistration: {
        answers: { shirt: 'XL' },
        hasNeeds: true,
        sensitiveParts: days.map(([part, keptUntil]) => ({ part, keptUntil })),
      },
      parts: [
        { part: 'needs', keptUntil: '2026-04-05', dietary: 'no nuts' },
        { part: 'answers.allergy', keptUntil: '2026-04-05', answers: { allergy: 'nuts' } },
        { part: 'answers.diet', keptUntil: '2026-03-11', answers: { diet: ['vegan'] } },
        {
          part: 'answers.passportNumber',
          keptUntil: '2026-04-05',
          answers: { passportNumber: 'N1' },
        },
      ],
    });
  });

  it('is no need where it is a paper, a no, or open to all', () => {
    const forRegistration = (told: Sensitive) => splitSensitive(meeting, told).forRegistration;
    expect(forRegistration({ answers: { passportNumber: 'N1' } }).hasNeeds).toBeUndefined();
    expect(forRegistration({ answers: { shirt: 'XL' } })).toEqual({ answers: { shirt: 'XL' } });
    expect(forRegistration({ accessibility: 'ramp' }).hasNeeds).toBe(true);
    expect(splitSensitive(meeting, {})).toEqual({ forRegistration: {}, parts: [] });
  });

  it('is the same once it is put together again', () => {
    const text = fc.string({ minLength: 1 });
    const told = fc.record(
      { shirt: text, allergy: text, dietDetails: text, passportName: text, birthDate: text },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(told, fc.option(text, { nil: undefined }), (answers, dietary) => {
        const { forRegistration, parts } = splitSensitive(meeting, { dietary, answers });
        const apart = together(parts);
        expect({ ...forRegistration.answers, ...apart.answers }).toEqual(answers);
        expect(apart.dietary).toBe(dietary);
      }),
    );
  });

  it('has days that follow the meeting, however it changes, and settle at once', () => {
    const offset = fc.integer({ min: -40, max: 400 });
    fc.assert(
      fc.property(offset, offset, fc.boolean(), (first, second, asked) => {
        const at = (days: number) => ({
          ...meeting,
          endsOn: addDays(meeting.endsOn, days),
          ...(!asked && { questions: [] }),
        });
        const answers = { allergy: 'nuts', diet: ['vegan'] };
        const { forRegistration } = splitSensitive(
          { ...meeting, endsOn: at(first).endsOn },
          { answers },
        );
        const now = new Date('2026-01-15T00:00:00Z');
        const kept = forRegistration.sensitiveParts ?? [];
        const { left, over, moved } = rescheduledParts(kept, at(second), now) ?? {
          left: kept,
          over: [],
          moved: [],
        };
        expect(left.length + over.length).toBe(kept.length);
        expect(rescheduledParts(left, at(second), now)).toBeUndefined();
        for (const { part, keptUntil } of left) {
          const keepDays = asked && part === 'answers.diet' ? 5 : 30;
          expect(keptUntil).toBe(addDays(at(second).endsOn, keepDays));
        }
        expect(left).toEqual(expect.arrayContaining([...moved]));
        // Nothing is lost of a meeting to come, unless its time was over already.
        if (at(second).endsOn >= '2026-01-15')
          for (const { part } of over)
            expect(isDeleted(kept.find((one) => one.part === part) ?? { keptUntil: '' }, now)).toBe(
              true,
            );
      }),
    );
  });

  it('is deleted when its last day is over everywhere', () => {
    const at = new Date(deletedAt({ keptUntil: '2026-03-31' }) * 1000);
    expect(at.toISOString()).toBe('2026-04-01T12:00:00.000Z');
  });
});
