import { describe, expect, it } from 'vitest';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { getMeeting } from '../../../functions/store/meeting/meeting.ts';
import { commit } from '../../../functions/store/registration/commit.ts';
import { readSubmitted } from '../../../functions/store/registration/sensitive-data.ts';
import { injectFaults } from '../../support/faults.ts';
import { person } from '../../support/person.ts';
import { EVERY_KIND } from '../../support/questions.ts';
import { expectAgreement } from '../agreement.ts';
import {
  type Base,
  come,
  everything,
  fieldsIn,
  kept,
  mail,
  patch,
  type Somebody,
  send,
} from '../own.ts';
import { jsonOf, service, truth } from '../service.ts';

const QUESTIONS = [
  ...EVERY_KIND.filter(({ id }) => id !== 'day'),
  { set: 'dietary', keepDays: 5 },
  { set: 'visa-letter', categories: ['party', 'observer-state'] },
  { set: 'passport', categories: ['guest'] },
];
const ANSWERS = {
  excursion: true,
  where: 'market',
  boats: 2.5,
  topics: ['film', 'books'],
  allergy: 'Zucchini',
  diet: ['halal', 'no-gluten'],
  visaNeeded: true,
  visaNationality: 'Cambodian',
  visaConsulate: 'Phnom Penh',
};
const PASSPORT = {
  passportName: 'CHAN SOPHEA',
  passportNumber: 'N123456',
  passportCountry: 'Cambodia',
  passportExpiresOn: '2099-01-02',
  birthDate: '1980-05-06',
};
const GUEST = { representation: 'individual', delegationRole: 'observer' };

const asking = () => service({ questions: QUESTIONS });
const coming = (base: Base) => come(base, 'one', { answers: ANSWERS, accessibility: 'Wheelramp' });

/** What somebody has told, the days until which parts of it are kept apart, and those that are in the vault. */
async function told(base: Base, one: Pick<Somebody, 'reference'>) {
  const registration = await kept(base, one);
  const items = (await everything(base)).filter(
    ({ sk, keptUntil }) => keptUntil && String(sk).startsWith(`REG#${one.reference}#`),
  );
  return {
    ...(await readSubmitted(base.store, registration, new Date())),
    noted: (registration.sensitiveParts ?? []).map(({ keptUntil }) => keptUntil).sort(),
    inVault: items.map(({ keptUntil }) => keptUntil).sort(),
  };
}

/** What of these words stands outside the vault. */
async function leaked(base: Base, words: readonly string[]) {
  const text = JSON.stringify((await everything(base)).filter(({ keptUntil }) => !keptUntil));
  return words.filter((word) => text.includes(word));
}

const errorsOf = async (response: Response) =>
  (await jsonOf(response)).errors.map(({ pointer }: { pointer: string }) => pointer);

