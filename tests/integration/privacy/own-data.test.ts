import { describe, expect, it } from 'vitest';
import { act, come, FOCAL_POINT, nomineeOf, seen, send, validated } from '../delegations.ts';
import { drainOutbox, report, sentMail } from '../mailbox.ts';
import { jsonOf, truth } from '../service.ts';

/** The file as its owner gets it, as text and as data. */
async function fileOf({ app }: Awaited<ReturnType<typeof validated>>, own: string) {
  const response = await app.request(`${own}/data.json`);
  const text = await response.clone().text();
  return { text, data: await jsonOf(response) };
}

const ORGANISER = { name: 'Orla Ganiser', email: 'orla@secretariat.example' };

describe('what somebody downloads about themselves', () => {
  it('says of a message to the focal point that it was written, and not to whom or with which link', async () => {
    const base = await validated({ organisers: [ORGANISER] });
    const one = await come(base, 'one');
    await drainOutbox(base.store);
    const asked = (await sentMail(base.store)).filter(({ kind }) => kind === 'validation-wanted');
    expect(asked.map(({ to }) => to)).toEqual([FOCAL_POINT.email]);
    const { text, data } = await fileOf(base, one.own);
    const wanted = data.messages.find(
      ({ event }: { event: string }) => event === 'validation-wanted',
    );
    expect(Object.keys(wanted).sort()).toEqual(['event', 'sentAt', 'writtenAt']);
    for (const others of [FOCAL_POINT.email, FOCAL_POINT.name, base.page, base.delegation.secret])
      expect([others, text.includes(others)]).toEqual([others, false]);
  });

  it('says as little of a message to organisers', async () => {
    const base = await validated({ organisers: [ORGANISER] });
    const one = await come(base, 'one', { state: 'VN' });
    await drainOutbox(base.store);
    expect((await sentMail(base.store)).map(({ to }) => to)).toContain(ORGANISER.email);
    const { text, data } = await fileOf(base, one.own);
    expect(data.messages.map(({ event }: { event: string }) => event).sort()).toEqual([
      'registration-changed',
      'validation-wanted',
    ]);
    expect(text).not.toMatch(/orla/i);
  });

  it('lists their own messages: what each was and what became of it, and no content', async () => {
    const base = await validated();
    const one = await come(base, 'one');
    const { reference } = one;
    await drainOutbox(base.store);
    const [acknowledgement] = (await sentMail(base.store)).filter(
      ({ to }) => to === 'one@example.org',
    );
    await report(base.store, acknowledgement?.noticeId ?? '', 'SoftBounce');
    await act(base, `${base.page}/decline`, { reference, reason: 'The delegation is complete.' });
    await drainOutbox(base.store);
    const { data } = await fileOf(base, one.own);
    const time = expect.stringMatching(/^20\d\d-.*Z$/);
    const common = { event: 'registration-changed', language: 'en', writtenAt: time, sentAt: time };
    const own = data.messages.filter(({ kind }: { kind?: string }) => kind !== undefined);
    expect(own).toEqual([
      { ...common, kind: 'acknowledgement', status: 'bounced', bounce: 'soft' },
      { ...common, kind: 'declined', status: 'sent' },
    ]);
    expect(JSON.stringify(data.messages)).not.toMatch(/example\.org|complete|registrations/);
  });

  it('says that somebody was replaced, and not by whom; and of whoever came not for whom', async () => {
    const base = await validated();
    const one = await come(base, 'one');
    await act(base, `${base.page}/approve`, { reference: one.reference });
    const answer = await send(base, `${base.page}/replace`, {
      reference: one.reference,
      ...nomineeOf('two'),
    });
    expect(answer.status).toBeLessThan(400);
    const { registrations } = await truth(base.store, base.meeting.id);
    const two = registrations.find(({ givenName }) => givenName === 'two');
    if (two === undefined) throw new Error('Nobody was put in their place');
    const [left, came] = [
      await fileOf(base, one.own),
      await fileOf(base, `/registrations/${two.reference}/${two.secret}`),
    ];
    const actions = left.data.history.map(({ action }: { action: string }) => action);
    expect(actions).toContain('replaced');
    expect(left.text).not.toMatch(new RegExp(`${two.reference}|two@|${FOCAL_POINT.email}`));
    expect(came.text).not.toMatch(new RegExp(`${one.reference}|one@|${FOCAL_POINT.email}`));
    // Who named them is where their data comes from, and their message told them.
    expect(came.data.registration.nominatedBy).toBe(FOCAL_POINT.name);
    expect((await seen(base, base.page)).people.length).toBeGreaterThan(0);
  });
});
