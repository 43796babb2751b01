import type { Context } from 'hono';
import type * as z from 'zod';
import type { Registration } from '../domain/registration.ts';
import { personOf } from '../store/delegation.ts';
import { recordNote } from '../store/invite.ts';
import { moveRegistration } from '../store/move.ts';
import { type NominateOutcome, nominate, replace } from '../store/nominate.ts';
import { placeInDelegation } from '../store/place.ts';
import { LARGEST_BODY, readBody } from '../web/body.ts';
import type { WebEnv } from '../web/context.ts';
import { wantsJson } from '../web/negotiate.ts';
import { answerProblem, type Details, isJson, type ProblemName } from '../web/problem.tsx';
import { fieldErrors } from '../web/validation.ts';
import type { FormName } from './delegation-forms.tsx';
import type { DelegationRoute, Opened } from './delegation-link.tsx';
import { problemOfRefusal } from './delegation-link.tsx';
import { afterwards } from './delegation-news.ts';
import { refuseForm, showRefusal } from './delegation-pages.tsx';
import { publicPerson } from './delegation-view.ts';

type C = Context<WebEnv>;

/** The schemas come with the first body: see registering.tsx. */
const schemas = () => import('../domain/delegation-request.ts');

/** `POST …/approve`: the yes of the focal point. */
export const postApprove: DelegationRoute = (c, opened) =>
  withPerson(c, opened, async (fields, person) => {
    const { approveRequest } = await schemas();
    const asked = await parsed(c, opened, undefined, approveRequest, fields, person);
    if (asked instanceof Response) return asked;
    const command = { move: 'approve', by: 'focal-point' } as const;
    return moveAnswer(c, opened, 'approve', await move(opened, person, command));
  });

/** `POST …/decline`: the no of the focal point, with the reason that is told to whoever is declined. */
export const postDecline: DelegationRoute = (c, opened) =>
  withPerson(c, opened, async (fields, person) => {
    const { declineRequest } = await schemas();
    const asked = await parsed(c, opened, 'decline', declineRequest, fields, person);
    if (asked instanceof Response) return asked;
    const command = { move: 'decline', by: 'focal-point', reason: asked.reason } as const;
    return moveAnswer(c, opened, 'decline', await move(opened, person, command));
  });

/** `POST …/role`: the role of somebody, and the place among those who have it. */
export const postRole: DelegationRoute = (c, opened) =>
  withPerson(c, opened, async (fields, person) => {
    const { store, delegation, moving } = opened;
    const schema = (await schemas()).roleRequest[delegation.representation];
    const asked = await parsed(c, opened, 'role', schema, fields, person);
    if (asked instanceof Response) return asked;
    const { reference } = person;
    const outcome = await placeInDelegation(store, delegation, reference, asked, moving);
    if (outcome.outcome === 'refused') return showRefusal(c, opened, outcome.reason);
    const { former } = outcome;
    if (!wantsPage(c)) {
      const after = await personOf(store, delegation, reference);
      return c.json({ ...(after && publicPerson(after)), formerHeads: former });
    }
    const done = { done: 'role', reference, former: former.join() };
    return c.redirect(afterwards(opened.address, done), 303);
  });

/** `POST …/nominate`: names somebody who is to come. */
export const postNominate: DelegationRoute = async (c, opened) => {
  const fields = await fieldsOf(c);
  if (fields instanceof Response) return fields;
  const schema = (await schemas()).nominateRequest[opened.delegation.representation];
  const asked = await parsed(c, opened, 'nominate', schema, fields);
  if (asked instanceof Response) return asked;
  const outcome = await nominate(opened.store, opened.delegation, asked, opened.moving);
  return nominationAnswer(c, opened, 'nominate', outcome, fields);
};

/** `POST …/replace`: names somebody who is to come in place of another. */
export const postReplace: DelegationRoute = (c, opened) =>
  withPerson(c, opened, async (fields, person) => {
    const schema = (await schemas()).replaceRequest[opened.delegation.representation];
    const asked = await parsed(c, opened, 'replace', schema, fields, person);
    if (asked instanceof Response) return asked;
    const { reference: _, ...nominee } = asked;
    const { store, delegation, moving } = opened;
    const outcome = await replace(store, delegation, person.reference, nominee, moving);
    return nominationAnswer(c, opened, 'replace', outcome, fields, person);
  });

