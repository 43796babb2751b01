import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { direction, UN_LANGUAGES } from '../../functions/domain/shared/languages.ts';
import { build } from '../../infra/stacks/bundle.ts';
import { EVERY_MESSAGE, everyMessage } from '../support/every-message.ts';

/**
 * Writes every message in every language, as HTML and as text and with its calendar entry, and a page that leads to all of them:
 * `npm run mail:preview`, then open `.plenary/mail/index.html`.
 */
const folder = resolve('.plenary/mail');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

// What composes has parts in JSX, which Node.js does not read: it is bundled first, as for Lambda.
const bundled = join(folder, 'bundle');
build(resolve('functions/mail/compose.ts'), bundled);
// Lambda reads it as CommonJS; the package that this folder is in would have it otherwise.
writeFileSync(join(bundled, 'package.json'), '{}');
const { compose } = (await import(pathToFileURL(join(bundled, 'index.js')).href))
  .default as typeof import('../../functions/mail/compose.ts');

const rows: string[] = [];
for (const name of Object.keys(EVERY_MESSAGE)) {
  const cells: string[] = [];
  for (const language of UN_LANGUAGES) {
    const { subject, html, text, calendar } = await compose(everyMessage(name, language));
    const file = `${name.replace(/\W+/g, '-')}.${language}`;
    const parts = { html, txt: text, ...(calendar !== undefined && { ics: calendar }) };
    for (const [part, content] of Object.entries(parts))
      writeFileSync(join(folder, `${file}.${part}`), content);
    const links = Object.keys(parts).map((part) => `<a href="${file}.${part}">${part}</a>`);
    cells.push(
      `<td lang="${language}" dir="${direction(language)}">${escaped(subject)}<p>${preheaderOf(html)}</p>${links.join(' ')}</td>`,
    );
  }
  rows.push(`<tr><th scope="row">${escaped(name)}</th>${cells.join('')}</tr>`);
}
const heads = UN_LANGUAGES.map((language) => `<th scope="col">${language}</th>`).join('');
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Messages of Plenary</title>
<style>body{font:15px/1.4 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}th,td{border:1px solid #d5dbe2;padding:.5rem;text-align:start;vertical-align:top;min-width:10rem}p{margin:.3rem 0;font-size:.85em;color:#51606f}</style>
</head><body><h1>Messages of Plenary</h1><table><thead><tr><td></td>${heads}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table></body></html>\n`,
);
console.log(
  `${rows.length} messages in ${UN_LANGUAGES.length} languages: ${join('.plenary', 'mail', 'index.html')}`,
);

/** What inboxes show beside the subject, as HTML, without what keeps them from showing more. */
function preheaderOf(html: string): string {
  const found = /<div class="preheader"[^>]*>(.*?)&#847;/s.exec(html)?.[1];
  if (found === undefined) throw new Error('A message has no preheader');
  return found;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
