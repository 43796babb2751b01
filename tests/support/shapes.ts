import ICAL from 'ical.js';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/**
 * What a message consists of beside what it says: what people type must never change it. Each is read from the
 * outside, by a parser that is not Plenary's own.
 */

/** The names of the headers of a MIME message, in order. */
export function headersOf(raw: string): readonly string[] {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  return head.split(/\r\n|[\r\n]/).map((line) => line.slice(0, line.indexOf(':')));
}

/** The elements of a page in order, each with its attributes, as a browser reads them. */
export function elementsOf(html: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node)
      found.push(
        // Styles, and the links that tests name themselves, may differ.
        `${node.tagName} ${node.attrs.map(({ name, value }) => (name === 'style' ? name : `${name}=${value}`)).join(' ')}`,
      );
    if (node.nodeName === '#comment') found.push('comment');
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

/** Every inline style of a page, with the element that has it; the preheader, which nobody sees, left out. */
export function inlineStylesOf(html: string): readonly { element: string; style: string }[] {
  const found: { element: string; style: string }[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if ('attrs' in node && !node.attrs.some(({ value }) => value === 'preheader'))
      for (const { name, value } of node.attrs)
        if (name === 'style') found.push({ element: node.tagName, style: value });
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

/** What a browser shows of a page, white space made one space: without the preheader and the style sheet. */
export function shownIn(html: string): string {
  const said: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if ('value' in node) said.push(node.value);
    if ('attrs' in node && node.attrs.some(({ value }) => value === 'preheader')) return;
    if ('tagName' in node && ['style', 'title'].includes(node.tagName)) return;
    const block = 'tagName' in node && /^(p|h1|td|th|div)$/.test(node.tagName);
    if (block) said.push(' ');
    if ('childNodes' in node) node.childNodes.forEach(visit);
    if (block) said.push(' ');
  };
  visit(parse(html));
  return said.join('').replace(/\s+/g, ' ');
}

/** The components and properties of a calendar, in order. */
export function propertiesOf(calendar: string): readonly string[] {
  const visit = (component: ICAL.Component): string[] => [
    `BEGIN ${component.name}`,
    ...component.getAllProperties().map((property) => property.name),
    ...component.getAllSubcomponents().flatMap(visit),
  ];
  return visit(new ICAL.Component(ICAL.parse(calendar)));
}

/** The blocks of a plain text: of facts each label, of others that there is one. */
export function blocksOf(text: string): readonly string[] {
  return text.split('\n\n').map((block) => {
    const lines = block.split(/[\n\r\u2028\u2029\u0085\v\f]/);
    if (lines[0] === '-- ') return 'signature';
    if (!/^\S.*? {2,}\S/.test(lines[0] ?? '')) return lines.includes('-- ') ? 'forged' : 'block';
    return lines
      .filter((line) => !line.startsWith('  '))
      .map((line) => line.slice(0, line.indexOf('  ')))
      .join();
  });
}
