/** A property with its parameters, as in the content line `DTSTART;TZID=Asia/Bangkok:20140304T093000`. */
export type Property = {
  readonly name: string;
  /** Written without change. Use `text` for typed text. */
  readonly value: string;
  readonly parameters?: Readonly<Record<string, string>> | undefined;
};

/** A component of a calendar: the content between its BEGIN and its END. */
export type Component = {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components?: readonly Component[];
};

/** Control characters that a text must not contain (RFC 5545 §3.1): all but the tab. Line ends are escaped before. */
const CONTROL = /[^\P{Cc}\n\t]/gu;

/** A text as a property value (RFC 5545 §3.3.11). */
export function text(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .replace(/[\\;,]/g, (found) => `\\${found}`)
    .replaceAll('\n', '\\n');
}

/** A component as iCalendar (RFC 5545): lines of at most 75 octets that end with CRLF. */
export function serialised(component: Component): string {
  return linesOf(component)
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

function linesOf({ name, properties, components = [] }: Component): string[] {
  return [
    `BEGIN:${name}`,
    ...properties.map(contentLine),
    ...components.flatMap(linesOf),
    `END:${name}`,
  ];
}

function contentLine({ name, value, parameters = {} }: Property): string {
  const written = Object.entries(parameters).map(([key, one]) => `;${key}=${parameterValue(one)}`);
  return `${name}${written.join('')}:${value}`;
}

/** A parameter value, quoted if necessary. It cannot contain a quotation mark (RFC 5545 §3.2). */
function parameterValue(value: string): string {
  const safe = value
    .replace(/[\r\n]+/g, ' ')
    .replace(CONTROL, '')
    .replaceAll('"', "'");
  return /[:;,]/.test(safe) ? `"${safe}"` : safe;
}

/** The maximum number of octets in a line, without its CRLF (RFC 5545 §3.1). */
const LONGEST = 75;

/** Folds a line by octets, never inside a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST) {
      lines.push(current);
      // The space at the start of a continuation line counts as one octet.
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
