import { describe, expect, it } from 'vitest';
import { listVault } from '../../../functions/store/registration/sensitive-data.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { EVERY_KIND } from '../../support/questions.ts';
import { jsonOf, pathOf, service, truth } from '../service.ts';

/** No limits of days: the meeting is in two months. */
const QUESTIONS = [
  ...EVERY_KIND.filter(({ id }) => id !== 'day'),
  { set: 'dietary' },
  { set: 'passport', categories: ['guest'] },
  { set: 'visa-letter' },
];
const ANSWERS = {
  excursion: true,
  where: 'market',
  boats: 2,
  topics: ['film', 'books'],
  allergy: 'nuts',
  diet: ['halal'],
  visaNeeded: true,
  visaNationality: 'Cambodian',
  visaConsulate: 'Phnom Penh',
};

const asking = () => service({ questions: QUESTIONS });

/** A form's body: each field, and each value of a list, under its name. */
function form(fields: Record<string, unknown>, answers: Record<string, unknown> = {}) {
  const body = new URLSearchParams();
  const add = (name: string, value: unknown) => {
    for (const one of [value].flat()) body.append(name, String(one));
  };
  for (const [name, value] of Object.entries(fields)) add(name, value);
  for (const [id, value] of Object.entries(answers)) add(`answers.${id}`, value);
  return body;
}

describe('answers to the meeting’s own questions', () => {
  it('are kept with the registration, but for those that are sensitive', async () => {
    const { post, store, meeting } = await asking();
    const response = await post(registrationOf({ answers: ANSWERS, accessibility: 'Step-free' }));
    expect(response.status).toBe(201);
    const { reference } = await jsonOf(response);
    const { registrations } = await truth(store, meeting.id);
    expect(registrations).toMatchObject([
      {
        answers: {
          excursion: true,
          where: 'market',
          boats: 2,
          topics: ['film', 'books'],
          visaNeeded: true,
          visaConsulate: 'Phnom Penh',
        },
        hasNeeds: true,
        visaLetter: true,
      },
    ]);
    expect(JSON.stringify(registrations)).not.toMatch(/nuts|halal|Cambodian|Step-free/);
    const kept = await listVault(store, meeting.id, new Date());
    expect([...kept]).toEqual([
      [
        reference,
        {
          accessibility: 'Step-free',
          answers: { allergy: 'nuts', diet: ['halal'], visaNationality: 'Cambodian' },
        },
      ],
    ]);
  });

  it('are shown to their owner, as a page and as JSON', async () => {
    const { post, app } = await asking();
    const sent = registrationOf({ answers: ANSWERS, dietary: 'No pork' });
    const own = pathOf((await jsonOf(post(sent))).manageUrl);
    const page = await (await app.request(own)).text();
    for (const words of ['The floating market', 'Film, Books', 'nuts', 'Halal', 'No pork'])
      expect(page).toContain(words);
    const json = await jsonOf(app.request(own, { headers: { Accept: 'application/json' } }));
    expect(json).toMatchObject({ answers: ANSWERS, dietary: 'No pork' });
    expect(json).not.toHaveProperty('sensitiveParts');
    expect(json).not.toHaveProperty('hasNeeds');
    const withdrawn = await jsonOf(
      app.request(`${own}/withdraw`, { method: 'POST', headers: { Accept: 'application/json' } }),
    );
    expect(withdrawn).toMatchObject({ status: 'withdrawn', answers: ANSWERS, dietary: 'No pork' });
  });

  it('are refused all at once, and nothing is recorded', async () => {
    const { post, store, meeting } = await asking();
    const answers = { ...ANSWERS, boats: '2', where: 'moon', sauna: true };
    const response = await post(registrationOf({ givenName: '', listConsent: 'x', answers }));
    expect(response.status).toBe(422);
    const { errors } = await jsonOf(response);
    expect(errors.map(({ pointer, code }: Record<string, string>) => [pointer, code])).toEqual([
      ['/givenName', 'required'],
      ['/answers/where', 'choose'],
      ['/answers/sauna', 'unknown-field'],
      ['/listConsent', 'choose'],
    ]);
    expect((await truth(store, meeting.id)).registrations).toEqual([]);
    expect((await listVault(store, meeting.id, new Date())).size).toBe(0);
  });

  it.each([
    [{}, ['/answers/excursion', '/answers/visaNeeded']],
    [{ excursion: true, visaNeeded: false }, ['/answers/where']],
    [
      { excursion: false, visaNeeded: true },
      ['/answers/visaNationality', '/answers/visaConsulate'],
    ],
  ])('are needed where they are asked for: %j', async (answers, expected) => {
    const { post } = await asking();
    const { errors } = await jsonOf(post(registrationOf({ answers })));
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(expected);
  });

  it.each([['none'], [7], [['a']], [null]])(
    'that are no answers are refused: %j',
    async (answers) => {
      const { post } = await asking();
      const { errors, status } = await jsonOf(post(registrationOf({ answers })));
      expect(status).toBe(422);
      expect(errors[0].pointer).toMatch(/^\/answers/);
    },
  );

  it('are refused by a meeting that asks nothing', async () => {
    const { post } = await service();
    const { errors } = await jsonOf(post(registrationOf({ answers: { shirt: 'XL' } })));
    expect(errors).toMatchObject([{ pointer: '/answers/shirt', code: 'unknown-field' }]);
    expect((await post(registrationOf({ answers: {} }))).status).toBe(201);
  });

  it('are the same request once more, and another one when they differ', async () => {
    const { post } = await asking();
    const headers = { 'Idempotency-Key': 'a7c1' };
    const first = await jsonOf(post(registrationOf({ answers: ANSWERS }), headers));
    const turned = Object.fromEntries(Object.entries(ANSWERS).reverse());
    expect(await jsonOf(post(registrationOf({ answers: turned }), headers))).toEqual(first);
    const other = { ...ANSWERS, allergy: 'none' };
    expect((await post(registrationOf({ answers: other }), headers)).status).toBe(422);
  });
});

