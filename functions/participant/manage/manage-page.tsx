import { reasonNow } from '../../domain/eligibility/category-at-meeting.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { isOver } from '../../domain/meeting/meeting.ts';
import { questionsOf } from '../../domain/meeting/meeting-questions.ts';
import { type Delivery, suppressionOf } from '../../domain/notifications/delivery.ts';
import { remindersOf } from '../../domain/notifications/reminders.ts';
import { editable } from '../../domain/registration/edit.ts';
import { titledName } from '../../domain/registration/name.ts';
import {
  holdsSeat,
  isLive,
  type Registration,
  type Status,
} from '../../domain/registration/registration.ts';
import type { Sensitive } from '../../domain/registration/sensitive-data.ts';
import { transition } from '../../domain/registration/transitions.ts';
import { inLanguage, type Language } from '../../domain/shared/languages.ts';
import { instantInWords } from '../../language/day.ts';
import { delegationName } from '../../language/delegation-name.ts';
import { type TextKey, t, translateKey } from '../../language/index.ts';
import { whereAndWhen } from '../../language/place.ts';
import { answerInWords, labelIn } from '../../language/question.ts';
import { reasonInWords } from '../../language/reason.ts';
import { langAttributes } from '../../language/run.ts';
import { sittingsInWords } from '../../language/sittings.ts';
import { CATEGORY_TEXTS, LIST_CONSENT_TEXTS, ROLE_TEXTS } from '../../language/text-keys.ts';
import { tWithOverrides } from '../../language/text-overrides.ts';
import { Words } from '../../language/words.tsx';
import { Summary } from '../../web/controls.tsx';
import { Page } from '../../web/layout.tsx';
import { ListConsent, MessageLanguage } from '../registration/form.tsx';
import { Confirm } from './confirm.tsx';
import { Reminders } from './reminders-section.tsx';
import { Undelivered } from './undelivered.tsx';

/** The title of the page, by status. */
const TITLES = {
  confirmed: 'registration.confirmed',
  pending: 'registration.pending',
  waitlisted: 'registration.waitlisted',
  offered: 'registration.offered',
  declined: 'registration.declined',
  withdrawn: 'registration.withdrawn',
} as const satisfies Record<Status, TextKey>;

const DONE_TEXTS = {
  resent: 'registration.resent',
  saved: 'registration.saved',
} as const satisfies Record<string, TextKey>;

type ManagePageProps = {
  readonly language: Language;
  readonly registration: Registration;
  /** The sensitive data: needs, and answers to the meeting's questions. */
  readonly submitted: Sensitive;
  /** Delivery reports for the e-mail address. */
  readonly delivery: Delivery;
  readonly meeting: Meeting;
  readonly now: Date;
  /** The path of the private page. */
  readonly address: string;
  /** What was just done: a message was sent again, or changes were saved. */
  readonly done?: keyof typeof DONE_TEXTS | undefined;
};

/** The private page: the status, the details and the actions of the owner. */
export function ManagePage(props: ManagePageProps) {
  const { language, registration, submitted, delivery, meeting, now, address, done } = props;
  const { status, email = '' } = registration;
  const cancelled = isLive(status) ? meeting.cancelled : undefined;
  const title = t(language, cancelled ? 'meeting.cancelled' : TITLES[status]);
  const may = (move: 'withdraw' | 'accept') =>
    !('refused' in transition(registration, { move }, { meeting, now }));
  const editing = editable(registration, meeting, now);
  const edits = typeof editing !== 'object';
  const suppressed = suppressionOf(delivery) !== undefined;
  const incomplete = registration.privacyNotice === undefined;
  const lead = leadOf(props);
  return (
    <Page language={language} title={title}>
      {done && (
        <div class="notice good" role="status">
          <p>{translateKey(language, DONE_TEXTS[done], { email })}</p>
        </div>
      )}
      <p class="eyebrow">
        <a href={`/meetings/${meeting.id}`} {...langAttributes(meeting.title, language)}>
          {inLanguage(meeting.title, language)}
        </a>
        <br />
        <Words of={whereAndWhen(language, meeting)} />
      </p>
      <h1>{title}</h1>
      <p class="reference ltr">{registration.reference}</p>
      {lead && <p class="lead">{lead}</p>}
      {isLive(status) && <Undelivered {...props} correctable={editing === 'all'} />}
      {edits && incomplete && <Complete language={language} address={address} />}
      {may('accept') && (
        <form method="post" action={`${address}/accept`} class="actions">
          <button class="button" type="submit">
            {t(language, 'registration.accept')}
          </button>
        </form>
      )}
      <Details
        language={language}
        registration={registration}
        submitted={submitted}
        meeting={meeting}
      />
      <div class="actions">
        {status === 'confirmed' && !cancelled && (
          <a class="button" href={`${address}/calendar.ics`}>
            {t(language, 'registration.calendar')}
          </a>
        )}
        {edits && !incomplete && (
          <a class="button quiet" href={`${address}/edit`}>
            {t(language, 'registration.edit')}
          </a>
        )}
        {!suppressed && (
          <form method="post" action={`${address}/resend`}>
            <button class="button quiet" type="submit">
              {t(language, 'registration.resend')}
            </button>
          </form>
        )}
        {may('withdraw') && (
          <a class="button quiet" href={`${address}/withdraw`}>
            {t(language, status === 'offered' ? 'registration.refuse' : 'registration.withdraw')}
          </a>
        )}
      </div>
      {status === 'confirmed' && !meeting.cancelled && meeting.practicalInformation && (
        <section class="group">
          <h2>{t(language, 'registration.practical')}</h2>
          <p class="lines" {...langAttributes(meeting.practicalInformation, language)}>
            {inLanguage(meeting.practicalInformation, language)}
          </p>
        </section>
      )}
      {hasReminders(props) && (
        <Reminders
          language={language}
          address={address}
          stopped={registration.remindersStoppedAt !== undefined}
        >
          {registration.remindersStoppedAt === undefined
            ? t(language, 'reminders.on')
            : t(language, 'reminders.off')}
        </Reminders>
      )}
      <OwnData {...props} asks={edits && !incomplete} />
    </Page>
  );
}

