import { replacementRefusal } from '../../domain/delegation/delegation.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { type Deliveries, troubleOf } from '../../domain/notifications/delivery.ts';
import type { Registration, Status } from '../../domain/registration/registration.ts';
import { transition } from '../../domain/registration/transitions.ts';
import { dayIn } from '../../domain/shared/day.ts';
import type { Language } from '../../domain/shared/languages.ts';
import { dayInWords, instantInWords } from '../../language/day.ts';
import { type TextKey, t } from '../../language/index.ts';
import { sentences } from '../../language/sentences.ts';
import { ROLE_TEXTS } from '../../language/text-keys.ts';
import { isComplete, nameOf } from './view-model.ts';

type PersonProps = {
  readonly language: Language;
  readonly meeting: Meeting;
  readonly now: Date;
  /** The path of the delegation's page. */
  readonly address: string;
  readonly deliveries: Deliveries;
  readonly one: Registration;
};

/** The people of one group, each with the actions of the focal point. An empty group is not shown. */
export function People({
  title,
  hint,
  people,
  ...props
}: Omit<PersonProps, 'one'> & {
  readonly title: string;
  readonly hint?: string;
  readonly people: readonly Registration[];
}) {
  if (people.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {hint && <p class="hint">{hint}</p>}
      <ol class="people">
        {people.map((one) => (
          <Person {...props} one={one} />
        ))}
      </ol>
    </section>
  );
}

function Person(props: PersonProps) {
  const { language, one, deliveries } = props;
  const { status, position, institution, email, reference, delegationRole, order } = one;
  const notes = notesOf(props);
  const role = t(language, ROLE_TEXTS[delegationRole]);
  const about = [position, institution].filter(Boolean).join(', ');
  return (
    <li>
      <div class="person">
        <h3>
          <bdi>{nameOf(one)}</bdi>
        </h3>
        <p class={`tag ${status}`}>{t(language, STATUS_TEXTS[status])}</p>
      </div>
      <p class="role">
        {order === undefined ? role : t(language, 'delegation.role-order', { role, order })}
      </p>
      {about && (
        <p>
          <bdi>{about}</bdi>
        </p>
      )}
      <p class="hint">
        {email && (
          <>
            <span class="ltr">{email}</span> ·{' '}
          </>
        )}
        <span class="ltr whole">{reference}</span>
      </p>
      {troubleOf(deliveries(email)) && <p class="error">{t(language, 'delegation.undelivered')}</p>}
      {notes.length > 0 && (
        <p class="hint">
          <bdi>{sentences(...notes)}</bdi>
        </p>
      )}
      <Actions {...props} />
    </li>
  );
}

const STATUS_TEXTS = {
  pending: 'delegation.status.pending',
  confirmed: 'delegation.status.confirmed',
  offered: 'delegation.status.offered',
  waitlisted: 'delegation.status.waitlisted',
  declined: 'delegation.status.declined',
  withdrawn: 'delegation.status.withdrawn',
} as const satisfies Record<Status, TextKey>;

const WITHDRAWN_TEXTS = {
  asked: 'delegation.withdrawn.asked',
  'offer-expired': 'delegation.withdrawn.offer-expired',
  replaced: 'delegation.withdrawn.replaced',
} as const satisfies Record<NonNullable<Registration['withdrawnBecause']>, TextKey>;

/** The links for one person, by the last part of their address. */
const ACTION_TEXTS = {
  decline: 'delegation.decline',
  role: 'delegation.role',
  replace: 'delegation.replace',
} as const satisfies Record<string, TextKey>;

/** What the page says about a person beside the status. */
function notesOf({ language, meeting, one }: PersonProps): string[] {
  const { status, nominatedBy, offeredUntil, waitingSince, decision, withdrawnBecause } = one;
  const day = (instant: string) => dayInWords(language, dayIn(meeting.timeZone, new Date(instant)));
  return [
    ...(nominatedBy === undefined
      ? []
      : [t(language, 'delegation.nominated-by', { by: nominatedBy })]),
    ...(isComplete(one) || status === 'withdrawn' || status === 'declined'
      ? []
      : [t(language, 'delegation.incomplete')]),
    ...(offeredUntil === undefined
      ? []
      : [
          t(language, 'delegation.offered-until', {
            until: instantInWords(language, offeredUntil, meeting.timeZone),
          }),
        ]),
    ...(waitingSince === undefined
      ? []
      : [t(language, 'delegation.waiting-since', { day: day(waitingSince) })]),
    ...(status === 'declined' && decision?.reason !== undefined
      ? [t(language, 'delegation.declined-because', { reason: decision.reason })]
      : []),
    ...(withdrawnBecause === undefined || status !== 'withdrawn'
      ? []
      : [t(language, WITHDRAWN_TEXTS[withdrawnBecause])]),
  ];
}

/** The actions that the rules allow for this person now. */
function Actions({ language, meeting, now, address, one }: PersonProps) {
  const { reference, status } = one;
  const may = (command: Parameters<typeof transition>[1]) =>
    !('refused' in transition(one, command, { meeting, now }));
  const approve = may({ move: 'approve', by: 'focal-point' });
  const decline = may({ move: 'decline', by: 'focal-point', reason: '' });
  const live = may({ move: 'withdraw' });
  const replace = replacementRefusal(meeting, one, now) === undefined;
  if (!live || meeting.cancelled) return null;
  const link = (action: keyof typeof ACTION_TEXTS, look: string) => (
    <a class={look} href={`${address}/${action}?${new URLSearchParams({ reference })}`}>
      {t(language, ACTION_TEXTS[action])}
      <Unseen text={nameOf(one)} />
    </a>
  );
  return (
    <div class="row">
      {approve && (
        <form method="post" action={`${address}/approve`}>
          <input type="hidden" name="version" value={String(one.version)} />
          <input type="hidden" name="reference" value={reference} />
          <button class="button small" type="submit">
            {t(language, 'delegation.approve')}
            <Unseen text={nameOf(one)} />
          </button>
        </form>
      )}
      {decline && link('decline', status === 'pending' ? 'button small quiet' : '')}
      {link('role', '')}
      {replace && link('replace', '')}
    </div>
  );
}

/** Text for screen readers only. */
const Unseen = ({ text }: { readonly text: string }) => <span class="unseen"> {text}</span>;
