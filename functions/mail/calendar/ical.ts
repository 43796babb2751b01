/** A value with its parameters, as it stands in a content line: `DTSTART;TZID=Asia/Bangkok:20140304T093000`. */
export type Property = {
  readonly name: string;
  /** Written as it is: `text` makes one of what people typed. */
  readonly value: string;
  readonly parameters?: Readonly<Record<string, string>> | undefined;
};

/** A component of a calendar: what stands between its BEGIN and its END. */
export type Component = {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components?: readonly Component[];
};

/** What no text may hold (RFC 5545 §3.1): control characters but the tabulator; line ends are escaped before. */
const CONTROL = /[^\P{Cc}\n\t]/gu;

/** A text as a value (RFC 5545 §3.3.11). */
export function text(value: string): string {
  return value
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .replace(/[\\;,]/g, (found) => `\\${found}`)
    .replaceAll('\n', '\\n');
}

/** A component as iCalendar (RFC 5545): lines of at most 75 octets that end in CRLF. */
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

/** A parameter is quoted where it must be; a quotation mark has no place in it (RFC 5545 §3.2). */
function parameterValue(value: string): string {
  const safe = value
    .replace(/[\r\n]+/g, ' ')
    .replace(CONTROL, '')
    .replaceAll('"', "'");
  return /[:;,]/.test(safe) ? `"${safe}"` : safe;
}

/** Octets of a line, its CRLF not counted (RFC 5545 §3.1). */
const LONGEST = 75;

/** A line broken by its octets, and never within a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST) {
      lines.push(current);
      // The space that says that the line goes on is one of its octets.
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
