import * as fc from 'fast-check';

/** What people, or machines, type to break out of the place that it is shown in. */
const PIECES = [
  '\r\n',
  '\n\n',
  '\r',
  '\u0085',
  '\u2028',
  '\u2029',
  '\0',
  '\u001b[2J',
  '\u202e',
  '\u2066',
  '\u2069',
  '\ufeff',
  '\ud800',
  '\udc00',
  '=?utf-8?q?x=0d=0aBcc:_y@example.org?=',
  '=?utf-8?b?DQpCY2M6IHlAZXhhbXBsZS5vcmc=?=',
  'Bcc: victim@example.org',
  '\r\n\r\n<p>B</p>',
  '<script>alert(1)</script>',
  '<img src=x onerror=y>',
  '</title></style></p></td></table>',
  '-->',
  '<!--',
  '<![endif]-->',
  '"><a href="https://evil.example">',
  "' onmouseover='x",
  '&lt;b&gt;',
  '&amp;',
  '&#x3c;script&#x3e;',
  '<',
  '>',
  '&',
  '"',
  "'",
  ';',
  ',',
  ':',
  '\\',
  '\\n',
  '\\,',
  'END:VEVENT\r\nBEGIN:VEVENT',
  '\r\nATTENDEE:mailto:victim@example.org',
  '\n-- \n',
  '\nReference      BKK14-00000',
  '\n\nReference      BKK14-00000',
  '{name}',
  '{count, plural, one {#}}',
  "'{'",
  '}',
  '{',
  '<evil@example.org>, "q" <z@example.org>',
  'x'.repeat(1100),
  ' '.repeat(200),
  '👩🏽‍🚀',
  '🏳️‍🌈',
  `e${'\u0301'.repeat(40)}`,
  'محمد',
  'ສຸພາ',
  '王小明',
];

/** Hostile texts. Each begins with a letter, as a text that is empty is none. */
export const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 8,
  })
  .map((pieces) => `A${pieces.join('')}`);

/** A text that harms nobody, and that nothing else says. */
export const HARMLESS = 'Azq';
