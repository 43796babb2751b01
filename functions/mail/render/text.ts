import type { Language } from '../../domain/shared/languages.ts';
import { colonOf } from '../../language/colon.ts';
import { t } from '../../language/index.ts';
import { plainOf } from '../../language/run.ts';
import { type Block, type Fact, type Figures, isLink, type Letter } from './letter.ts';
import { pad, padLeft, widthOf, wrap } from './wrap.ts';

const WIDTH = 72;

/** The maximum width of the column of labels. A longer label stands above its value. */
const MOST_LABEL = 40;

/** A letter as plain text. Lines are wrapped, and links have lines of their own. */
export function textOf(letter: Letter): string {
  const { language, eyebrow, heading, blocks, footer, unsubscribe } = letter;
  const last = [...footer, t(language, 'mail.sent-by')].map((text) => wrap(text, WIDTH));
  if (unsubscribe) last.push(linkOf(language, unsubscribe));
  const title = wrap(heading.text, WIDTH);
  const rule = '='.repeat(Math.max(...title.split('\n').map(widthOf)));
  return [
    `${wrap(eyebrow, WIDTH)}\n\n${title}\n${rule}`,
    ...blocks.map((block) => blockOf(language, block)),
    `-- \n${last.join('\n\n')}`,
  ]
    .join('\n\n')
    .concat('\n');
}

function blockOf(language: Language, block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return wrap(block.text, WIDTH);
    case 'statement':
      return wrap(
        block.label === undefined ? block.text : `${block.label}${colonOf(language)}${block.text}`,
        WIDTH,
      );
    case 'facts':
      return factsOf(block.facts);
    case 'figures':
      return figuresOf(block.figures);
    case 'action':
      return linkOf(language, block);
  }
}

/** A link has its own line, so that mail programs recognise exactly the address. */
function linkOf(language: Language, { label, url }: { label: string; url: string }): string {
  return `${wrap(`${label}${colonOf(language).trimEnd()}`, WIDTH)}\n${url}`;
}

/** Labels in one column, values in another. */
function factsOf(facts: readonly Fact[]): string {
  const widths = facts.map(({ label }) => widthOf(label)).filter((width) => width <= MOST_LABEL);
  const column = Math.max(0, ...widths) + 2;
  return facts
    .map(({ label, value, hint }) => {
      const text = plainOf(value);
      const more = hint === undefined ? [] : [hint];
      if (isLink(text) || widthOf(label) > MOST_LABEL) {
        // The address is not wrapped.
        const below = isLink(text) ? text : wrap(text, WIDTH);
        return [wrap(label, WIDTH), below, ...more.map((one) => wrap(one, WIDTH))].join('\n');
      }
      return [text, ...more]
        .flatMap((one) => wrap(one, WIDTH - column).split('\n'))
        .map((line, at) => pad(at === 0 ? label : '', column) + line)
        .join('\n');
    })
    .join('\n');
}

function figuresOf({ header, rows, total }: Figures): string {
  const all = [header, ...rows, total];
  const widths = header.map((_, at) => Math.max(...all.map((row) => widthOf(row[at] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) =>
        at === 0 ? pad(cell, widths[at] ?? 0) : padLeft(cell, (widths[at] ?? 0) + 2),
      )
      .join('');
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  return [line(header), rule, ...rows.map(line), rule, line(total)].join('\n');
}
