import { seatedHead } from '../../domain/delegation/delegation-roles.ts';
import {
  holdsSeat,
  type Registration,
  type Status,
} from '../../domain/registration/registration.ts';
import type { Language } from '../../domain/shared/languages.ts';
import { type TextKey, t, translateKey } from '../../language/index.ts';
import { sentences } from '../../language/sentences.ts';
import { ROLE_TEXTS } from '../../language/text-keys.ts';
import { nameOf } from './view-model.ts';

/** What an action did. It travels in the query of the page's address. */
export type Done = {
  readonly done: string;
  readonly reference?: string;
  /** The former heads, or the replaced person: references, separated by commas. */
  readonly former?: string;
  /** The requested role, if the person could not get it. */
  readonly asked?: string;
};

/** The address of the delegation's page with a flash message. */
export const flashUrl = (address: string, done: Done): string =>
  `${address}?${new URLSearchParams(done)}`;

/** What the page says after an action, by the status that the person has now. */
const DONE_TEXTS: Readonly<Record<string, Partial<Record<Status, TextKey>>>> = {
  approve: {
    confirmed: 'delegation.done.approve.confirmed',
    waitlisted: 'delegation.done.approve.waitlisted',
  },
  decline: { declined: 'delegation.done.decline.declined' },
  nominate: {
    confirmed: 'delegation.done.nominate.confirmed',
    waitlisted: 'delegation.done.nominate.waitlisted',
  },
  replace: { confirmed: 'delegation.done.replace.confirmed' },
};

/** The flash message, if it is still true. Its words come from the stored registrations, never from the address. */
export function flashMessage(
  language: Language,
  { done, reference, former = '', asked }: Partial<Done>,
  people: readonly Registration[],
): string | undefined {
  if (done === 'note') return t(language, 'delegation.done.note');
  if (done === 'file') return t(language, 'delegation.done.file');
  const one = people.find((person) => person.reference === reference);
  const others = people.filter((person) => former.split(',').includes(person.reference));
  if (done === undefined || one === undefined) return undefined;
  const key = done === 'role' ? 'delegation.done.role.set' : DONE_TEXTS[done]?.[one.status];
  if (key === undefined) return undefined;
  const role = (of: Registration) => t(language, ROLE_TEXTS[of.delegationRole]);
  const [other] = others;
  const said = translateKey(language, key, {
    person: nameOf(one),
    email: one.email ?? '',
    role: role(one),
    former: other === undefined ? '' : nameOf(other),
  });
  if (done === 'replace') return said;
  const heads = others.map((of) =>
    t(language, 'delegation.done.former-head', { former: nameOf(of), role: role(of) }),
  );
  const head = asked === 'head' ? seatedHead(people, one.reference) : undefined;
  const stays =
    head === undefined || holdsSeat(one.status)
      ? []
      : [
          translateKey(language, 'delegation.done.head-stays', {
            person: nameOf(one),
            head: nameOf(head),
            role: role(one),
          }),
        ];
  return sentences(said, ...heads, ...stays);
}