describe('the meeting’s own questions in the form of a participant who edits', () => {
  it('are filled in, and saving them as they stand writes nothing', async () => {
    const base = await asking();
    const one = await coming(base);
    const before = await everything(base);
    const fields = fieldsIn(await (await base.app.request(`${one.own}/edit`)).text());
    expect(fields).toMatchObject({
      'answers.excursion': 'true',
      'answers.where': 'market',
      'answers.boats': '2.5',
      'answers.topics': ['film', 'books'],
      'answers.allergy': 'Zucchini',
      'answers.diet': ['halal', 'no-gluten'],
      'answers.visaNationality': 'Cambodian',
      accessibility: 'Wheelramp',
    });
    expect(fields).not.toHaveProperty('dietary');
    const saved = await send(base, `${one.own}/edit`, fields);
    expect([saved.status, saved.headers.get('Location')]).toEqual([303, one.own]);
    expect(await everything(base)).toEqual(before);
  });

  it('change with the rest, what is sensitive in the vault alone, and nobody is told', async () => {
    const base = await asking();
    const one = await coming(base);
    const fields = fieldsIn(await (await base.app.request(`${one.own}/edit`)).text());
    const changed = { ...fields, 'answers.allergy': 'Quinces', 'answers.boats': '3' };
    expect((await send(base, `${one.own}/edit`, changed)).status).toBe(303);
    expect(await told(base, one)).toMatchObject({
      accessibility: 'Wheelramp',
      answers: { ...ANSWERS, allergy: 'Quinces', boats: 3 },
    });
    expect(await kept(base, one)).toMatchObject({ answers: { boats: 3 }, version: 2 });
    expect(await leaked(base, ['Quinces', 'Zucchini', 'Wheelramp', 'Cambodian'])).toEqual([]);
    expect((await truth(base.store, base.meeting.id)).audit.at(-1)).toMatchObject({
      action: 'edited',
      detail: 'answers',
    });
    expect(await mail(base)).toEqual(['one@example.org confirmation']);
    await expectAgreement(base);
  });

  it('are taken out where they are left empty, and with each its part in the vault', async () => {
    const base = await asking();
    const one = await coming(base);
    expect((await told(base, one)).inVault).toHaveLength(4);
    const fields = fieldsIn(await (await base.app.request(`${one.own}/edit`)).text());
    const { 'answers.diet': _, ...rest } = fields;
    const without = {
      ...rest,
      accessibility: '',
      'answers.allergy': '',
      'answers.visaNeeded': 'false',
    };
    expect((await send(base, `${one.own}/edit`, without)).status).toBe(303);
    const { visaNeeded, excursion, where, boats, topics } = ANSWERS;
    expect(await told(base, one)).toEqual({
      answers: { visaNeeded: !visaNeeded, excursion, where, boats, topics },
      noted: [],
      inVault: [],
    });
    const registration = await kept(base, one);
    expect(registration.hasNeeds).toBeUndefined();
    expect(registration.visaLetter).toBe(false);
  });

  it('come back with what is wrong', async () => {
    const base = await asking();
    const one = await coming(base);
    const fields = fieldsIn(await (await base.app.request(`${one.own}/edit`)).text());
    const wrong = await send(base, `${one.own}/edit`, { ...fields, 'answers.boats': 'many' });
    expect(wrong.status).toBe(422);
    const page = await wrong.text();
    expect(page).toContain('“How many boats?”: give a number');
    expect(fieldsIn(page)).toMatchObject({
      'answers.boats': 'many',
      'answers.allergy': 'Zucchini',
    });
    expect(await kept(base, one)).toMatchObject({ version: 1 });
  });

  it('keep a need that was told before a set asked for it', async () => {
    const base = await service();
    const one = await come(base, 'one', { dietary: 'Zucchini' });
    await applyMeeting(
      base.store,
      { ...base.meeting, questions: [{ set: 'dietary' }] },
      new Date(),
    );
    const fields = fieldsIn(await (await base.app.request(`${one.own}/edit`)).text());
    const changed = { ...fields, 'answers.diet': 'halal' };
    expect((await send(base, `${one.own}/edit`, changed)).status).toBe(303);
    expect(await told(base, one)).toMatchObject({
      dietary: 'Zucchini',
      answers: { diet: ['halal'] },
    });
  });

  it('are asked of somebody whom others registered', async () => {
    const base = await asking();
    const stored = await getMeeting(base.store, base.meeting.id);
    if (stored === undefined) throw new Error('There is no meeting');
    const after = person({
      meetingId: base.meeting.id,
      reference: 'FP26-00001',
      secret: 'AAECAwQFBgcICQoLDA0ODw',
      status: 'pending',
      nominated: true,
      privacyNotice: undefined,
    });
    const audit = { action: 'registered', actor: 'focal-point' } as const;
    const soon = { now: new Date(), deadline: Date.now() + 10_000 };
    await commit(base.store, stored, [{ after, audit }], soon);
    const own = `/registrations/${after.reference}/${after.secret}`;
    const fields = fieldsIn(await (await base.app.request(`${own}/edit`)).text());
    const full = { ...fields, privacyNotice: 'true' };
    expect(await (await send(base, `${own}/edit`, full)).text()).toContain(
      '“Do you join the excursion?”: answer yes or no',
    );
    const answered = { 'answers.excursion': 'false', 'answers.visaNeeded': 'false' };
    const allergic = { ...full, ...answered, 'answers.allergy': 'Zucchini' };
    expect((await send(base, `${own}/edit`, allergic)).status).toBe(303);
    expect(await told(base, after)).toMatchObject({
      answers: { excursion: false, visaNeeded: false, allergy: 'Zucchini' },
    });
    expect(await leaked(base, ['Zucchini'])).toEqual([]);
  });
});

