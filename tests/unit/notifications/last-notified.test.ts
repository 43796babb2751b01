import { describe, expect, it } from 'vitest';
import {
  accepted,
  bounced,
  type LastNotified,
  NEVER_NOTIFIED,
  notAccepted,
  type SaidBase,
  takenOver,
} from '../../../functions/domain/notifications/last-notified.ts';

type Said = SaidBase & { readonly text: string };
type Last = LastNotified<Said>;

const at = (minute: number) => new Date(Date.UTC(2026, 4, 12, 9, minute)).toISOString();
const saying = (noticeId: string, minute: number, address = 'a@example.org'): Said => ({
  noticeId,
  at: at(minute),
  address,
  text: `what ${noticeId} says`,
});
/** A message that is on its way. */
const flying = (last: Last, noticeId: string, minute: number, address?: string): Last => {
  const flight = { noticeId, until: at(minute + 5) };
  const taken = takenOver<Said>(last, flight);
  return { ...taken, inFlight: { ...flight, saying: saying(noticeId, minute, address) } };
};
const told = (last: Last, noticeId: string, minute: number, address?: string): Last =>
  accepted(flying(last, noticeId, minute, address), noticeId, at(minute));
const back = (last: Last, noticeId: string) =>
  bounced<Said>(last, noticeId, (newer, gone, before) => ({
    ...newer,
    text: `${newer.text}, without ${gone.noticeId}, after ${before?.noticeId ?? 'nothing'}`,
  }));
const idsOf = ({ said }: Last) => said.map(({ noticeId }) => noticeId);

describe('what somebody was last told', () => {
  it('moves on when SES accepts a message, and at no other time', () => {
    const first = told(NEVER_NOTIFIED, 'n1', 0);
    expect(first).toMatchObject({ said: [{ noticeId: 'n1', at: at(0) }], inFlight: undefined });
    const second = flying(first, 'n2', 10);
    expect(idsOf(second)).toEqual(['n1']);
    expect(notAccepted(second, 'n2')).toEqual({ ...first, inFlight: undefined });
    expect(notAccepted(second, 'another')).toBe(second);
    expect(accepted(second, 'another', at(10))).toBe(second);
    expect(idsOf(accepted(second, 'n2', at(11)))).toEqual(['n2', 'n1']);
    expect(accepted(second, 'n2', at(11)).said[0]?.at).toBe(at(11));
  });

  it('says nothing of a document or of a message that was never composed', () => {
    const last: Last = { said: [], inFlight: { noticeId: 'n1', until: at(5) } };
    expect(accepted(last, 'n1', at(1))).toEqual({ said: [], inFlight: undefined });
  });

  it('remembers three messages', () => {
    const last = ['n1', 'n2', 'n3', 'n4'].reduce<Last>(
      (known, id, index) => told(known, id, index * 10),
      NEVER_NOTIFIED,
    );
    expect(idsOf(last)).toEqual(['n4', 'n3', 'n2']);
  });

  it('counts the messages of the last hour by address', () => {
    const last = told(told(told(NEVER_NOTIFIED, 'n1', 0), 'n2', 30, 'B@example.org'), 'n3', 61);
    expect(last.recent).toEqual([
      { to: 'b@example.org', at: at(30) },
      { to: 'a@example.org', at: at(61) },
    ]);
  });
});

describe('former addresses', () => {
  const moved = told(told(NEVER_NOTIFIED, 'n1', 0), 'n2', 10, 'b@example.org');

  it('are those that were written to and are not the last one', () => {
    expect(moved.former).toEqual(['a@example.org']);
    const back = told(moved, 'n3', 20, 'A@example.org');
    expect(back.former).toEqual(['b@example.org']);
  });

  it('are told once, until they are written to again', () => {
    const flight = { noticeId: 'bye', until: at(20) };
    const farewell = { address: 'a@example.org', language: 'en' } as const;
    const bye = accepted({ ...moved, inFlight: { ...flight, farewell } }, 'bye', at(15));
    expect(bye.toldFormer).toEqual(['a@example.org']);
    expect(bye.said).toEqual(moved.said);
    expect(told(bye, 'n3', 20).toldFormer).toEqual([]);
  });
});

describe('a message that SES may have accepted', () => {
  const first = told(NEVER_NOTIFIED, 'n1', 0);
  const lost = takenOver<Said>(flying(first, 'n2', 10), { noticeId: 'n3', until: at(20) });

  it('may have been said, once another notice takes over', () => {
    expect(lost.maybe).toEqual(saying('n2', 10));
    expect(lost.inFlight).toEqual({ noticeId: 'n3', until: at(20) });
    expect(idsOf(lost)).toEqual(['n1']);
  });

  it('was said where SES reports it late', () => {
    const known = accepted(lost, 'n2', at(12));
    expect(idsOf(known)).toEqual(['n2', 'n1']);
    expect(known.maybe).toBeUndefined();
    expect(known.inFlight).toEqual(lost.inFlight);
  });

  it('was not said where it bounced', () => {
    expect(back(lost, 'n2')).toMatchObject({ maybe: undefined, said: first.said });
    expect(back(flying(first, 'n2', 10), 'n2').inFlight).toBeUndefined();
  });

  it('is of no importance once a newer message is accepted, and is again if that bounces', () => {
    const known = told(flying(first, 'n2', 10), 'n3', 20);
    expect(known.maybe).toBeUndefined();
    expect(idsOf(known)).toEqual(['n3', 'n1']);
    expect(back(known, 'n3')).toMatchObject({ maybe: saying('n2', 10) });
    expect(idsOf(back(known, 'n3'))).toEqual(['n1']);
    // Unless it has bounced itself, before or after.
    expect(back(back(known, 'n2'), 'n3').maybe).toBeUndefined();
    expect(back(back(known, 'n3'), 'n2').maybe).toBeUndefined();
  });

  it('leaves nothing certain to go back to, where the message after it bounces later still', () => {
    const known = told(told(flying(first, 'n2', 10), 'n3', 20), 'n4', 30);
    expect(back(known, 'n3').said[0]?.text).toBe('what n4 says, without n3, after nothing');
  });

  it('is the later of two, where two were lost', () => {
    const both = takenOver<Said>(flying(lost, 'n3', 20), { noticeId: 'n4', until: at(30) });
    expect(both.maybe).toMatchObject({ noticeId: 'n3', text: 'what n3 says' });
  });
});

describe('a bounce', () => {
  const two = told(told(NEVER_NOTIFIED, 'n1', 0), 'n2', 10);

  it('of the last message goes back to the one before', () => {
    expect(idsOf(back(two, 'n2'))).toEqual(['n1']);
    expect(back(two, 'n2').said[0]).toEqual(two.said[1]);
    expect(back(told(NEVER_NOTIFIED, 'n1', 0), 'n1').said).toEqual([]);
  });

  it('of an earlier message takes back what only that one said', () => {
    expect(back(two, 'n1').said.map(({ text }) => text)).toEqual([
      'what n2 says, without n1, after nothing',
    ]);
    const three = told(two, 'n3', 20);
    expect(back(three, 'n2').said.map(({ text }) => text)).toEqual([
      'what n3 says, without n2, after n1',
      'what n1 says',
    ]);
  });

  it('of a message that is not known changes nothing, and neither does a second one', () => {
    expect(back(two, 'another')).toMatchObject({ said: two.said });
    expect(back(back(two, 'n2'), 'n2').said).toEqual(back(two, 'n2').said);
  });
});
