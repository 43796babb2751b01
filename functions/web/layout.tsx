import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { direction, type Language } from '../domain/shared/languages.ts';
import { LANGUAGES, t } from '../language/index.ts';
import { LANGUAGE_NAMES } from '../language/text-keys.ts';
import { ASSETS } from './assets.ts';

type PageProps = {
  readonly language: Language;
  readonly title: string;
  /** True if the page reports errors: the title then begins with it, so that a screen reader says it first. */
  readonly failed?: boolean;
  /** True if the page offers other languages. A page that answers a form does not: what was typed would be lost. */
  readonly choice?: boolean;
  readonly children: Child;
};

/** Links to the page in each language: see keep-language.ts. */
function LanguageChoice({ language }: { readonly language: Language }) {
  return (
    <nav class="languages" aria-label={t(language, 'page.languages')}>
      <ul>
        {LANGUAGES.map((one) => (
          <li>
            {one === language ? (
              <span lang={one} aria-current="true">
                {t(language, LANGUAGE_NAMES[one])}
              </span>
            ) : (
              <a lang={one} hreflang={one} href={`?lang=${one}`}>
                {t(language, LANGUAGE_NAMES[one])}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A whole page: head, header, main part, footer. */
export function Page({ language, title, failed = false, choice = !failed, children }: PageProps) {
  const mark = failed ? `${t(language, 'page.error-prefix')} ` : '';
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language} dir={direction(language)}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light" />
          <title>{`${mark}${title} – Plenary`}</title>
          <link rel="stylesheet" href={ASSETS.style.path} />
          <link rel="icon" type="image/svg+xml" href={ASSETS.icon.path} />
          <script src={ASSETS.script.path} defer />
        </head>
        <body>
          <a class="skip" href="#main">
            {t(language, 'page.skip')}
          </a>
          <header>
            <div class="frame">
              <a class="brand" href="/">
                Plenary
              </a>
              <span class="tagline">{t(language, 'page.tagline')}</span>
              {choice && <LanguageChoice language={language} />}
            </div>
          </header>
          <main id="main" class="frame" tabindex={-1}>
            {children}
          </main>
          <footer>
            <div class="frame">{t(language, 'page.footer')}</div>
          </footer>
        </body>
      </html>
    </>
  );
}