describe('the meeting’s own questions in a change of some fields', () => {
  it('change one by one, and null takes an answer out', async () => {
    const base = await asking();
    const one = await coming(base);
    const changed = await patch(base, one, { answers: { boats: 3, allergy: null } });
    expect(changed.status).toBe(200);
    const { allergy: _, ...rest } = ANSWERS;
    expect(await jsonOf(changed)).toMatchObject({ answers: { ...rest, boats: 3 } });
    // What depends on an answer goes with it, the letter too.
    await patch(base, one, { answers: { visaNeeded: false, excursion: false } });
    const { topics, diet } = ANSWERS;
    expect((await told(base, one)).answers).toEqual({
      ...{ excursion: false, topics, diet, visaNeeded: false },
    });
    expect(await kept(base, one)).toMatchObject({ visaLetter: false });
    await patch(base, one, { answers: { diet: null }, accessibility: null });
    expect(await told(base, one)).toMatchObject({ noted: [], inVault: [] });
  });

  it.each([
    [{ answers: 'none' }, ['/answers']],
    [{ answers: { excursion: null } }, ['/answers/excursion']],
    [{ answers: { sauna: true } }, ['/answers/sauna']],
    [{ answers: { ...PASSPORT, boats: 9 } }, ['/answers/boats']],
  ])('are refused where they are wrong: %j', async (changes, expected) => {
    const base = await asking();
    const one = await coming(base);
    const before = await everything(base);
    expect(await errorsOf(await patch(base, one, changes))).toEqual(expected);
    expect(await everything(base)).toEqual(before);
  });

  it('are those of the category that one goes over to', async () => {
    const base = await asking();
    const one = await coming(base);
    expect(await errorsOf(await patch(base, one, GUEST))).toEqual(
      Object.keys(PASSPORT).map((id) => `/answers/${id}`),
    );
    expect((await patch(base, one, { ...GUEST, answers: PASSPORT })).status).toBe(200);
    const {
      topics: _,
      visaNeeded: __,
      visaNationality: ___,
      visaConsulate: ____,
      ...asked
    } = ANSWERS;
    expect((await told(base, one)).answers).toEqual({ ...asked, ...PASSPORT });
    expect(await leaked(base, Object.values(PASSPORT).slice(0, 2))).toEqual([]);
    const back = { representation: 'state', state: 'VN', delegationRole: 'head' };
    const answers = { visaNeeded: false };
    expect((await patch(base, one, { ...back, answers })).status).toBe(200);
    const now = await told(base, one);
    expect(now.answers).toEqual({ ...asked, visaNeeded: false });
    expect(now.inVault).toEqual(now.noted);
    expect(JSON.stringify(await everything(base))).not.toContain('N123456');
    await expectAgreement(base);
  });

  it('need no answer of whoever changes something else after they were added or dropped', async () => {
    const base = await service({ questions: [{ ...EVERY_KIND[0] }, EVERY_KIND.at(-1)] });
    const one = await come(base, 'one', { answers: { shirt: 'XL', allergy: 'Zucchini' } });
    const questions = QUESTIONS.filter(
      (question) => !('id' in question && question.id === 'shirt'),
    );
    await applyMeeting(base.store, { ...base.meeting, questions } as never, new Date());
    const before = await told(base, one);
    const saved = await send(base, `${one.own}/preferences`, { listConsent: 'none' });
    expect(saved.status).toBe(303);
    expect((await patch(base, one, { phone: '+66 2 391 0577' })).status).toBe(200);
    expect(await told(base, one)).toEqual(before);
    expect(await errorsOf(await patch(base, one, { answers: {} }))).toEqual([
      '/answers/excursion',
      '/answers/visaNeeded',
    ]);
    const answers = { excursion: false, visaNeeded: false };
    expect((await patch(base, one, { answers })).status).toBe(200);
    expect((await told(base, one)).answers).toEqual({ ...answers, allergy: 'Zucchini' });
  });

  it('leave vault and registration agreeing when many change them at once', async () => {
    const base = await asking();
    const one = await coming(base);
    injectFaults(base.store.client, { cancelled: 0.2, lost: 0.1 });
    const answers = await Promise.all([
      patch(base, one, { answers: { allergy: 'Quinces' } }),
      patch(base, one, { answers: { diet: null } }),
      patch(base, one, { accessibility: 'Largeprint' }),
      patch(base, one, { position: 'Minister' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { diet: _, ...rest } = ANSWERS;
    const now = await told(base, one);
    expect(now).toMatchObject({
      accessibility: 'Largeprint',
      answers: { ...rest, allergy: 'Quinces' },
    });
    expect(now.answers).not.toHaveProperty('diet');
    expect(now.inVault).toEqual(now.noted);
    expect(await kept(base, one)).toMatchObject({ position: 'Minister', version: 5 });
  });
});
