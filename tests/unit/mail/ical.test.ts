import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { serialised, text } from '../../../functions/mail/calendar/ical.ts';

const written = (value: string, parameters: Record<string, string> = {}) =>
  serialised({ name: 'VEVENT', properties: [{ name: 'SUMMARY', value: text(value), parameters }] });

/** Any text that people can write, with what iCalendar itself is made of. */
const anything = fc.string({
  unit: fc.oneof(fc.constantFrom('\r', '\n', '\t', ';', ',', '\\', ':', '"', '😀', 'ສ', 'é'), {
    arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    weight: 3,
  }),
  maxLength: 400,
});

describe('iCalendar (RFC 5545)', () => {
  it('gives back every text, in lines of at most 75 octets that are whole UTF-8', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const lines = written(value);
        expect(lines.endsWith('\r\n')).toBe(true);
        for (const line of lines.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          expect(Buffer.from(line).toString('utf8')).toBe(line);
        }
        const meant = value.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
        const parsed = new ICAL.Component(ICAL.parse(lines));
        expect(parsed.getFirstPropertyValue('summary')).toBe(meant);
        expect(parsed.getAllProperties()).toHaveLength(1);
      }),
    );
  });

  it('breaks a line after exactly 75 octets, and not before', () => {
    const [first, second] = written('x'.repeat(100)).split('\r\n').slice(1);
    expect(first).toBe(`SUMMARY:${'x'.repeat(67)}`);
    expect(second).toBe(` ${'x'.repeat(33)}`);
  });

  it('quotes a parameter that needs it, and lets none break out', () => {
    expect(written('a', { CN: 'A; B: "C"\r\nX:1' })).toContain(`SUMMARY;CN="A; B: 'C' X:1":a`);
    expect(written('a', { CN: 'Plain' })).toContain('SUMMARY;CN=Plain:a');
  });
});