/** True if reminders can be stopped or resumed. */
function hasReminders({ registration, meeting, now }: ManagePageProps): boolean {
  const { status, email, remindersStoppedAt } = registration;
  if (!isLive(status) || email === undefined) return false;
  if (meeting.cancelled || isOver(meeting, now)) return false;
  return remindersStoppedAt !== undefined || remindersOf(meeting).meetingDays.length > 0;
}

/** Asks a nominated person for the missing details. */
function Complete({ language, address }: Pick<ManagePageProps, 'language' | 'address'>) {
  return (
    <div class="notice">
      <h2>{t(language, 'registration.complete')}</h2>
      <p>{t(language, 'registration.complete.lead')}</p>
      <a class="button" href={`${address}/edit`}>
        {t(language, 'registration.complete.action')}
      </a>
    </div>
  );
}

/** The participant's own data: list consent, download, erase. @param asks true if preferences can still change */
function OwnData({
  language,
  registration,
  address,
  asks,
}: Pick<ManagePageProps, 'language' | 'registration' | 'address'> & { readonly asks: boolean }) {
  const { listConsent, language: wanted } = registration;
  const form = { language, values: { listConsent, language: wanted }, errors: [] };
  return (
    <section class="group">
      <h2>{t(language, 'form.privacy')}</h2>
      {asks && (
        <form method="post" action={`${address}/preferences`}>
          <ListConsent form={form} />
          <MessageLanguage form={form} />
          <button class="button quiet" type="submit">
            {t(language, 'registration.preferences')}
          </button>
        </form>
      )}
      <div class="actions">
        <a class="button quiet" href={`${address}/data.json`}>
          {t(language, 'registration.data')}
        </a>
        <a class="button quiet" href={`${address}/erase`}>
          {t(language, 'registration.erase')}
        </a>
      </div>
    </section>
  );
}

/** What the status means for the participant, if its title does not say enough. */
function leadOf({ language, registration, meeting, now }: ManagePageProps): string | undefined {
  const { status, email = '', offeredUntil = '', decision, withdrawnBecause } = registration;
  const contact = meeting.contactEmail;
  if (meeting.cancelled && isLive(status))
    return t(language, 'meeting.cancelled.lead', { reason: meeting.cancelled.reason });
  switch (status) {
    case 'confirmed':
      return tWithOverrides(meeting, language, 'registration.confirmed.lead', { email });
    case 'pending':
      return tWithOverrides(meeting, language, 'registration.pending.lead', { email });
    case 'waitlisted':
      return tWithOverrides(meeting, language, 'registration.waitlisted.lead', { email });
    case 'offered': {
      const until = instantInWords(language, offeredUntil, meeting.timeZone);
      return now.toISOString() < offeredUntil
        ? t(language, 'registration.offered.lead', { until })
        : t(language, 'registration.offer-over.lead', { until });
    }
    case 'declined':
      return decision?.reason === undefined
        ? t(language, 'registration.declined.lead', { contact })
        : t(language, 'registration.declined.because', { reason: decision.reason, contact });
    case 'withdrawn':
      if (meeting.cancelled)
        return tWithOverrides(meeting, language, 'mail.meeting-cancelled.lead');
      if (withdrawnBecause === 'replaced')
        return t(language, 'registration.replaced.lead', { contact });
      if (withdrawnBecause === 'offer-expired')
        return t(language, 'registration.offer-expired.lead');
      // Nobody can register again for a cancelled meeting.
      return meeting.cancelled
        ? undefined
        : tWithOverrides(meeting, language, 'registration.withdrawn.lead');
  }
}

