import type { Context } from 'hono';
import type { Delegation } from '../../domain/delegation/delegation.ts';
import { isDelegationId } from '../../domain/delegation/delegation.ts';
import {
  focalPointSubscriber,
  participantSubscriber,
  type Subscriber,
  unsubscribePath,
  unsubscribeSecret,
} from '../../domain/notifications/unsubscribe.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { getDelegation } from '../../store/delegation/delegation.ts';
import { getMeeting, type StoredMeeting } from '../../store/meeting/meeting.ts';
import {
  setFocalPointReminders,
  setParticipantReminders,
} from '../../store/notifications/stop-reminders.ts';
import { stageSecret } from '../../store/platform/secret.ts';
import { getRegistration } from '../../store/registration/registration.ts';
import { secretsEqual } from '../../web/compare-secrets.ts';
import { deadlineOf, type WebEnv } from '../../web/context.ts';
import { wantsJson } from '../../web/negotiate.ts';
import { answerProblem } from '../../web/problem.tsx';
import type { Dependencies, Route } from '../dependencies.ts';
import { UnsubscribedPage, UnsubscribePage } from './page.tsx';

/** Whose reminders a link ends. */
type Reader = { readonly stored: StoredMeeting; readonly subscriber: Subscriber } & (
  | { readonly registration: Registration }
  | { readonly delegation: Delegation }
);
type ReaderRoute = (c: Context<WebEnv>, reader: Reader) => Response | Promise<Response>;

/** A route of the links in reminders. A link that is not right is told what an address is told that never was one. */
function withSubscriber({ store }: Dependencies, route: ReaderRoute): Route {
  return async (c) => {
    const { meeting = '', whom: subscriberId = '', secret = '' } = c.req.param();
    const reader = await readerOf(meeting, subscriberId);
    if (reader === undefined) return answerProblem(c, 'not-found');
    if (!secretsEqual(unsubscribeSecret(await stageSecret(store), reader.subscriber), secret))
      return answerProblem(c, 'not-found');
    return route(c, reader);
  };

  async function readerOf(meetingId: string, subscriberId: string): Promise<Reader | undefined> {
    const found = isDelegationId(subscriberId)
      ? await delegationAt(meetingId, subscriberId)
      : await registrationAt(meetingId, subscriberId);
    const stored = found && (await getMeeting(store, meetingId));
    return stored && { ...found, stored };
  }

  async function delegationAt(meetingId: string, id: string) {
    const delegation = await getDelegation(store, meetingId, id);
    const subscriber = delegation && focalPointSubscriber(delegation);
    return delegation && subscriber ? { delegation, subscriber } : undefined;
  }

  async function registrationAt(meetingId: string, reference: string) {
    const registration = await getRegistration(store, reference);
    const subscriber = registration && participantSubscriber(registration);
    return registration?.meetingId === meetingId && subscriber
      ? { registration, subscriber }
      : undefined;
  }
}

/** `GET /unsubscribe/…`: asks first. It changes nothing, because mail scanners follow links. */
export function askUnsubscribe(dependencies: Dependencies): Route {
  return withSubscriber(dependencies, async (c, { stored, subscriber }) =>
    c.html(
      <UnsubscribePage
        language={c.var.language}
        meeting={stored.meeting}
        address={unsubscribePath(await stageSecret(dependencies.store), subscriber)}
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
