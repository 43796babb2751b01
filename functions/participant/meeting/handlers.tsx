import { registrationWindow } from '../../domain/meeting/meeting.ts';
import { inLanguage } from '../../domain/shared/languages.ts';
import { t } from '../../language/index.ts';
import { whereAndWhen } from '../../language/place.ts';
import { langAttributes } from '../../language/run.ts';
import { Words } from '../../language/words.tsx';
import { listMeetings, recallMeeting } from '../../store/meeting/meeting.ts';
import { Page } from '../../web/layout.tsx';
import { wantsJson } from '../../web/negotiate.ts';
import { answerProblem } from '../../web/problem.tsx';
import type { Dependencies, Route } from '../dependencies.ts';
import { MeetingDetails, publicMeeting, windowInWords } from './views.tsx';

/** `GET /`: the meetings whose registration is open. */
export function showMeetings({ store, publicUrl }: Dependencies): Route {
  return async (c) => {
    const { language, now } = c.var;
    const open = (await listMeetings(store))
      .map(({ meeting }) => meeting)
      .filter((meeting) => registrationWindow(meeting, now) === 'open');
    if (wantsJson(c))
      return c.json({
        meetings: open.map((meeting) => publicMeeting(language, meeting, now, publicUrl)),
      });
    return c.html(
      <Page language={language} title={t(language, 'home.title')}>
        <h1>{t(language, 'home.title')}</h1>
        {open.length === 0 && <p>{t(language, 'home.none')}</p>}
        <ul class="meetings">
          {open.map((meeting) => (
            <li>
              <h2>
                <a href={`/meetings/${meeting.id}`} {...langAttributes(meeting.title, language)}>
                  {inLanguage(meeting.title, language)}
                </a>
              </h2>
              <p>
                <Words of={whereAndWhen(language, meeting)} />
              </p>
              <p>{windowInWords(language, meeting, now)}</p>
            </li>
          ))}
        </ul>
      </Page>,
    );
  };
}

/** `GET /meetings/{meeting}`: one meeting. */
export function showMeeting({ store, publicUrl }: Dependencies): Route {
  return async (c) => {
    const { language, now } = c.var;
    const stored = await recallMeeting(store, c.req.param('meeting') ?? '', now.getTime());
    if (stored === undefined) return answerProblem(c, 'not-found');
    const { meeting } = stored;
    if (wantsJson(c)) return c.json(publicMeeting(language, meeting, now, publicUrl));
    const title = inLanguage(meeting.title, language);
    return c.html(
      <Page language={language} title={title}>
        <h1 {...langAttributes(meeting.title, language)}>{title}</h1>
        {meeting.summary && (
          <p class="lead" {...langAttributes(meeting.summary, language)}>
            {inLanguage(meeting.summary, language)}
          </p>
        )}
        {meeting.cancelled && (
          <div class="notice">
            <h2>{t(language, 'meeting.cancelled')}</h2>
            <p>{t(language, 'meeting.cancelled.lead', { reason: meeting.cancelled.reason })}</p>
          </div>
        )}
        <MeetingDetails language={language} meeting={meeting} now={now} />
        {registrationWindow(meeting, now) === 'open' && (
          <div class="actions">
            <a class="button" href={`/meetings/${meeting.id}/register`}>
              {t(language, 'meeting.register')}
            </a>
          </div>
        )}
      </Page>,
    );
  };
}
