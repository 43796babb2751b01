import type { Language } from '../domain/languages.ts';
import { colonOf } from '../language/colon.ts';
import { say } from '../language/index.ts';
import { plainOf } from '../language/run.ts';
import { type Block, type Fact, type Figures, isLink, type Letter } from './letter.ts';

const WIDTH = 72;

/** A letter as plain text: wrapped, with links on lines of their own, readable in any program. */
export function textOf(letter: Letter): string {
  const { language, eyebrow, heading, blocks, footer, unsubscribe } = letter;
  const last = [...footer, say(language, 'mail.sent-by')].map((text) => wrap(text));
  if (unsubscribe)
    last.push(`${unsubscribe.label}${colonOf(language).trimEnd()}\n${unsubscribe.url}`);
  const title = wrap(heading.text);
  const rule = '='.repeat(Math.max(...title.split('\n').map(widthOf)));
  return [
    `${eyebrow}\n\n${title}\n${rule}`,
    ...blocks.map((block) => blockOf(language, block)),
    `-- \n${last.join('\n\n')}`,
  ]
    .join('\n\n')
    .concat('\n');
}

function blockOf(language: Language, block: Block): string {
  const colon = colonOf(language);
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return wrap(block.text);
    case 'statement':
      return wrap(`${block.label === undefined ? '' : `${block.label}${colon}`}${block.text}`);
    case 'facts':
      return factsOf(block.facts);
    case 'figures':
      return figuresOf(block.figures);
    case 'action':
      return `${block.label}${colon.trimEnd()}\n${block.url}`;
  }
}

/** Labels in a column of their own, and what belongs to them beside it. */
function factsOf(facts: readonly Fact[]): string {
  const column = Math.max(...facts.map(({ label }) => widthOf(label))) + 2;
  return facts
    .map(({ label, value, hint }) => {
      const text = plainOf(value);
      if (isLink(text)) return [label, text, ...(hint ? [wrap(hint)] : [])].join('\n');
      const lines = wrap(text, WIDTH - column).split('\n');
      if (hint !== undefined) lines.push(...wrap(hint, WIDTH - column).split('\n'));
      return lines.map((line, at) => pad(at === 0 ? label : '', column) + line).join('\n');
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

/** Breaks lines at spaces. A word that is longer than a line, such as a link, stays whole. */
function wrap(text: string, width = WIDTH): string {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/[ \t\r\n\f\v]+/).filter((one) => one !== '')) {
    if (current !== '' && widthOf(current) + 1 + widthOf(word) > width) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current].join('\n');
}

/** Characters as a reader counts them, not as a computer stores them. */
const segmenter = new Intl.Segmenter();
function widthOf(text: string): number {
  return Array.from(segmenter.segment(text)).length;
}

const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)));
const padLeft = (text: string, width: number) =>
  ' '.repeat(Math.max(0, width - widthOf(text))) + text;
