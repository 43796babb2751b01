import type { MiddlewareHandler } from 'hono';
import type { Language } from '../domain/shared/languages.ts';
import type { WebEnv } from './context.ts';

/**
 * Keeps the chosen language from page to page, in the address, because there are no cookies. Without a choice, pages
 * use the language that the browser asks for.
 */
export function keepLanguage(languages: readonly Language[]): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    await next();
    const chosen = languages.find((language) => language === c.req.query('lang'));
    const location = c.res.headers.get('Location');
    if (chosen !== undefined && location !== null)
      c.header('Location', withLanguage(location, chosen));
    if (!c.res.headers.get('Content-Type')?.startsWith('text/html')) return;
    const page = choicesIn(await c.res.text(), new URL(c.req.url));
    c.res = new Response(chosen === undefined ? page : linksIn(page, chosen), c.res);
    // The page has another length now.
    c.res.headers.delete('Content-Length');
  };
}

/** Adds the other query parameters of the page to its links to other languages. */
function choicesIn(page: string, url: URL): string {
  return page.replace(/ href="\?lang=(\w+)"/g, (_, language) => {
    const asked = new URLSearchParams(url.searchParams);
    asked.set('lang', language);
    return ` href="?${String(asked).replaceAll('&', '&amp;')}"`;
  });
}

/** Paths of this service in links and forms, without assets and other hosts. */
const PATHS = / (href|action)="(\/(?!\/|assets\/)[^"]*)"/g;

function linksIn(page: string, language: Language): string {
  return page
    .replace(PATHS, (_, name, path) =>
      // A link to another language keeps its language.
      /[?;&]lang=/.test(path)
        ? ` ${name}="${path}"`
        : ` ${name}="${withLanguage(path, language, '&amp;')}"`,
    )
    .replace(
      // A GET form replaces the query of its address.
      /<form [^>]*method="get"[^>]*>/g,
      (form) => `${form}<input type="hidden" name="lang" value="${language}"/>`,
    );
}

function withLanguage(address: string, language: Language, and = '&'): string {
  const [path = '', fragment] = address.split('#');
  const joined = `${path}${path.includes('?') ? and : '?'}lang=${language}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}
