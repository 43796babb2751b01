import { describe, expect, it } from 'vitest';
import { registrationOf } from '../../support/fixtures.ts';
import { jsonOf, pathOf, service, truth } from '../service.ts';

const { app, path, post, store, meeting, reported } = await service();
const send = (body: NonNullable<RequestInit['body']>, type: string) =>
  app.request(path, { method: 'POST', headers: { 'Content-Type': type }, body });

describe('bodies that cannot be read', () => {
  it.each([
    ['no JSON', '{"givenName": ', 'application/json', 400],
    ['JSON in broken UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 'application/json', 400],
    ['a JSON text', '"hello"', 'application/json', 400],
    ['a JSON array', '[1, 2]', 'application/json', 400],
    ['JSON null', 'null', 'application/json', 400],
    ['an empty body', '', 'application/json', 400],
    ['a form with broken escapes', 'givenName=%E0%A4%A', 'application/x-www-form-urlencoded', 400],
    ['multipart without a boundary', 'x', 'multipart/form-data', 400],
    ['multipart cut off', '--b\r\nContent-Disp', 'multipart/form-data; boundary=b', 400],
    ['another type', '<x/>', 'application/xml', 415],
    ['no type', 'x', '', 415],
    ['10 MB', 'x'.repeat(10_000_000), 'application/json', 413],
    ['deep nesting', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, 'application/json', 400],
  ])('%s', async (_, body, type, status) => {
    const response = await send(body, type);
    expect(response.status).toBe(status);
    expect((await response.text()).length).toBeGreaterThan(50);
  });
});

describe('values that can only do harm', () => {
  it.each([
    ['CR LF in a name', { givenName: 'A\r\nBcc: x@example.org' }, '/givenName'],
    ['a null byte', { familyName: 'A\u0000B' }, '/familyName'],
    ['a right-to-left override', { familyName: 'A\u202eB' }, '/familyName'],
    ['an isolate', { position: 'A\u2066B' }, '/position'],
    ['a lone surrogate', { institution: 'A\ud800B' }, '/institution'],
    ['emoji', { givenName: 'Ada 🎉' }, '/givenName'],
    ['a flag', { givenName: 'Ada 🇫🇷' }, '/givenName'],
    ['a heap of marks', { givenName: `A${'\u0301'.repeat(40)}` }, '/givenName'],
    ['markup for a name', { givenName: '<script>alert(1)</script>' }, '/givenName'],
    ['a formula for a name', { familyName: "=cmd|'/C calc'!A0" }, '/familyName'],
    ['a web address in a name', { givenName: 'Visit evil.example' }, '/givenName'],
    ['a web address for a title', { title: 'Win: http://evil.example' }, '/title'],
    ['a name without a letter', { familyName: '---' }, '/familyName'],
    ['a name too long', { familyName: 'x'.repeat(101) }, '/familyName'],
    ['an object for a name', { familyName: { $gt: '' } }, '/familyName'],
    ['an array for an address', { email: ['a@example.org'] }, '/email'],
    ['two addresses', { email: 'a@example.org, b@example.org' }, '/email'],
    ['an address with a line break', { email: 'a@example.org\nBcc: b@example.org' }, '/email'],
    ['an address without a domain', { email: 'a@localhost' }, '/email'],
    ['words for a number', { phone: 'call me' }, '/phone'],
    ['a text for a choice', { listConsent: 'everyone' }, '/listConsent'],
    ['consent that is no consent', { privacyNotice: 'true' }, '/privacyNotice'],
    ['somebody else’s field', { status: 'confirmed' }, '/status'],
    ['a category of one’s own', { category: 'party' }, '/category'],
    ['a role of another kind', { delegationRole: 'staff' }, '/delegationRole'],
  ])('%s is refused', async (_, changes, pointer) => {
    const response = await post(registrationOf(changes));
    const body = await jsonOf(response);
    expect(response.status).toBe(422);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'the key %s is an unknown field, and nothing is polluted',
    async (key) => {
      const text = JSON.stringify(registrationOf()).replace(/^\{/, `{"${key}":{"polluted":true},`);
      const response = await post(text);
      expect(response.status).toBe(422);
      expect((await jsonOf(response)).errors[0]).toMatchObject({
        pointer: `/${key}`,
        code: 'unknown-field',
      });
      const body = new URLSearchParams({ [key]: 'x' });
      expect((await app.request(path, { method: 'POST', body })).status).toBe(422);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  it('refuses a field that comes twice, instead of losing one of the two', async () => {
    const body = 'representation=state&representation=individual';
    expect((await send(body, 'application/x-www-form-urlencoded')).status).toBe(422);
  });

  it('refuses a file where a text belongs', async () => {
    const body = new FormData();
    body.append('givenName', new Blob(['x']), 'x.txt');
    expect((await app.request(path, { method: 'POST', body })).status).toBe(422);
  });

  it('has written nothing and met nothing unforeseen', async () => {
    expect((await truth(store, meeting.id)).registrations).toEqual([]);
    expect(reported).toEqual([]);
  });
});

describe('addresses that lead nowhere', () => {
  it.each([
    `/meetings/${'x'.repeat(3000)}`,
    '/meetings/%00',
    '/meetings/..%2f',
    '/meetings/%E0%A4%A',
    `/registrations/FP26-00000/${'x'.repeat(3000)}`,
    '/registrations/%2F/%2F',
    '//evil.example',
  ])('%s is not found, and nothing fails', async (address) => {
    const before = reported.length;
    expect((await app.request(address)).status).toBe(404);
    expect(reported).toHaveLength(before);
  });

  it('shows the form whatever an address has picked up on its way', async () => {
    const response = await app.request(`/meetings/${meeting.id}/register?utm_source=x&__proto__=y`);
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain('class="error-summary"');
  });
});

describe('names of the world', () => {
  it.each([
    ['Khmer', 'សុភា', 'ចាន់'],
    ['Lao', 'ສຸພາພອນ', 'ວົງສາ'],
    ['Arabic with a direction mark', 'محمد\u200f', 'بن عبد الله'],
    ['Persian with a non-joiner', 'علی\u200cرضا', 'نوری'],
    ['Sinhala with a joiner', 'ශ්\u200dරී', 'පෙරේරා'],
    ['Vietnamese, decomposed', 'Nguye\u0302\u0303n', 'Thi\u0323 Hu\u031bo\u031bng'],
    ['Tibetan', 'བསྟན་འཛིན', 'རྒྱ་མཚོ'],
    ['Tamil', 'ஜெயலலிதா', 'ஜெயராம்'],
    ['Chinese beyond the basic plane', '𠮷', '野'],
    ['Irish', 'Síle', "O'Brien-Ó Súilleabháin"],
    ['Hawaiian', 'Kaʻahumanu', 'Keʻelikōlani'],
    ['a generation', 'John Jr. (“Jack”)', 'van der Berg 3rd'],
  ])('%s come back unchanged', async (script, givenName, familyName) => {
    const email = `${Buffer.from(script).toString('hex')}@example.org`.slice(-60);
    const response = await post(registrationOf({ givenName, familyName, email }));
    expect(response.status).toBe(201);
    const own = pathOf((await jsonOf(response)).manageUrl);
    const json = await jsonOf(app.request(own, { headers: { Accept: 'application/json' } }));
    expect(json).toMatchObject({ givenName, familyName });
    const page = await (await app.request(own)).text();
    expect(page.replaceAll('&#39;', "'").replaceAll('&quot;', '"')).toContain(familyName);
  });

  it('shows markup as text in fields that may have it', async () => {
    const position = '<img src=x onerror=alert(1)> & "Head"';
    const response = await post(registrationOf({ position, email: 'markup@example.org' }));
    const page = await (await app.request(pathOf((await jsonOf(response)).manageUrl))).text();
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Head&quot;');
  });
});
