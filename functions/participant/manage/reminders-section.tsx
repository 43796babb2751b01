import type { Language } from '../../domain/shared/languages.ts';
import { t } from '../../language/index.ts';

/** The setting for reminders with its button, for the private page and the page of a delegation. */
export function Reminders({
  language,
  address,
  stopped,
  children,
}: {
  readonly language: Language;
  /** The path of the page. */
  readonly address: string;
  readonly stopped: boolean;
  /** The setting now, in words. */
  readonly children: string;
}) {
  return (
    <section class="group">
      <h2>{t(language, 'reminders.title')}</h2>
      <p>{children}</p>
      <form method="post" action={`${address}/reminders/${stopped ? 'resume' : 'stop'}`}>
        <button class="button quiet" type="submit">
          {t(language, stopped ? 'reminders.resume' : 'reminders.stop')}
        </button>
      </form>
    </section>
  );
}
