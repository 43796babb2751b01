import { describe, expect, it, vi } from 'vitest';
import { addDays, dayIn } from '../../../functions/domain/shared/day.ts';
import { deliver } from '../../../functions/notifier/deliver.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { claimNotice } from '../../../functions/store/outbox/claim.ts';
import { recordReport } from '../../../functions/store/outbox/feedback.ts';
import { recordResult } from '../../../functions/store/outbox/record.ts';
import { eraseRegistration } from '../../../functions/store/privacy/erase.ts';
import { injectFaults } from '../../support/faults.ts';
import { expectAgreement } from '../agreement.ts';
import { putLastMessage } from '../clock.ts';
import { drainOutbox, notifier } from '../mailbox.ts';
import { type Base, come, everything, kept, mail, patch, send } from '../own.ts';
import { jsonOf, service, truth } from '../service.ts';

/** Somebody whose every answer is a word that stands nowhere else. */
const TRACES = {
  title: 'Titular',
  givenName: 'Gwendolyn',
  familyName: 'Quixote',
  position: 'Archivist',
  institution: 'Quillmuseum',
  phone: '+66 2 987 6543',
  dietary: 'Zucchini',
  accessibility: 'Wheelramp',
};
/** Answers of the same kind. The last two are sensitive, and each has a deletion day of its own. */
const ANSWERS = { shirt: 'Xxxl', allergy: 'Nutmegallergy', passportNumber: 'Pnq8877' };
const QUESTIONS = [
  { id: 'shirt', kind: 'text', label: { en: 'Shirt' } },
  { id: 'allergy', kind: 'text', label: { en: 'Allergy' }, sensitive: true, keepDays: 3 },
  { id: 'passportNumber', kind: 'text', label: { en: 'Passport' }, sensitive: true },
];
const erase = (base: Base, { own }: { own: string }) => send(base, `${own}/erase`);
const moving = (now = new Date()) => ({
  now,
  deadline: Date.now() + 20_000,
});

/** The items of the outbox that are kept for a participant. */
const outboxItemsOf = async (base: Base, { reference }: { reference: string }) =>
  (await everything(base)).filter(({ pk }) => pk === `RECIPIENT#participant_${reference}`);

const TIME = expect.stringMatching(/^20\d\d-.*Z$/);

/** The words of somebody that are still in any table. */
async function tracesOf(base: Base, words: readonly string[]) {
  const text = JSON.stringify(await everything(base)).toLowerCase();
  return words.filter((word) => text.includes(word.toLowerCase()));
}

describe('everything about oneself', () => {
  it('comes as a file, without what it is kept with', async () => {
    const base = await service({ questions: QUESTIONS });
    const one = await come(base, 'one', { ...TRACES, answers: ANSWERS });
    await come(base, 'two');
    await drainOutbox(base.store);
    await patch(base, one, { email: 'new@example.org' });
    const answer = await base.app.request(`${one.own}/data.json`);
    expect(answer.headers.get('Content-Disposition')).toBe(
      `attachment; filename="${one.reference}.json"`,
    );
    const data = await jsonOf(answer);
    expect(data.registration).toMatchObject({ ...TRACES, email: 'new@example.org' });
    expect(data.registration.answers).toEqual(ANSWERS);
    const { dietary, accessibility } = TRACES;
    const { shirt: _, allergy, passportNumber } = ANSWERS;
    const { endsOn } = base.meeting;
    expect(data.sensitiveParts).toHaveLength(3);
    expect(data.sensitiveParts).toEqual(
      expect.arrayContaining([
        { keptUntil: addDays(endsOn, 3), answers: { allergy } },
        { keptUntil: addDays(endsOn, 30), dietary, accessibility },
        { keptUntil: addDays(endsOn, 30), answers: { passportNumber } },
      ]),
    );
    for (const name of ['secret', 'seats', 'version', 'sensitiveParts'])
      expect(data.registration[name]).toBeUndefined();
    expect(data.history).toMatchObject([
      { action: 'registered', actor: 'participant' },
      { action: 'edited', actor: 'participant', detail: 'email' },
    ]);
    const sent = { language: 'en', status: 'sent', sentAt: TIME, writtenAt: TIME };
    const queued = { status: 'queued', writtenAt: TIME };
    expect(data.messages[0]).toEqual({
      event: 'registration-changed',
      kind: 'confirmation',
      ...sent,
    });
    expect(data.messages.slice(1)).toHaveLength(2);
    expect(data.messages.slice(1)).toEqual(
      expect.arrayContaining([
        { event: 'registration-changed', ...queued },
        { event: 'address-changed', ...queued },
      ]),
    );
    expect(JSON.stringify(data)).not.toContain('two@example.org');
  });
});

