import type { Meeting } from '../../domain/meeting/meeting.ts';
import { inLanguage, type Language } from '../../domain/shared/languages.ts';
import { t } from '../../language/index.ts';
import { langAttributes } from '../../language/run.ts';
import { Page } from '../../web/layout.tsx';

type Props = { readonly language: Language; readonly meeting: Meeting };

/** The meeting, above the heading. The page shows nothing about the recipient. */
function About({ language, meeting }: Props) {
  return (
    <p class="eyebrow">
      <a href={`/meetings/${meeting.id}`} {...langAttributes(meeting.title, language)}>
        {inLanguage(meeting.title, language)}
      </a>
    </p>
  );
}

/** Asks before stopping reminders. @param address the path that stops them */
export function UnsubscribePage({ address, ...props }: Props & { readonly address: string }) {
  const { language } = props;
  const title = t(language, 'unsubscribe.title');
  return (
    <Page language={language} title={title}>
      <About {...props} />
      <h1>{title}</h1>
      <p class="lead">{t(language, 'unsubscribe.lead')}</p>
      <form method="post" action={address} class="actions">
        <button class="button" type="submit">
          {t(language, 'unsubscribe.do')}
        </button>
      </form>
    </Page>
  );
}

/** Says that reminders are stopped, and how to resume them. */
export function UnsubscribedPage(props: Props) {
  const { language } = props;
  const title = t(language, 'unsubscribed.title');
  return (
    <Page language={language} title={title} choice={false}>
      <About {...props} />
      <h1>{title}</h1>
      <p class="lead">{t(language, 'unsubscribed.lead')}</p>
    </Page>
  );
}
