import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { Language } from '../domain/shared/languages.ts';
import { LANGUAGES } from '../language/index.ts';

/** The language of the response: `?lang=`, else what the browser asks for, else English. */
export function languageOf(c: Context): Language {
  const asked = LANGUAGES.find((language) => language === c.req.query('lang'));
  if (asked !== undefined) return asked;
  const preferred = accepts(c, {
    header: 'Accept-Language',
    supports: [...LANGUAGES],
    default: 'en',
    match: (wishes, { supports, default: fallback }) => {
      const ranked = [...wishes].sort((a, b) => b.q - a.q);
      const codes = ranked.map(({ type }) => type.toLowerCase().split('-')[0] ?? '');
      return codes.find((code) => supports.includes(code)) ?? fallback;
    },
  });
  return preferred as Language;
}

/** True if the client prefers JSON to a page; `otherwise` if it has no preference. */
export function wantsJson(c: Context, otherwise = false): boolean {
  const accept = c.req.header('Accept') ?? '';
  const quality = (types: readonly string[]) =>
    Math.max(
      0,
      ...accept.split(',').map((range) => {
        const [type = '', ...parameters] = range
          .trim()
          .toLowerCase()
          .split(/\s*;\s*/);
        const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
        return types.includes(type) ? Number(q ?? 1) || 0 : 0;
      }),
    );
  const json = quality(['application/json', 'application/problem+json']);
  const page = quality(['text/html', 'application/xhtml+xml']);
  return json === page ? otherwise : json > page;
}
