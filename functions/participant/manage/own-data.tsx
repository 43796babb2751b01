import { managePath } from '../../domain/registration/private-link.ts';
import { together } from '../../domain/registration/sensitive-data.ts';
import { transition } from '../../domain/registration/transitions.ts';
import { readDelivery } from '../../store/outbox/delivery.ts';
import { eraseRegistration } from '../../store/privacy/erase.ts';
import { auditOf, noticesAbout, ownLine, ownNotice } from '../../store/privacy/own-data.ts';
import { readSensitiveParts, submittedBy } from '../../store/registration/sensitive-data.ts';
import { deadlineOf } from '../../web/context.ts';
import { wantsJson } from '../../web/negotiate.ts';
import { answerProblem } from '../../web/problem.tsx';
import type { Dependencies, Route } from '../dependencies.ts';
import { ErasedPage, ErasePage } from './erase-page.tsx';
import { publicRegistration } from './handlers.tsx';
import { freesSeat } from './manage-page.tsx';
import { withRegistration } from './with-registration.ts';

/**
 * `GET …/data.json`: everything that is kept about the participant, as a file. The only data about another person is
 * the name of the focal point who nominated them: the participant knows it, and it says where the data comes from.
 */
export function getData(dependencies: Dependencies): Route {
  const { store, publicUrl } = dependencies;
  return withRegistration(dependencies, async (c, { registration, meeting }) => {
    const { language, now } = c.var;
    const [audit, notices, parts, delivery] = await Promise.all([
      auditOf(store, registration),
      noticesAbout(store, meeting, registration),
      readSensitiveParts(store, registration, now),
      readDelivery(store, registration.email),
    ]);
    const submitted = submittedBy(registration, together(parts));
    const data = {
      asOf: now.toISOString(),
      registration: publicRegistration(
        language,
        registration,
        submitted,
        delivery,
        meeting,
        publicUrl,
      ),
      // Sensitive data, each part with the day until which it is kept.
      sensitiveParts: parts.map(({ part: _, ...kept }) => kept),
      history: audit.map(ownLine),
      messages: notices.map(ownNotice),
    };
    return c.body(JSON.stringify(data, undefined, 2), 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${registration.reference}.json"`,
    });
  });
}

/** `GET …/erase`: asks before erasing, and says what is deleted and what is kept. */
export function askErase(dependencies: Dependencies): Route {
  return withRegistration(dependencies, (c, { registration, meeting }) => {
    const { language, now } = c.var;
    const ended = 'refused' in transition(registration, { move: 'withdraw' }, { meeting, now });
    const ends = freesSeat(registration, meeting) ? 'seat' : 'registration';
    return c.html(
      <ErasePage
        language={language}
        meeting={meeting}
        address={managePath(registration)}
        ends={ended ? undefined : ends}
      />,
    );
  });
}

/** `POST …/erase`: erases. This is the last answer of the private link. */
export function postErase(dependencies: Dependencies): Route {
  const { store } = dependencies;
  return withRegistration(dependencies, async (c, { registration, meeting, stored }) => {
    const { language, now } = c.var;
    const moving = { now, deadline: deadlineOf(c.env) };
    const left = await eraseRegistration(store, stored, registration, moving);
    if (left === undefined) return answerProblem(c, 'not-found');
    const { reference, status, category, state, erasedAt } = left;
    if (wantsJson(c)) return c.json({ reference, status, category, state, erasedAt });
    return c.html(<ErasedPage language={language} meeting={meeting} reference={reference} />);
  });
}