describe('erasing', () => {
  it('asks first, then leaves no trace, and shows that it is done', async () => {
    const base = await service({ questions: QUESTIONS });
    const one = await come(base, 'one', { ...TRACES, answers: ANSWERS });
    const other = await come(base, 'other', { answers: { allergy: 'Peanuts' } });
    await drainOutbox(base.store);
    await patch(base, one, { email: 'second@example.org', familyName: 'Quixotic' });
    await drainOutbox(base.store);
    await putLastMessage(base.store, base.meeting.id, one.reference, new Date(0));
    await send(base, `${one.own}/resend`);
    const secret = one.own.split('/').at(-1) ?? '';
    const words = [
      ...[...Object.values(TRACES), ...Object.values(ANSWERS)],
      ...['one@example.org', 'second@example.org', secret],
    ];
    expect(await tracesOf(base, words)).toEqual(words);
    const ask = await (await base.app.request(`${one.own}/erase`)).text();
    expect(ask).toContain('This cannot be undone.');
    expect(ask).toContain('your seat is given to somebody else');
    expect(await tracesOf(base, words)).toEqual(words);

    const done = await erase(base, one);
    expect(done.status).toBe(200);
    const page = await done.text();
    expect(page).toContain('Your data is erased');
    expect(page).not.toContain(secret);
    expect(await tracesOf(base, words)).toEqual([]);
    for (const path of ['', '/edit', '/erase', '/data.json', '/calendar.ics', '/withdraw'])
      expect((await base.app.request(`${one.own}${path}`)).status).toBe(404);
    expect((await erase(base, one)).status).toBe(404);
    expect((await patch(base, one, { givenName: 'Ada' })).status).toBe(404);

    const { registrations, taken, audit, notices } = await truth(base.store, base.meeting.id);
    expect(registrations.find(({ reference }) => reference === one.reference)).toMatchObject({
      status: 'withdrawn',
      category: 'party',
      state: 'KH',
      erasedAt: expect.any(String),
    });
    expect(taken('meeting')).toBe(1);
    expect(audit.at(-1)).toMatchObject({ action: 'erased', detail: 'confirmed' });
    expect(notices.map(({ recipient }) => recipient)).toEqual([`participant_${other.reference}`]);
    // What the participant was last told is gone, and not only the words that were looked for.
    expect(await outboxItemsOf(base, one)).toEqual([]);
    expect((await outboxItemsOf(base, other)).length).toBeGreaterThan(1);
    expect(await (await base.app.request(other.own)).text()).toContain('Peanuts');
    await expectAgreement(base);
  });

  it('lets the address register anew, and not without end', async () => {
    const base = await service();
    for (let time = 0; time < 3; time++) {
      const one = await come(base, 'one');
      expect(one.httpStatus).toBe(201);
      await erase(base, one);
    }
    expect((await come(base, 'one')).httpStatus).toBe(429);
    await expectAgreement(base);
  });

  it('deletes the address where it was taken more than a day ago', async () => {
    const base = await service();
    const one = await come(base, 'one');
    const stored = await getMeeting(base.store, base.meeting.id);
    if (stored === undefined) throw new Error('There is no meeting');
    const seen = await kept(base, one);
    const items = async () =>
      (await everything(base)).filter(({ sk }) => String(sk).startsWith('EMAIL#')).length;
    expect(await items()).toBe(1);
    const tomorrow = new Date(Date.now() + 25 * 3_600_000);
    await eraseRegistration(base.store, stored, seen, moving(tomorrow));
    expect(await items()).toBe(0);
    await expectAgreement(base);
  });

  it('gives the seat to the next in line, in the same transaction', async () => {
    const base = await service({ waitingList: true, ceiling: 1 });
    const one = await come(base, 'one');
    const next = await come(base, 'next');
    await erase(base, one);
    expect(await kept(base, next)).toMatchObject({ status: 'offered' });
    await expectAgreement(base);
    await erase(base, next);
    const { taken } = await truth(base.store, base.meeting.id);
    expect(taken('meeting')).toBe(0);
    await expectAgreement(base);
  });

  it('of a person of an organisation keeps its kind, and is possible after withdrawing', async () => {
    const base = await service();
    const one = await come(base, 'one', {
      representation: 'organisation',
      state: undefined,
      organisation: 'Quixote Foundation',
      organisationKind: 'ngo',
      delegationRole: 'head',
    });
    await send(base, `${one.own}/withdraw`);
    expect((await erase(base, one)).status).toBe(200);
    expect(await kept(base, one)).toMatchObject({ status: 'withdrawn', category: 'ngo' });
    expect(await tracesOf(base, ['Quixote Foundation', 'one@example.org', 'Chan'])).toEqual([]);
    expect(await mail(base)).toEqual([]);
    await expectAgreement(base);
  });

  it('after the meeting leaves whoever took part among those who did', async () => {
    const today = dayIn('Asia/Bangkok', new Date());
    const categories = { ngo: { admission: 'open', delegationCeiling: 2 } };
    const base = await service({
      categories,
      startsOn: today,
      endsOn: today,
      registration: {
        opensOn: addDays(today, -3),
        closesOn: today,
      },
    });
    const one = await come(base, 'one', {
      representation: 'organisation',
      state: undefined,
      organisation: 'Culture Watch',
      organisationKind: 'ngo',
      delegationRole: 'head',
    });
    const stored = await getMeeting(base.store, base.meeting.id);
    if (stored === undefined) throw new Error('There is no meeting');
    const later = new Date(Date.now() + 48 * 3_600_000);
    const left = await eraseRegistration(base.store, stored, await kept(base, one), moving(later));
    expect(left).toMatchObject({ status: 'confirmed', category: 'ngo' });
    const { taken } = await truth(base.store, base.meeting.id);
    expect([taken('meeting'), taken('category:ngo')]).toEqual([1, 1]);
    expect(await tracesOf(base, ['one@example.org', 'Chan', 'Sophea'])).toEqual([]);
    await expectAgreement(base);
  });
});

