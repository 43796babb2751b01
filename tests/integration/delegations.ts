import type { FocalPoint } from '../../functions/domain/delegation/delegation.ts';
import { delegationPath } from '../../functions/domain/delegation/delegation.ts';
import { inviteFocalPoint } from '../../functions/store/delegation/invite.ts';
import { registrationOf } from '../support/fixtures.ts';
import { jsonOf, pathOf, service } from './service.ts';

export type Base = Awaited<ReturnType<typeof service>>;

/** What a change is made with in tests. */
export const moving = (now = new Date()) => ({
  now,
  deadline: Date.now() + 20_000,
});

export const FOCAL_POINT: FocalPoint = {
  name: 'Dara Keo',
  email: 'focal.point@mfa.example',
  language: 'en',
};

/** Names the focal point of a State; gives the path of its page. */
export async function invited({ store, meeting }: Base, state = 'KH', focalPoint = FOCAL_POINT) {
  const { delegation } = await inviteFocalPoint(
    store,
    meeting,
    { delegated: { representation: 'state', state }, focalPoint, again: false },
    moving(),
  );
  return { delegation, page: delegationPath(delegation) };
}

/** A meeting whose Parties are validated, and the focal point of Cambodia. */
export async function validated(changes: Record<string, unknown> = {}) {
  const base = await service({
    categories: {
      party: { admission: 'validated' },
      'observer-state': { admission: 'open' },
      ngo: { admission: 'validated' },
    },
    waitingList: true,
    ...changes,
  });
  return { ...base, ...(await invited(base)) };
}

/** Registers somebody; gives the reference and the private path. */
export async function come(base: Base, name: string, changes: Record<string, unknown> = {}) {
  const body = await jsonOf(
    base.post(registrationOf({ email: `${name}@example.org`, givenName: name, ...changes })),
  );
  return {
    reference: body.reference as string,
    status: body.status as string,
    own: body.manageUrl ? pathOf(body.manageUrl) : '',
  };
}

/** Sends an action of the page as JSON. */
export const act = ({ app }: Base, path: string, body: unknown) =>
  app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });

/** Sends a form of the page, as a browser does. */
export const send = ({ app }: Base, path: string, fields: Record<string, string>) =>
  app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' },
    body: new URLSearchParams(fields).toString(),
  });

/** The page, as JSON. */
export const seen = ({ app }: Base, page: string) =>
  jsonOf(app.request(page, { headers: { Accept: 'application/json' } }));

/** Somebody to be nominated. */
export const nomineeOf = (
  name: string,
  changes: Record<string, string> = {},
): Record<string, string> => ({
  givenName: name,
  familyName: 'Sok',
  email: `${name}@nominee.example`,
  delegationRole: 'delegate',
  language: 'en',
  ...changes,
});