function Details({
  language,
  registration,
  submitted,
  meeting,
}: Pick<ManagePageProps, 'language' | 'registration' | 'submitted' | 'meeting'>) {
  const { title, givenName, familyName, category } = registration;
  return (
    <Summary
      rows={[
        ...meetingRows(language, meeting, registration),
        {
          term: t(language, 'registration.name'),
          value: titledName({ title, givenName, familyName }),
        },
        {
          term: t(language, 'registration.delegation'),
          value: delegationName(language, registration),
        },
        {
          term: t(language, 'registration.category'),
          value: `${t(language, CATEGORY_TEXTS[category])}\n${reasonInWords(language, reasonNow(meeting, registration))}`,
        },
        {
          term: t(language, 'field.delegationRole'),
          value: t(language, ROLE_TEXTS[registration.delegationRole]),
        },
        { term: t(language, 'field.position'), value: registration.position },
        { term: t(language, 'field.institution'), value: registration.institution },
        { term: t(language, 'field.email'), value: registration.email, ltr: true },
        { term: t(language, 'field.phone'), value: registration.phone, ltr: true },
        { term: t(language, 'field.dietary'), value: submitted.dietary },
        { term: t(language, 'field.accessibility'), value: submitted.accessibility },
        {
          term: t(language, 'field.visaLetter'),
          value: registration.visaLetter ? t(language, 'registration.yes') : undefined,
        },
        ...answerRows(language, meeting, submitted),
        {
          term: t(language, 'field.listConsent'),
          value: t(language, LIST_CONSENT_TEXTS[registration.listConsent]),
        },
        {
          term: t(language, 'registration.registered-at'),
          value: instantInWords(language, registration.registeredAt, meeting.timeZone),
        },
      ]}
    />
  );
}

/** The sittings, and for confirmed participants the link to attend online. */
function meetingRows(language: Language, meeting: Meeting, { status }: Registration) {
  const { sittings, timeZone, link, cancelled } = meeting;
  if (cancelled) return [];
  return [
    {
      term: t(language, 'meeting.sittings'),
      value: sittings && sittingsInWords(language, { sittings, timeZone }),
    },
    {
      term: t(language, 'mail.link'),
      value:
        status === 'confirmed' && link !== undefined && !cancelled ? (
          <a href={link} rel="noreferrer">
            {link}
          </a>
        ) : undefined,
      ltr: true,
    },
  ];
}

/** The questions of the meeting that were answered. */
function answerRows(language: Language, meeting: Meeting, { answers = {} }: Sensitive) {
  const given = new Map(Object.entries(answers));
  return questionsOf(meeting).flatMap((question) => {
    const answer = given.get(question.id);
    if (answer === undefined) return [];
    return [
      {
        term: <Words of={[labelIn(language, question)]} />,
        value: answerInWords(language, question, answer),
      },
    ];
  });
}

/** Asks before withdrawing. @param registration a registration that can be withdrawn */
export function WithdrawPage({
  language,
  registration,
  meeting,
  address,
}: Pick<ManagePageProps, 'language' | 'registration' | 'meeting' | 'address'>) {
  const title = t(language, 'registration.withdraw.title');
  return (
    <Page language={language} title={title}>
      <p class="eyebrow" {...langAttributes(meeting.title, language)}>
        {inLanguage(meeting.title, language)}
      </p>
      <h1>{title}</h1>
      <p class="lead">
        {freesSeat(registration, meeting)
          ? t(language, 'registration.withdraw.lead')
          : t(language, 'registration.withdraw.lead.no-seat')}
      </p>
      <Confirm
        action={`${address}/withdraw`}
        confirm={t(language, 'registration.withdraw')}
        address={address}
        keep={t(language, 'registration.withdraw.keep')}
      />
    </Page>
  );
}

/** True if the end of a registration gives its seat to somebody else: it has a seat and the meeting takes place. */
export const freesSeat = ({ status }: Registration, { cancelled }: Meeting): boolean =>
  holdsSeat(status) && !cancelled;
