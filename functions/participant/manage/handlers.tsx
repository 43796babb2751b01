import type { Context } from 'hono';
import type { CategoryDecision } from '../../domain/eligibility/category.ts';
import { reasonNow } from '../../domain/eligibility/category-at-meeting.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { type Delivery, standingOf, suppressionOf } from '../../domain/notifications/delivery.ts';
import { managePath, manageUrl } from '../../domain/registration/private-link.ts';
import { isLive, type Registration } from '../../domain/registration/registration.ts';
import type { Sensitive } from '../../domain/registration/sensitive-data.ts';
import type { Command, TransitionRefusal } from '../../domain/registration/transitions.ts';
import { inLanguage, type Language } from '../../domain/shared/languages.ts';
import { reasonInWords } from '../../language/reason.ts';
import { onlineLinkFor } from '../../mail/content/participant.ts';
import { readDelivery } from '../../store/outbox/delivery.ts';
import type { Key } from '../../store/platform/keys.ts';
import { resendMessage } from '../../store/registration/resend.ts';
import { readSubmitted } from '../../store/registration/sensitive-data.ts';
import {
  type TransitionOutcome,
  transitionRegistration,
} from '../../store/registration/transition.ts';
import { deadlineOf, type WebEnv } from '../../web/context.ts';
import { wantsJson } from '../../web/negotiate.ts';
import { problemOfOutcome } from '../../web/outcome-problem.ts';
import { answerProblem } from '../../web/problem.tsx';
import type { Dependencies, Route } from '../dependencies.ts';
import { ManagePage, WithdrawPage } from './manage-page.tsx';
import { withRegistration } from './with-registration.ts';

/** `GET /registrations/{reference}/{secret}`: the registration, as a page or as JSON. */
export function showRegistration(dependencies: Dependencies): Route {
  const { store, publicUrl } = dependencies;
  return withRegistration(dependencies, async (c, { registration, meeting }) => {
    const { language, now } = c.var;
    const [submitted, delivery] = await Promise.all([
      readSubmitted(store, registration, now),
      readDelivery(store, registration.email),
    ]);
    if (wantsJson(c))
      return c.json(
        publicRegistration(language, registration, submitted, delivery, meeting, publicUrl),
      );
    return c.html(
      <ManagePage
        language={language}
        registration={registration}
        submitted={submitted}
        delivery={delivery}
        meeting={meeting}
        now={now}
        address={managePath(registration)}
        done={doneOf(c)}
      />,
    );
  });
}

/** The stored category of a registration, with its reason. */
export const currentDecision = ({ category, categoryReason }: Registration): CategoryDecision => ({
  category,
  reason: categoryReason,
});

/** The action that the query says has just been done. */
function doneOf(c: Context<WebEnv>) {
  if (c.req.query('sent') !== undefined) return 'resent';
  return c.req.query('saved') === undefined ? undefined : 'saved';
}

/** Internal attributes: the keys of the table and the bookkeeping of the service. */
const NOT_SHOWN: ReadonlySet<string> = new Set<keyof Registration | keyof Key>([
  'pk',
  'sk',
  'secret',
  'seats',
  'version',
  'lastMessageAt',
  'sensitiveParts',
  'hasNeeds',
]);

/** A registration as its owner sees it: everything but the internal attributes. */
export function publicRegistration(
  language: Language,
  registration: Registration,
  submitted: Sensitive,
  delivery: Delivery,
  meeting: Meeting,
  publicUrl: string,
) {
  const visible = Object.fromEntries(
    Object.entries(registration).filter(([name]) => !NOT_SHOWN.has(name)),
  ) as Partial<Registration>;
  return {
    ...visible,
    ...submitted,
    delivery: standingOf(delivery),
    categoryReason: reasonInWords(language, reasonNow(meeting, registration)),
    meetingTitle: inLanguage(meeting.title, language),
    ...(meeting.cancelled && { meetingCancelled: meeting.cancelled }),
    link: onlineLinkFor(meeting, registration),
    manageUrl: manageUrl(publicUrl, registration),
  };
}

/** `GET …/withdraw`: asks before withdrawing. */
export function askWithdraw(dependencies: Dependencies): Route {
  return withRegistration(dependencies, (c, { registration, meeting }) => {
    const address = managePath(registration);
    if (!isLive(registration.status)) return c.redirect(address, 303);
    return c.html(
      <WithdrawPage
        language={c.var.language}
        registration={registration}
        meeting={meeting}
        address={address}
      />,
    );
  });
}

/** `POST …/withdraw`: gives back the seat, the offered seat, or the place on the waiting list. */
export function postWithdraw(dependencies: Dependencies): Route {
  return transitionRoute(dependencies, { move: 'withdraw' }, 'already-withdrawn');
}

/** `POST …/accept`: accepts the offered seat. */
export function postAccept(dependencies: Dependencies): Route {
  return transitionRoute(dependencies, { move: 'accept' });
}

/** A transition by the owner. @param shown the refusal that the private page explains itself. */
function transitionRoute(
  dependencies: Dependencies,
  command: Command,
  shown?: TransitionRefusal,
): Route {
  const { store, publicUrl } = dependencies;
  return withRegistration(dependencies, async (c, { registration, meeting, stored }) => {
    const { language, now } = c.var;
    const outcome: TransitionOutcome = await transitionRegistration(
      store,
      stored,
      registration,
      command,
      {
        now,
        deadline: deadlineOf(c.env),
      },
    );
    if (outcome.outcome === 'refused' && (wantsJson(c) || outcome.reason !== shown))
      return answerProblem(
        c,
        ...problemOfOutcome(c, outcome, { meeting, decision: currentDecision(registration) }),
      );
    if (outcome.outcome === 'moved' && wantsJson(c)) {
      const { registration: after } = outcome;
      const submitted = await readSubmitted(store, after, now);
      const delivery = await readDelivery(store, after.email);
      return c.json(publicRegistration(language, after, submitted, delivery, meeting, publicUrl));
    }
    return c.redirect(managePath(registration), 303);
  });
}

/** `POST …/resend`: sends the message about this registration again, at most once an hour. */
export function postResend(dependencies: Dependencies): Route {
  const { store } = dependencies;
  return withRegistration(dependencies, async (c, { registration, meeting }) => {
    const { now } = c.var;
    if (suppressionOf(await readDelivery(store, registration.email)) !== undefined)
      return answerProblem(c, 'address-suppressed', {
        values: { contact: meeting.contactEmail },
      });
    const deadline = deadlineOf(c.env);
    const outcome = await resendMessage(store, registration, { now, deadline });
    if (outcome.outcome !== 'queued')
      return answerProblem(
        c,
        ...problemOfOutcome(c, outcome, { meeting, decision: currentDecision(registration) }),
      );
    if (wantsJson(c)) return c.json({ outcome: 'queued' }, 202);
    return c.redirect(`${managePath(registration)}?sent`, 303);
  });
}

/** `GET …/calendar.ics`: the meeting as a calendar entry. */
export function getCalendar(dependencies: Dependencies): Route {
  return withRegistration(dependencies, async (c, { registration, meeting }) => {
    // Loaded on request, so that other requests do not wait for it at start.
    const { calendarOf } = await import('./calendar-file.ts');
    const { fileName, content } = calendarOf(
      c.var.language,
      meeting,
      registration,
      dependencies.publicUrl,
    );
    return c.body(content, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
    });
  });
}