describe('a notice of somebody who is erased', () => {
  it('that waits is never sent, and of one that is being sent nothing comes back', async () => {
    const base = await service();
    const one = await come(base, 'one');
    await patch(base, one, { givenName: 'Gwendolyn' });
    const [confirmation, waiting] = [1, 2].map((n) => `participant_${one.reference}_v${n}`) as [
      string,
      string,
    ];
    const { notices } = await truth(base.store, base.meeting.id);
    expect(notices.map(({ id }) => id).sort()).toEqual([confirmation, waiting]);
    const now = new Date();
    const claimed = await claimNotice(base.store, confirmation, 'notifier', now);
    if (claimed === undefined) throw new Error('Nothing to claim');
    await erase(base, one);
    expect(await claimNotice(base.store, waiting, 'notifier', now)).toBeUndefined();
    const sesMessageId = 'ses-1';
    const sent = { kind: 'confirmation', language: 'en', to: 'hash' } as const;
    const result = { status: 'sent', sesMessageId, at: now, sent } as const;
    expect(await recordResult(base.store, claimed, result)).toBe(false);
    const report = { id: confirmation, sesMessageId, sentAt: now.toISOString() };
    expect(await recordReport(base.store, { ...report, status: 'delivered' })).toBe(false);
    const later = new Date(now.getTime() + 3_600_000);
    expect(await claimNotice(base.store, confirmation, 'sweeper', later)).toBeUndefined();
    expect(await truth(base.store, base.meeting.id)).toMatchObject({ notices: [] });
  });

  it.each([
    ['before anything was sent', 1],
    ['after something was sent', 2],
  ])('leaves nothing of them where erasing comes between its steps, %s', async (_, number) => {
    for (let step = 1, reached = true; reached; step++) {
      const base = await service();
      const one = await come(base, 'one', TRACES);
      if (number === 2) {
        await drainOutbox(base.store);
        await patch(base, one, { givenName: 'Guinevere' });
      }
      let requests = 0;
      base.store.client.middlewareStack.add(
        (next) => async (args) => {
          requests++;
          if (requests === step) await erase(base, one);
          return next(args);
        },
        { step: 'initialize', name: 'erases' },
      );
      await deliver(await notifier(base.store), `participant_${one.reference}_v${number}`);
      reached = requests >= step;
      expect(step).toBeLessThan(40);
      if (!reached) continue;
      const words = ['one@example.org', 'Guinevere', ...Object.values(TRACES)];
      expect([step, await tracesOf(base, words)]).toEqual([step, []]);
    }
  });

  it('goes also where it is one of very many', async () => {
    const base = await service();
    const one = await come(base, 'one');
    vi.useFakeTimers({ toFake: ['Date'] });
    for (let turn = 0; turn < 65; turn++) {
      vi.setSystemTime(Date.now() + 1_800_000);
      await patch(base, one, { givenName: turn % 2 ? 'Ada' : 'Grace' });
    }
    vi.useRealTimers();
    expect((await truth(base.store, base.meeting.id)).notices).toHaveLength(66);
    expect((await erase(base, one)).status).toBe(200);
    expect((await truth(base.store, base.meeting.id)).notices).toHaveLength(0);
  });
});

