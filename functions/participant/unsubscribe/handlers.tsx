import type { Context } from 'hono';
import type { Delegation } from '../../domain/delegation/delegation.ts';
import { isDelegationId } from '../../domain/delegation/delegation.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { getDelegation } from '../../store/delegation/delegation.ts';
import { getMeeting, type StoredMeeting } from '../../store/meeting/meeting.ts';
import {
  setFocalPointReminders,
  setParticipantReminders,
} from '../../store/notifications/stop-reminders.ts';
import {
  type Reminded,
  remindedFocalPoint,
  remindedParticipant,
  unsubscribePath,
  unsubscribeSecret,
} from '../../store/notifications/unsubscribe.ts';
import { getRegistration } from '../../store/registration/registration.ts';
import { secretsEqual } from '../../web/compare-secrets.ts';
import { deadlineOf, type WebEnv } from '../../web/context.ts';
import { wantsJson } from '../../web/negotiate.ts';
import { answerProblem } from '../../web/problem.tsx';
import type { Dependencies, Route } from '../dependencies.ts';
import { UnsubscribedPage, UnsubscribePage } from './page.tsx';

/** The recipient whose reminders a link stops. */
type Subscriber = { readonly stored: StoredMeeting; readonly reminded: Reminded } & (
  | { readonly registration: Registration }
  | { readonly delegation: Delegation }
);
type SubscriberRoute = (c: Context<WebEnv>, subscriber: Subscriber) => Response | Promise<Response>;

/** A route of the links in reminders. A wrong link gets the same 404 as an unknown address. */
function withSubscriber({ store }: Dependencies, route: SubscriberRoute): Route {
  return async (c) => {
    const { meeting = '', whom: subscriberId = '', secret = '' } = c.req.param();
    const subscriber = await subscriberOf(meeting, subscriberId);
    if (subscriber === undefined) return answerProblem(c, 'not-found');
    if (!secretsEqual(await unsubscribeSecret(store, subscriber.reminded), secret))
      return answerProblem(c, 'not-found');
    return route(c, subscriber);
  };

  async function subscriberOf(
    meetingId: string,
    subscriberId: string,
  ): Promise<Subscriber | undefined> {
    const found = isDelegationId(subscriberId)
      ? await delegationAt(meetingId, subscriberId)
      : await registrationAt(meetingId, subscriberId);
    const stored = found && (await getMeeting(store, meetingId));
    return stored && { ...found, stored };
  }

  async function delegationAt(meetingId: string, id: string) {
    const delegation = await getDelegation(store, meetingId, id);
    const reminded = delegation && remindedFocalPoint(delegation);
    return delegation && reminded ? { delegation, reminded } : undefined;
  }

  async function registrationAt(meetingId: string, reference: string) {
    const registration = await getRegistration(store, reference);
    const reminded = registration && remindedParticipant(registration);
    return registration?.meetingId === meetingId && reminded
      ? { registration, reminded }
      : undefined;
  }
}

/** `GET /unsubscribe/…`: asks first. It changes nothing, because mail scanners follow links. */
export function askUnsubscribe(dependencies: Dependencies): Route {
  return withSubscriber(dependencies, async (c, { stored, reminded }) =>
    c.html(
      <UnsubscribePage
        language={c.var.language}
        meeting={stored.meeting}
        address={await unsubscribePath(dependencies.store, reminded)}
      />,
    ),
  );
}

/**
 * `POST /unsubscribe/…`: stops reminders, for a person or their mail program (RFC 8058). A mail program has no
 * session and follows no redirect. The address contains everything, so the body is not read. A repeated request costs
 * two reads.
 */
export function postUnsubscribe(dependencies: Dependencies): Route {
  const { store, publicUrl } = dependencies;
  return withSubscriber(dependencies, async (c, subscriber) => {
    const { language, now } = c.var;
    const moving = { publicUrl, now, deadline: deadlineOf(c.env) };
    const left =
      'delegation' in subscriber
        ? await setFocalPointReminders(store, subscriber.delegation, 'stopped', 'reminder', moving)
        : await setParticipantReminders(
            store,
            subscriber.stored,
            subscriber.registration,
            'stopped',
            moving,
          );
    if (left === undefined) return answerProblem(c, 'not-found');
    if (wantsJson(c)) return c.json({ reminders: 'stopped' });
    return c.html(<UnsubscribedPage language={language} meeting={subscriber.stored.meeting} />);
  });
}
