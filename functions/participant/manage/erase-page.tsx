import type { Meeting } from '../../domain/meeting/meeting.ts';
import { inLanguage, type Language } from '../../domain/shared/languages.ts';
import { t } from '../../language/index.ts';
import { langAttributes } from '../../language/run.ts';
import { sentences } from '../../language/sentences.ts';
import { KEPT_DAYS } from '../../store/outbox/notice.ts';
import { Page } from '../../web/layout.tsx';
import { Confirm } from './confirm.tsx';

type Props = { readonly language: Language; readonly meeting: Meeting };

/** Asks before erasing. */
export function ErasePage({
  language,
  meeting,
  address,
  ends,
}: Props & {
  /** The path of the private page. */
  readonly address: string;
  /** What erasing ends: a registration with a seat, one without, or nothing. */
  readonly ends: 'seat' | 'registration' | undefined;
}) {
  const title = t(language, 'erase.title');
  return (
    <Page language={language} title={title}>
      <p class="eyebrow" {...langAttributes(meeting.title, language)}>
        {inLanguage(meeting.title, language)}
      </p>
      <h1>{title}</h1>
      <p class="lead">
        {sentences(
          ends && t(language, ends === 'seat' ? 'erase.live' : 'erase.live.no-seat'),
          t(language, 'erase.lead'),
        )}
      </p>
      <h2>{t(language, 'erase.goes')}</h2>
      <ul>
        <li>{t(language, 'erase.goes.person')}</li>
        <li>{t(language, 'erase.goes.messages')}</li>
        <li>{t(language, 'erase.goes.link')}</li>
      </ul>
      <h2>{t(language, 'erase.stays')}</h2>
      <ul>
        <li>{t(language, 'erase.stays.count')}</li>
        <li>{t(language, 'erase.stays.log')}</li>
        <li>{t(language, 'erase.stays.delivery', { days: KEPT_DAYS })}</li>
        <li>{t(language, 'erase.stays.lists', { contact: meeting.contactEmail })}</li>
      </ul>
      <Confirm
        action={`${address}/erase`}
        confirm={t(language, 'erase.do')}
        address={address}
        keep={t(language, 'erase.keep')}
      />
    </Page>
  );
}

/** Says that the participant is erased. It has no link to the former registration. */
export function ErasedPage({ language, meeting, reference }: Props & { reference: string }) {
  const title = t(language, 'erased.title');
  return (
    <Page language={language} title={title}>
      <p class="eyebrow">
        <a href={`/meetings/${meeting.id}`} {...langAttributes(meeting.title, language)}>
          {inLanguage(meeting.title, language)}
        </a>
      </p>
      <h1>{title}</h1>
      <p class="lead">{t(language, 'erased.lead', { reference })}</p>
    </Page>
  );
}