describe('at once', () => {
  it('with edits, a withdrawal and a message sent again, erasing leaves nothing behind', async () => {
    for (let round = 0; round < 4; round++) {
      const base = await service({ waitingList: true, ceiling: 2, questions: QUESTIONS });
      const one = await come(base, 'one', { ...TRACES, answers: ANSWERS });
      await come(base, 'two');
      await come(base, 'three');
      await putLastMessage(base.store, base.meeting.id, one.reference, new Date(0));
      injectFaults(base.store.client, { cancelled: 0.2, lost: 0.1 });
      const answers = await Promise.all([
        patch(base, one, { email: 'second@example.org' }),
        patch(base, one, { answers: { allergy: 'Cuminallergy' } }),
        send(base, `${one.own}/resend`),
        erase(base, one),
        erase(base, one),
        ...(round % 2 ? [send(base, `${one.own}/withdraw`)] : []),
      ]);
      expect(
        answers
          .slice(3, 5)
          .map(({ status }) => status)
          .sort(),
      ).toEqual([200, 404]);
      expect(await kept(base, one)).toMatchObject({ secret: '', status: 'withdrawn' });
      const words = [
        ...['one@example.org', 'second@example.org', 'Quixote', 'Gwendolyn', 'Zucchini'],
        ...['Nutmegallergy', 'Cuminallergy', 'Pnq8877'],
      ];
      expect(await tracesOf(base, words)).toEqual([]);
      expect(base.reported).toEqual([]);
      await expectAgreement(base);
    }
  });
});
