import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { fromItem } from '../../functions/store/platform/client.ts';
import { getRegistration } from '../../functions/store/registration/registration.ts';
import { registrationOf } from '../support/fixtures.ts';
import { drainOutbox, sentMail } from './mailbox.ts';
import { jsonOf, pathOf, type service } from './service.ts';

export type Base = Awaited<ReturnType<typeof service>>;
/** Somebody who has registered: where the registration stood then, and its private address. */
export type Somebody = {
  readonly httpStatus: number;
  readonly status: string;
  readonly reference: string;
  readonly own: string;
};

/** Registers somebody of Cambodia, or as `changes` say. */
export async function come(
  { post }: Base,
  name: string,
  changes: Record<string, unknown> = {},
): Promise<Somebody> {
  const response = await post(registrationOf({ email: `${name}@example.org`, ...changes }));
  const body = await jsonOf(response);
  return {
    httpStatus: response.status,
    status: body.status,
    reference: body.reference,
    own: body.manageUrl ? pathOf(body.manageUrl) : '',
  };
}

/** The registration as it is kept. */
export async function kept({ store }: Base, { reference }: Pick<Somebody, 'reference'>) {
  const found = await getRegistration(store, reference);
  if (found === undefined) throw new Error('There is no such registration');
  return found;
}

export const patch = ({ app }: Base, { own }: Pick<Somebody, 'own'>, body: unknown) =>
  app.request(own, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

/** The fields of a form; those with several values have a list. */
type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** Sends a form as a browser does. */
export const send = ({ app }: Base, path: string, fields: FormFields = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' },
    body: new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      ),
    ).toString(),
  });

/** What a form on a page would send as it stands. */
export function fieldsIn(page: string): Record<string, string | string[]> {
  const form = /<form method="post"[^>]*>([\s\S]*?)<\/form>/.exec(page)?.[1] ?? '';
  const fields: Record<string, string | string[]> = {};
  const attribute = (tag: string, name: string) =>
    (new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&amp;', '&');
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const type = attribute(tag, 'type');
    if ((type === 'radio' || type === 'checkbox') && !/ checked/.test(tag)) continue;
    const name = attribute(tag, 'name');
    const before = fields[name];
    fields[name] =
      type === 'checkbox' && before !== undefined
        ? [before, attribute(tag, 'value')].flat()
        : attribute(tag, 'value');
  }
  for (const [, tag = '', text = ''] of form.matchAll(/<textarea([^>]*)>([^<]*)<\/textarea>/g))
    fields[attribute(tag, 'name')] = text;
  for (const [, tag = '', options = ''] of form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g))
    fields[attribute(tag, 'name')] = attribute(
      /<option[^>]* selected[^>]*>/.exec(options)?.[0] ?? '',
      'value',
    );
  return fields;
}

/** Sends what waits. @returns the kinds of all messages so far, by the address that they went to */
export async function mail({ store }: Base): Promise<string[]> {
  await drainOutbox(store);
  return (await sentMail(store)).map(({ to, kind }) => `${to} ${kind}`).sort();
}

/** Everything that is in the three tables, item by item. */
export async function everything({ store: { client, registry, outbox, vault } }: Base) {
  const items: Record<string, unknown>[] = [];
  for (const TableName of [registry, outbox, vault]) {
    let ExclusiveStartKey: ScanCommand['input']['ExclusiveStartKey'];
    do {
      const page = await client.send(
        new ScanCommand({ TableName, ExclusiveStartKey, ConsistentRead: true }),
      );
      items.push(...(page.Items ?? []).map((item) => fromItem<Record<string, unknown>>(item)));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
  }
  return items;
}
