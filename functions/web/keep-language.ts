import type { MiddlewareHandler } from 'hono';
import type { Language } from '../domain/shared/languages.ts';
import type { WebEnv } from './context.ts';

/**
 * Lets a language that a reader has chosen go along from page to page, in the address: there are no cookies. Who
 * has chosen none is read to in the language that the browser asks for.
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
    // It was that of the page as it was.
    c.res.headers.delete('Content-Length');
  };
}

/** The links to a page in other languages, with whatever else its address asks for. */
function choicesIn(page: string, url: URL): string {
  return page.replace(/ href="\?lang=(\w+)"/g, (_, language) => {
    const asked = new URLSearchParams(url.searchParams);
    asked.set('lang', language);
    return ` href="?${String(asked).replaceAll('&', '&amp;')}"`;
  });
}

/** Paths of ours in what pages link to and send forms to; never another host's, and no asset. */
const PATHS = / (href|action)="(\/(?!\/|assets\/)[^"]*)"/g;

function linksIn(page: string, language: Language): string {
  return page
    .replace(PATHS, (_, name, path) =>
      // Who chooses another language means that one.
      /[?;&]lang=/.test(path)
        ? ` ${name}="${path}"`
        : ` ${name}="${withLanguage(path, language, '&amp;')}"`,
    )
    .replace(
      // What a form of this kind sends replaces whatever its address asks for.
      /<form [^>]*method="get"[^>]*>/g,
      (form) => `${form}<input type="hidden" name="lang" value="${language}"/>`,
    );
}

function withLanguage(address: string, language: Language, and = '&'): string {
  const [path = '', fragment] = address.split('#');
  const joined = `${path}${path.includes('?') ? and : '?'}lang=${language}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}
