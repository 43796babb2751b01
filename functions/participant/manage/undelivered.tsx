import type { Meeting } from '../../domain/meeting/meeting.ts';
import { type Delivery, type Trouble, troubleOf } from '../../domain/notifications/delivery.ts';
import type { Registration } from '../../domain/registration/registration.ts';
import { dayIn } from '../../domain/shared/day.ts';
import type { Language } from '../../domain/shared/languages.ts';
import { dayInWords } from '../../language/day.ts';
import { type TextKey, t } from '../../language/index.ts';

type UndeliveredProps = {
  readonly language: Language;
  readonly registration: Registration;
  readonly delivery: Delivery;
  readonly meeting: Meeting;
  /** The path of the private page. */
  readonly address: string;
  /** True if the e-mail address can still be changed on the page. */
  readonly correctable: boolean;
};

const TROUBLE_TEXTS = {
  returned: 'registration.undelivered.returned',
  refused: 'registration.undelivered.refused',
  complained: 'registration.undelivered.complained',
  rejected: 'registration.undelivered.rejected',
} as const satisfies Record<Trouble, TextKey>;

/** Says that messages do not reach the address, and what to do about it. */
export function Undelivered(props: UndeliveredProps) {
  const { language, registration, delivery, meeting, address, correctable } = props;
  const { email = '' } = registration;
  const found = troubleOf(delivery);
  if (found === undefined) return null;
  const { trouble, since } = found;
  const contact = meeting.contactEmail;
  const day = dayInWords(language, dayIn(meeting.timeZone, new Date(since)));
  return (
    <div class="notice wrong">
      <h2>{t(language, 'registration.undelivered')}</h2>
      <p>{t(language, TROUBLE_TEXTS[trouble], { email, day, contact })}</p>
      {trouble === 'rejected' ? null : correctable ? (
        <a class="button" href={`${address}/edit#email`}>
          {t(language, 'registration.undelivered.action')}
        </a>
      ) : (
        <p>{t(language, 'registration.undelivered.closed', { contact })}</p>
      )}
    </div>
  );
}