/** `POST …/note`: the letter by which the delegation was nominated. */
export const postNote: DelegationRoute = async (c, opened) => {
  const fields = await fieldsOf(c);
  if (fields instanceof Response) return fields;
  const asked = await parsed(c, opened, 'note', (await schemas()).noteRequest, fields);
  if (asked instanceof Response) return asked;
  const note = { reference: asked.noteReference, date: asked.noteDate };
  const after = await recordNote(opened.store, opened.delegation, note, opened.moving);
  if (after === undefined) return answerProblem(c, 'not-found');
  if (!wantsPage(c)) return c.json({ noteOfNomination: note });
  return c.redirect(afterwards(opened.address, { done: 'note' }), 303);
};

const wantsPage = (c: C) => !wantsJson(c, isJson(c));

type Fields = Readonly<Record<string, unknown>>;

/** What was sent, without what is empty; or the answer to what cannot be read. */
async function fieldsOf(c: C): Promise<Fields | Response> {
  const body = await readBody(c);
  if ('problem' in body) return answerProblem(c, body.problem, { values: { max: LARGEST_BODY } });
  const { fields } = body;
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    return answerProblem(c, 'unreadable');
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => typeof value !== 'string' || value.trim() !== ''),
  );
}

/** An action on one of the delegation's people. Of anybody else the page knows nothing. */
async function withPerson(
  c: C,
  { store, delegation }: Opened,
  act: (fields: Fields, person: Registration) => Promise<Response>,
): Promise<Response> {
  const fields = await fieldsOf(c);
  if (fields instanceof Response) return fields;
  const { reference } = fields;
  const person =
    typeof reference === 'string' ? await personOf(store, delegation, reference) : undefined;
  return person ? act(fields, person) : answerProblem(c, 'not-found');
}

/** What was asked for; or the answer to what cannot be used, with the form as it was filled in. */
async function parsed<Schema extends z.ZodType>(
  c: C,
  opened: Opened,
  form: FormName | undefined,
  schema: Schema,
  fields: Fields,
  person?: Registration,
): Promise<z.infer<Schema> | Response> {
  const result = schema.safeParse(fields);
  if (result.success) return result.data;
  const errors = fieldErrors(c.var.language, result.error);
  const details = { values: { count: errors.length }, errors };
  return refuseForm(c, opened, form, 'invalid', details, fields, person);
}

function move(
  { store, stored, moving }: Opened,
  person: Registration,
  command: Parameters<typeof moveRegistration>[3],
) {
  return moveRegistration(store, stored, person, command, moving);
}

function moveAnswer(
  c: C,
  opened: Opened,
  done: string,
  outcome: Awaited<ReturnType<typeof moveRegistration>>,
): Response | Promise<Response> {
  if (outcome.outcome === 'refused') return showRefusal(c, opened, outcome.reason);
  const { registration } = outcome;
  if (!wantsPage(c)) return c.json(publicPerson(registration));
  const { reference } = registration;
  return c.redirect(afterwards(opened.address, { done, reference }), 303);
}

function nominationAnswer(
  c: C,
  opened: Opened,
  form: 'nominate' | 'replace',
  outcome: NominateOutcome,
  fields: Fields,
  person?: Registration,
): Response | Promise<Response> {
  if (outcome.outcome !== 'nominated') {
    const [name, details] = problemOf(c, opened, outcome);
    // Whoever has moved on cannot be replaced by sending the form again.
    if (name === 'not-possible') return showRefusal(c, opened, 'not-possible');
    return refuseForm(c, opened, form, name, details, fields, person);
  }
  const { registration } = outcome;
  if (!wantsPage(c)) return c.json(publicPerson(registration), 201);
  const { reference } = registration;
  const former = person && { former: person.reference };
  return c.redirect(afterwards(opened.address, { done: form, reference, ...former }), 303);
}

function problemOf(
  c: C,
  opened: Opened,
  outcome: Exclude<NominateOutcome, { outcome: 'nominated' }>,
): readonly [ProblemName, Details] {
  const contact = opened.meeting.contactEmail;
  switch (outcome.outcome) {
    case 'held':
      return ['person-registered', { values: { contact } }];
    case 'full':
      return ['seats-full', { values: { contact } }];
    case 'too-often': {
      const left = outcome.again.getTime() - c.var.now.getTime();
      const seconds = Math.max(1, Math.ceil(left / 1000));
      return [
        'registered-too-often',
        { retryAfter: seconds, values: { hours: Math.ceil(seconds / 3600), contact } },
      ];
    }
    case 'refused':
      return problemOfRefusal(c, opened, outcome.reason);
  }
}
