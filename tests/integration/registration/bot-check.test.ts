import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../../functions/domain/shared/rate-limits.ts';
import { countAttempt } from '../../../functions/store/platform/rate-limits.ts';
import { challengeIn, solve } from '../../support/bot-check.ts';
import { registrationOf } from '../../support/fixtures.ts';
import { jsonOf, service, truth } from '../service.ts';

/** Time passes for the service only when a test says so. */
const pass = (seconds: number) =>
  vi.useFakeTimers({ now: Date.now() + seconds * 1_000, toFake: ['Date'] });
beforeEach(() => {
  pass(0);
});
afterEach(() => vi.useRealTimers());

/** A service whose meeting has the check, a form of it, and ways to send one. */
async function checked() {
  const base = await service({ botCheck: 'proof-of-work' });
  const { app, path, meeting, post } = base;
  const open = async () => {
    const address = `/meetings/${meeting.id}/register?representation=state&state=KH`;
    return challengeIn(await (await app.request(address)).text());
  };
  const send = (botCheck: string | undefined, changes = {}, sourceIp?: string) => {
    const fields = { ...registrationOf(changes), ...(botCheck !== undefined && { botCheck }) };
    const body = new URLSearchParams(fields as Record<string, string>);
    const env = sourceIp === undefined ? {} : { requestContext: { http: { sourceIp } } };
    return app.request(path, { method: 'POST', body }, env);
  };
  const sendJson = (botCheck: string, changes = {}) =>
    post(registrationOf(changes), { 'Bot-Check': botCheck });
  const registered = async () => (await truth(base.store, meeting.id)).registrations.length;
  return { ...base, open, send, sendJson, registered };
}

describe('a meeting without the check', () => {
  it('gives out no challenge, and takes what a form still carries', async () => {
    const { app, path, meeting } = await service();
    const address = `/meetings/${meeting.id}/register?representation=state&state=KH`;
    expect(await (await app.request(address)).text()).not.toContain('botCheck');
    const fields = { ...registrationOf(), botCheck: 'of a moment ago' };
    const body = new URLSearchParams(fields as Record<string, string>);
    expect((await app.request(path, { method: 'POST', body })).status).toBe(303);
  });
});

describe('a form with the check', () => {
  it('is taken at once with a proof, and the check leaves no trace in the registration', async () => {
    const { open, send, store, meeting } = await checked();
    expect((await send(solve(await open()))).status).toBe(303);
    const { registrations } = await truth(store, meeting.id);
    expect(registrations).toHaveLength(1);
    expect(registrations[0]).not.toHaveProperty('botCheck');
  });

  it('without a proof comes back filled in when it is too early, and is taken when it is not', async () => {
    const { open, send, registered } = await checked();
    const challenge = await open();
    const early = await send(challenge);
    expect(early.status).toBe(403);
    expect(Number(early.headers.get('Retry-After'))).toBeGreaterThan(0);
    const page = await early.text();
    expect(page).toContain('value="Sophea"');
    expect(page).toContain('send your registration once more');
    // The same challenge again: the wait goes on and does not begin anew.
    expect(challengeIn(page)).toBe(challenge);
    expect(await registered()).toBe(0);
    pass(20);
    expect((await send(challengeIn(page))).status).toBe(303);
    expect(await registered()).toBe(1);
  });

  it('keeps its challenge while other answers are mended', async () => {
    const { open, send } = await checked();
    const solved = solve(await open());
    const response = await send(solved, { familyName: '' });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain(`value="${solved}"`);
    expect(page).not.toContain('is not a field of this form');
    expect((await send(solved)).status).toBe(303);
  });

  it.each([
    ['no challenge', () => undefined],
    ['a wrong proof', (challenge: string) => `${challenge}:1`],
    ['an easier challenge', (challenge: string) => solve(challenge.replace('.17.', '.01.'))],
  ])('is not taken with %s', async (_, change) => {
    const { open, send, registered } = await checked();
    const response = await send(change(await open()));
    expect(response.status).toBe(403);
    expect(challengeIn(await response.text())).toMatch(/^[\w-]{22}\./);
    expect(await registered()).toBe(0);
  });

  it('is not taken with the challenge of yesterday, and gets one of today', async () => {
    const { open, send } = await checked();
    const solved = solve(await open());
    pass(86_400);
    const response = await send(solved);
    expect(response.status).toBe(403);
    const anew = challengeIn(await response.text());
    expect(solved).not.toContain(anew);
    expect((await send(solve(anew))).status).toBe(303);
  });
});

describe('a solved challenge', () => {
  it('registers one address and no other, also when many come at once', async () => {
    const { open, send, registered } = await checked();
    const solved = solve(await open());
    const responses = await Promise.all(
      Array.from({ length: 10 }, (_, n) => send(solved, { email: `p${n}@example.org` })),
    );
    expect(responses.map(({ status }) => status).sort()).toEqual([303, ...Array(9).fill(403)]);
    expect(await registered()).toBe(1);
  });

  it('is good again for the same address, so that the same form can be sent twice', async () => {
    const { open, send, registered } = await checked();
    const solved = solve(await open());
    const submission = 'one filling-in of the form';
    const first = await send(solved, { submission });
    const again = await send(solved, { submission });
    expect(first.status).toBe(303);
    expect(again.headers.get('Location')).toBe(first.headers.get('Location'));
    expect(await registered()).toBe(1);
  });

  it('is not used up by a waiting that is refused', async () => {
    const { open, send, registered, store } = await checked();
    const [challenge, another] = [await open(), await open()];
    pass(20);
    const network = '192.0.2.1';
    for (let n = 0; n < LIMITS.wait.network.most; n++)
      await countAttempt(store, 'wait', { network }, new Date());
    const refused = await send(challenge, {}, network);
    expect(refused.status).toBe(429);
    expect(challengeIn(await refused.text())).toBe(challenge);
    expect(await registered()).toBe(0);
    // Work is never refused for it, and neither is another network.
    expect((await send(solve(challenge), {}, network)).status).toBe(303);
    const other = await send(another, { email: 'other@example.org' }, '192.0.2.2');
    expect(other.status).toBe(303);
  });
});

describe('a program', () => {
  it('is told the challenge, solves it, and sends the answer in a header', async () => {
    const { post, sendJson, registered } = await checked();
    const refused = await post(registrationOf());
    expect(refused.status).toBe(403);
    expect(refused.headers.get('Retry-After')).toBe('20');
    const problem = await jsonOf(refused);
    expect(problem).toMatchObject({ type: 'urn:plenary:problem:bot-check-required', bits: 17 });
    const taken = await sendJson(solve(problem.challenge));
    expect(taken.status).toBe(201);
    const replayed = await sendJson(solve(problem.challenge), { email: 'other@example.org' });
    expect(replayed.status).toBe(403);
    expect((await jsonOf(replayed)).challenge).not.toBe(problem.challenge);
    expect(await registered()).toBe(1);
  });

  it('learns first what else is wrong', async () => {
    const { post } = await checked();
    expect((await post({})).status).toBe(422);
  });

  it('is told that the table is busy when its challenge cannot be used up', async () => {
    const { post, sendJson, registered, store } = await checked();
    const { challenge } = await jsonOf(post(registrationOf()));
    store.client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === 'PutItemCommand')
            throw Object.assign(new Error('slow'), { name: 'ThrottlingException' });
          return next(args);
        },
      { step: 'initialize' },
    );
    const response = await sendJson(solve(challenge));
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toMatch(/^\d+$/);
    expect(await registered()).toBe(0);
  });
});
