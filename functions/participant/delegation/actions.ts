import type { Context } from 'hono';
import type { Registration } from '../../domain/registration/registration.ts';
import { linkCheck, personOf } from '../../store/delegation/delegation.ts';
import { recordNote } from '../../store/delegation/invite.ts';
import { placeInDelegation } from '../../store/delegation/set-delegation-role.ts';
import { transitionRegistration } from '../../store/registration/transition.ts';
import type { WebEnv } from '../../web/context.ts';
import { answerProblem } from '../../web/problem.tsx';
import { fieldsOf, parsed, schemas, wantsPage, withPerson } from './body.ts';
import { flashUrl } from './flash-messages.ts';
import { showRefusal } from './handlers.tsx';
import { publicPerson } from './view-model.ts';
import type { DelegationContext, DelegationRoute } from './with-delegation.ts';

type C = Context<WebEnv>;

/** `POST …/approve`: the focal point approves a person. */
export const postApprove: DelegationRoute = (c, context) =>
  withPerson(c, context, async (fields, person) => {
    const { approveRequest } = await schemas();
    const asked = await parsed(c, context, undefined, approveRequest, fields, person);
    if (asked instanceof Response) return asked;
    const command = { move: 'approve', by: 'focal-point' } as const;
    return moveAnswer(c, context, 'approve', await move(context, person, command, asked.version));
  });

/** `POST …/decline`: the focal point declines a person. The person is told the reason. */
export const postDecline: DelegationRoute = (c, context) =>
  withPerson(c, context, async (fields, person) => {
    const { declineRequest } = await schemas();
    const asked = await parsed(c, context, 'decline', declineRequest, fields, person);
    if (asked instanceof Response) return asked;
    const command = { move: 'decline', by: 'focal-point', reason: asked.reason } as const;
    return moveAnswer(c, context, 'decline', await move(context, person, command, asked.version));
  });

/** `POST …/role`: sets a person's role, and the order among people with the same role. */
export const postRole: DelegationRoute = (c, context) =>
  withPerson(c, context, async (fields, person) => {
    const { store, delegation, moving } = context;
    const schema = (await schemas()).roleRequest[delegation.representation];
    const asked = await parsed(c, context, 'role', schema, fields, person);
    if (asked instanceof Response) return asked;
    const { reference } = person;
    const outcome = await placeInDelegation(store, delegation, reference, asked, moving);
    if (outcome.outcome === 'refused') return showRefusal(c, context, outcome.reason);
    const { former } = outcome;
    if (!wantsPage(c)) {
      const after = await personOf(store, delegation, reference);
      return c.json({ ...(after && publicPerson(after)), formerHeads: former });
    }
    const done = { done: 'role', reference, former: former.join() };
    return c.redirect(flashUrl(context.address, done), 303);
  });

/** `POST …/note`: records the note of nomination: its reference and date. */
export const postNote: DelegationRoute = async (c, context) => {
  const fields = await fieldsOf(c);
  if (fields instanceof Response) return fields;
  const asked = await parsed(c, context, 'note', (await schemas()).noteRequest, fields);
  if (asked instanceof Response) return asked;
  const note = { reference: asked.noteReference, date: asked.noteDate };
  const after = await recordNote(context.store, context.delegation, note, context.moving);
  if (after === undefined) return answerProblem(c, 'not-found');
  if (!wantsPage(c)) return c.json({ noteOfNomination: note });
  return c.redirect(flashUrl(context.address, { done: 'note' }), 303);
};

function move(
  { store, stored, moving, delegation }: DelegationContext,
  person: Registration,
  command: Parameters<typeof transitionRegistration>[3],
  version: number | undefined,
) {
  const limits = { within: { delegation, linkCheck: linkCheck(store, delegation) }, version };
  return transitionRegistration(store, stored, person, command, moving, limits);
}

function moveAnswer(
  c: C,
  context: DelegationContext,
  done: string,
  outcome: Awaited<ReturnType<typeof transitionRegistration>>,
): Response | Promise<Response> {
  if (outcome.outcome === 'refused') return showRefusal(c, context, outcome.reason);
  const { registration } = outcome;
  if (!wantsPage(c)) return c.json(publicPerson(registration));
  const { reference } = registration;
  return c.redirect(flashUrl(context.address, { done, reference }), 303);
}
