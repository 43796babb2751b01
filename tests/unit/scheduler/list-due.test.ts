import { describe, expect, it } from 'vitest';
import { noticeId } from '../../../functions/domain/notifications/recipient.ts';
import { dueList } from '../../../functions/scheduler/due.ts';
import { listNotice, type Organiser } from '../../../functions/scheduler/list-message.ts';
import { hourIn, localTime } from '../../../functions/scheduler/local-time.ts';
import { meetingOn } from '../../support/fixtures.ts';

/** Registration from 10 to 20 January, in Bangkok (UTC+7). */
const bangkok = meetingOn('2026-01-10', {
  registration: { opensOn: '2026-01-10', closesOn: '2026-01-20' },
});
const due = (instant: string) => dueList(bangkok, new Date(instant));
const cancelled = { at: '2014-01-20T03:00:00.000Z', reason: 'A cyclone.' };

describe('the list that is due', () => {
  it.each([
    ['before registration opens', '2026-01-09T16:59:59Z', undefined],
    ['on the first night', '2026-01-09T17:00:00Z', undefined],
    ['a minute before six', '2026-01-09T22:59:00Z', undefined],
    ['at six', '2026-01-09T23:00:00Z', { occasion: 'daily', mark: '2026-01-10' }],
    [
      'late in the evening, should a day have been missed',
      '2026-01-10T16:59:00Z',
      { occasion: 'daily', mark: '2026-01-10' },
    ],
    ['on the last day', '2026-01-20T16:59:00Z', { occasion: 'daily', mark: '2026-01-20' }],
    [
      'as soon as registration has closed',
      '2026-01-20T17:00:00Z',
      { occasion: 'closing', mark: 'closing-2026-01-20' },
    ],
    ['a week later', '2026-01-27T16:59:00Z', { occasion: 'closing', mark: 'closing-2026-01-20' }],
    ['after that', '2026-01-27T17:00:00Z', undefined],
  ])('%s', (_, instant, expected) => {
    expect(due(instant)).toEqual(expected);
  });

  it('is none for a meeting that was closed long before it was loaded', () => {
    const past = meetingOn('2014-03-01', {
      registration: { opensOn: '2014-01-06', closesOn: '2014-03-06' },
    });
    expect(dueList(past, new Date('2026-01-10T08:00:00Z'))).toBeUndefined();
  });

  it('is none of a meeting that is cancelled', () => {
    for (const day of ['2014-01-15', '2014-02-22', '2014-03-05'])
      expect(dueList({ ...bangkok, cancelled }, new Date(`${day}T08:00:00Z`))).toBeUndefined();
  });
});

describe('the notice of a list', () => {
  const organiser = { name: 'A', email: 'Organiser@example.org', language: 'en' } as const;
  const idOf = (mark: string, of: Organiser) => {
    const { recipient, name } = listNotice('test-meeting', mark, of);
    return noticeId(recipient, name);
  };
  const id = idOf('2026-01-10', organiser);

  it('has an id that can travel as a tag of SES and shows no address', () => {
    expect(id).toMatch(/^organiser_test-meeting_[0-9a-f]{32}_list-2026-01-10$/);
  });

  it('has the same id for the same mailbox and list, and for nothing else', () => {
    const same = { ...organiser, name: 'B', email: 'organiser@EXAMPLE.org' };
    expect(idOf('2026-01-10', same)).toBe(id);
    expect(idOf('2026-01-11', organiser)).not.toBe(id);
    expect(idOf('2026-01-10', { ...organiser, email: 'other@example.org' })).not.toBe(id);
  });

  it('asks for a document of its moment', () => {
    expect(listNotice('test-meeting', '2026-01-10', organiser).event).toEqual({ kind: 'document' });
  });
});

describe('local time', () => {
  it.each([
    ['UTC', '2026-07-01T00:00:00+00:00', 0],
    ['Asia/Kathmandu', '2026-07-01T05:45:00+05:45', 5],
    ['Europe/Paris', '2026-07-01T02:00:00+02:00', 2],
    ['America/Sao_Paulo', '2026-06-30T21:00:00-03:00', 21],
  ])('in %s', (zone, written, hour) => {
    const instant = new Date('2026-07-01T00:00:00Z');
    expect(localTime(zone, instant)).toBe(written);
    expect(Date.parse(written)).toBe(instant.getTime());
    expect(hourIn(zone, instant)).toBe(hour);
  });
});
