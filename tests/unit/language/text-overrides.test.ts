import { describe, expect, it } from 'vitest';
import { unwritten } from '../../../functions/domain/meeting/missing-translations.ts';
import { MESSAGE_KINDS } from '../../../functions/domain/notifications/message-kinds.ts';
import { UN_LANGUAGES } from '../../../functions/domain/shared/languages.ts';
import { en } from '../../../functions/language/catalogues/en.ts';
import { loadLocale } from '../../../functions/language/index.ts';
import { placeholdersOf } from '../../../functions/language/placeholders.ts';
import { OVERRIDABLE_TEXTS, tWithOverrides } from '../../../functions/language/text-overrides.ts';
import { textOverrideProblems } from '../../../functions/language/text-overrides-check.ts';
import { compose } from '../../../functions/mail/compose.ts';
import { EVERY_MESSAGE } from '../../support/every-message.ts';
import { meetingOn } from '../../support/fixtures.ts';
import { messageOf } from '../../support/messages.ts';

const MAIL = OVERRIDABLE_TEXTS.filter((key) => key.startsWith('mail.'));

/** First sentences that organisers may not word, and why. */
const NOT_THEIRS: Readonly<Record<string, string>> = {
  'mail.address-changed.lead':
    'warns whoever had the address, who may not have changed it: what happened and that it is the last message must be said',
};

/** A wording of its own for each text, with the placeholders that it must have. */
const worded = Object.fromEntries(
  MAIL.map((key) => {
    const names = [...placeholdersOf(en[key], 'en').keys()].map((name) => `{${name}}`);
    return [key, ['Own', key.replaceAll('.', '/'), ...names].join(' ')];
  }),
);

describe('the own texts of a meeting', () => {
  it('are the first sentence of every message that has one, or it is said why not', () => {
    const leads = Object.keys(MESSAGE_KINDS)
      .map((kind) => `mail.${kind}.lead`)
      .filter((key) => key in en);
    const theirs = leads.filter((key) => MAIL.some((one) => one === key));
    expect(leads.filter((key) => !theirs.includes(key))).toEqual(Object.keys(NOT_THEIRS));
    expect(theirs.length).toBeGreaterThan(10);
  });

  it.each(UN_LANGUAGES)('are said in the messages in %s, each of them', async (language) => {
    const meeting = { ...messageOf().meeting, texts: { [language]: worded } };
    expect(textOverrideProblems(meeting.texts)).toEqual([]);
    const composed = await Promise.all(
      Object.values(EVERY_MESSAGE).map((content) =>
        compose(messageOf({ language, meeting, content })),
      ),
    );
    const html = composed.map((one) => one.html).join('\n');
    const text = composed.map((one) => one.text.replace(/\s+/g, ' ')).join('\n');
    for (const key of MAIL) {
      expect(html).toContain(`>Own ${key.replaceAll('.', '/')}`);
      expect(text).toContain(`Own ${key.replaceAll('.', '/')}`);
    }
    expect(html).not.toMatch(/Own [^<]*\{/);
  });

  it('in one language leave the others as they are', async () => {
    const meeting = { ...messageOf().meeting, texts: { fr: worded } };
    expect((await compose(messageOf({ meeting }))).html).toBe((await compose(messageOf())).html);
  });

  it('that no longer fit give way to the usual words', async () => {
    await loadLocale('en');
    const texts = { en: { 'mail.offer.lead': 'Until {deadline}' } };
    expect(tWithOverrides({ texts }, 'en', 'mail.offer.lead', { until: 'noon' })).toMatch(
      /by noon\./,
    );
  });

  it.each([
    ['mail.offer.lead', 'Until {until}.', undefined],
    ['mail.offer.lead', 'Soon.', 'lacks {until}; placeholders: {until}'],
    [
      'mail.offer.lead',
      'Until {until}, {name}.',
      'has {name}, which nothing fills in; placeholders: {until}',
    ],
    ['mail.declined.lead', 'No, {name}.', 'has {name}, which nothing fills in; placeholders: none'],
    [
      'mail.offer.lead',
      'Until {until',
      'is not well formed (EXPECT_ARGUMENT_CLOSING_BRACE); placeholders: {until}',
    ],
    ['mail.offer.lead', '<b>{until}</b>', 'is plain text: leave HTML out'],
    [
      'mail.offer.subject',
      'Hello',
      'is not a text that a meeting may word itself: see "npm run meeting -- texts"',
    ],
    [
      '__proto__.x',
      'Hello',
      'is not a text that a meeting may word itself: see "npm run meeting -- texts"',
    ],
  ])('are checked: %s as “%s”', (key, text, message) => {
    expect(textOverrideProblems({ fr: { [key]: text } })).toEqual(
      message === undefined ? [] : [{ path: `texts.fr["${key}"]`, message }],
    );
  });

  it('are small enough to go along', () => {
    const long = 'x'.repeat(1000);
    const four = MAIL.filter((key) => placeholdersOf(en[key], 'en').size === 0).slice(0, 5);
    expect(
      textOverrideProblems({ en: Object.fromEntries(four.map((key) => [key, long])) }),
    ).toEqual([
      { path: 'texts.en', message: expect.stringContaining('5000 characters in all: 4000') },
    ]);
  });
});

describe('what organisers have not written', () => {
  it('is named by language and place, own texts left out', () => {
    const meeting = meetingOn('2026-01-01', {
      title: { en: 'Meeting', fr: 'Réunion' },
      texts: { en: { 'mail.confirmation.lead': 'Yes.' } },
      questions: [{ id: 'topic', kind: 'text', label: { en: 'Topic', ru: 'Тема' } }],
    });
    const missing = unwritten(meeting);
    expect([...missing.keys()]).toEqual(['ar', 'zh', 'fr', 'ru', 'es']);
    expect(missing.get('fr')).toEqual([
      'privacyNotice.text',
      'questions[0].label',
      'venue.city',
      'venue.name',
    ]);
    expect(missing.get('ru')).toEqual(['privacyNotice.text', 'title', 'venue.city', 'venue.name']);
  });
});