describe('answers sent by the form', () => {
  const send = ({ app, path }: Awaited<ReturnType<typeof asking>>, body: URLSearchParams) =>
    app.request(path, { method: 'POST', body });

  it('are read as their questions want them', async () => {
    const base = await asking();
    const answers = { ...ANSWERS, boats: '2', excursion: 'true', visaNeeded: 'true', shirt: '' };
    const response = await send(base, form(registrationOf(), answers));
    expect(response.status).toBe(303);
    const own = response.headers.get('Location') ?? '';
    const json = await jsonOf(base.app.request(own, { headers: { Accept: 'application/json' } }));
    expect(json.answers).toEqual(ANSWERS);
  });

  it('come back as they were typed, with an error that leads to each field', async () => {
    const base = await asking();
    const answers = {
      excursion: 'true',
      where: 'market',
      boats: 'two',
      topics: ['film', 'books'],
      shirt: 'XXXXXL',
      visaNeeded: 'false',
    };
    const response = await send(base, form(registrationOf(), answers));
    const page = await response.text();
    expect(response.status).toBe(422);
    for (const id of ['answers.boats', 'answers.shirt']) {
      expect(page).toContain(`href="#${id}"`);
      expect(page).toContain(`id="${id}"`);
    }
    expect(page).toContain('value="two"');
    expect(page).toContain('value="XXXXXL"');
    expect(page).toMatch(/value="film" id="answers.topics" checked/);
    expect(page).toMatch(/value="books" id="answers.topics-books" checked/);
    expect(page).not.toMatch(/value="music"[^>]*checked/);
    expect(page).toMatch(/value="false" id="answers.visaNeeded-false" checked/);
  });

  it('are asked of the categories that they are for, beside what they do not replace', async () => {
    const { app, meeting } = await asking();
    const page = async (query: string) =>
      (await app.request(`/meetings/${meeting.id}/register?${query}`)).text();
    const guest = await page('representation=individual');
    const party = await page('representation=state&state=KH');
    expect(guest).toContain('name="answers.passportNumber"');
    expect(guest).not.toContain('name="answers.topics"');
    expect(party).not.toContain('name="answers.passportNumber"');
    expect(party).toContain('name="answers.topics"');
    for (const text of [guest, party]) {
      expect(text).toContain('name="accessibility"');
      expect(text).not.toContain('name="dietary"');
      expect(text).not.toContain('name="visaLetter"');
      expect(text).toContain('Only if your answer to “Where to?” is “The floating market”.');
    }
  });
});

describe('answers of somebody who means no good', () => {
  const deep = `${'['.repeat(12_000)}${']'.repeat(12_000)}`;
  it.each([
    ['names that every object has', '{"__proto__":{"shirt":"XL"},"constructor":1,"toString":2}'],
    ['lists without end', `{"topics":${deep},"shirt":${deep}}`],
    ['thousands of questions', JSON.stringify(Object.fromEntries(Array(5000).entries()))],
    ['numbers that no table keeps', '{"excursion":true,"where":"market","boats":1e-300}'],
    ['text that breaks lines', '{"excursion":false,"visaNeeded":false,"shirt":"a\\u0000b"}'],
  ])('are refused as any others: %s', async (_, answers) => {
    const { post, store, meeting, reported } = await asking();
    const body = JSON.stringify(registrationOf()).replace(/}$/, `,"answers":${answers}}`);
    for (const headers of [{}, { Accept: 'text/html' }])
      expect((await post(body, headers)).status).toBe(422);
    expect(reported).toEqual([]);
    expect((await truth(store, meeting.id)).registrations).toEqual([]);
  });
});

describe('the OpenAPI document', () => {
  it('says what answers can be', async () => {
    const { app } = await service();
    const { components } = await jsonOf(app.request('/openapi.json'));
    const [first] = components.schemas.RegistrationRequest.oneOf;
    expect(first.properties.answers).toMatchObject({
      type: 'object',
      description: expect.stringContaining('own questions'),
      additionalProperties: {
        oneOf: [
          { type: 'string' },
          { type: 'number' },
          { type: 'boolean' },
          { type: 'array', items: { type: 'string' } },
          // Takes an answer back.
          { type: 'null' },
        ],
      },
    });
    expect(first.required).not.toContain('answers');
  });
});
