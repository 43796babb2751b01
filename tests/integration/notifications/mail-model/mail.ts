import ICAL from 'ical.js';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import PostalMime from 'postal-mime';
import {
  kindsTo,
  type ParticipantMessageKind,
} from '../../../../functions/domain/notifications/message-kinds.ts';
import type { Status } from '../../../../functions/domain/registration/registration.ts';
import type { Language } from '../../../../functions/domain/shared/languages.ts';
import {
  catalogueOf,
  LANGUAGES,
  loadLocale,
  type TextKey,
} from '../../../../functions/language/index.ts';

/** What a mail is, as its reader can see by its subject. */
export type MailKind = ParticipantMessageKind | (typeof TO_FOCAL_POINTS)[number];

const TO_FOCAL_POINTS = [
  'delegation-invitation',
  'nomination-reminder',
  'validation-wanted',
  'delegation-meeting-changed',
  'delegation-meeting-cancelled',
] as const;

/** An event of a calendar part. `times` holds its begin and end as they are written. */
export type CalendarEvent = {
  readonly uid: string;
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly times: string;
  readonly place: string;
};

/** A value of a mail, and what it was before, if the mail says that it has changed. */
export type Shown = { readonly value: string; readonly before?: string | undefined };

/** The labelled values that a judge looks at. */
export const FACTS = ['when', 'where', 'sittings', 'link', 'delegation'] as const;
export type FactName = (typeof FACTS)[number];

/** What somebody who reads a mail learns from it. Nothing here comes from our tables. */
export type Mail = {
  readonly to: string;
  readonly language: Language;
  readonly kind: MailKind;
  /** The registration that it is about; none for most messages to focal points. */
  readonly reference?: string | undefined;
  /** Where it says that the registration stands. */
  readonly status?: Status | 'cancelled' | undefined;
  /** Whom it greets. */
  readonly name: string;
  readonly facts: { readonly [F in FactName]?: Shown };
  /** The details that it names as changed, in its own words. */
  readonly changed?: string | undefined;
  /** Its links to private pages and pages of delegations. */
  readonly links: readonly string[];
  readonly events: readonly CalendarEvent[];
};

/** The labels under which a mail shows its values. */
const LABELS = {
  when: 'mail.when',
  where: 'mail.where',
  sittings: 'meeting.sittings',
  link: 'mail.link',
  delegation: 'mail.delegation',
} as const satisfies Record<FactName, TextKey>;

/** Values that stand for nothing. */
const NOTHING: readonly TextKey[] = [
  'mail.meeting-changed.no-link',
  'mail.meeting-changed.no-sittings',
];

const STATUS_OF: Partial<Record<MailKind, Status | 'cancelled'>> = {
  acknowledgement: 'pending',
  'waiting-list': 'waitlisted',
  offer: 'offered',
  'offer-expiring': 'offered',
  confirmation: 'confirmed',
  'meeting-reminder': 'confirmed',
  declined: 'declined',
  withdrawal: 'withdrawn',
  'offer-expired': 'withdrawn',
  replaced: 'withdrawn',
  'meeting-cancelled': 'cancelled',
};

const STILL = ['confirmed', 'pending', 'waitlisted', 'offered'] as const;

/** Without the invisible marks that only set the direction, and with single spaces. */
export const plain = (text: string) =>
  text
    .replace(/[\u2066-\u2069\u200e\u200f\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

type Catalogue = Awaited<ReturnType<typeof catalogueOf>>;
const catalogues = new Map<Language, Catalogue>();

/** Makes all languages ready, for reading mails and for the words that they are compared with. */
export async function readLanguages(): Promise<void> {
  for (const language of LANGUAGES) {
    await loadLocale(language);
    catalogues.set(language, await catalogueOf(language));
  }
}

/** A text of the catalogue as a pattern: each placeholder takes whatever stands there. */
function patternOf(text: string): RegExp {
  const parts = plain(text).split(/\{(\w+)[^}]*\}/);
  const source = parts.map((part, at) =>
    at % 2 === 1
      ? part === 'reference'
        ? '(?<reference>[A-Z0-9]+-[A-Z0-9]+)'
        : `(?<${part}>.+)`
      : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return new RegExp(`^${source.join('')}$`, 'u');
}

const patterns = new Map<string, RegExp>();
function matched(language: Language, key: TextKey, text: string) {
  const name = `${language} ${key}`;
  const pattern = patterns.get(name) ?? patternOf(catalogues.get(language)?.[key] ?? '');
  patterns.set(name, pattern);
  return pattern.exec(text);
}

/** Finds the kind of a mail. It tries the kinds for participants first, because only their subjects end with a reference. */
function kindOf(language: Language, subject: string): { kind: MailKind; reference?: string } {
  for (const kind of [
    ...(kindsTo('participant') as readonly ParticipantMessageKind[]),
    ...TO_FOCAL_POINTS,
  ]) {
    const found = matched(language, `mail.${kind}.subject`, subject);
    const reference = found?.groups?.reference;
    if (found) return { kind, ...(reference && { reference }) };
  }
  throw new Error(`A mail of no kind: ${subject}`);
}

/** Reads a mail as its recipient does. @throws where it is of no kind that the catalogue has. */
export async function readMail(raw: Uint8Array, to: string): Promise<Mail> {
  const {
    subject = '',
    html = '',
    attachments,
  } = await PostalMime.parse(raw, {
    attachmentEncoding: 'utf8',
  });
  const page = pageOf(html);
  const { language } = page;
  const text = catalogues.get(language);
  if (text === undefined) throw new Error(`A mail in no language: ${subject}`);
  const { kind, reference } = kindOf(language, plain(subject));
  const facts: { [F in FactName]?: Shown } = {};
  const empty = NOTHING.map((key) => plain(text[key]));
  for (const name of FACTS) {
    const found = page.rows.find(({ label }) => label === plain(text[LABELS[name]]));
    if (found === undefined) continue;
    const before = matched(language, 'mail.meeting-changed.before', found.hint ?? '')?.groups;
    const some = (value = '') => (empty.includes(value) ? '' : value);
    facts[name] = {
      value: some(found.value),
      ...(before && { before: some(before.before) }),
    };
  }
  const statement = page.statements.find(
    ({ label }) => label === plain(text['mail.details-changed.what']),
  );
  const calendar = attachments.find(({ mimeType }) => /calendar|ics/.test(mimeType));
  return {
    to,
    language,
    kind,
    reference,
    status: statusOf(language, kind, page.paragraphs),
    name:
      page.paragraphs
        .map((one) => matched(language, 'mail.dear', one)?.groups?.name)
        .find(Boolean) ?? '',
    facts,
    changed: statement?.text,
    links: [...new Set(page.links.filter((url) => /\/(registrations|delegations)\//.test(url)))],
    events: calendar ? eventsOf(String(calendar.content)) : [],
  };
}

function statusOf(language: Language, kind: MailKind, paragraphs: readonly string[]) {
  const says = (key: TextKey) => paragraphs.some((one) => matched(language, key, one));
  if (kind === 'nomination')
    return says('mail.nomination.confirmed')
      ? 'confirmed'
      : says('mail.nomination.waiting')
        ? 'waitlisted'
        : undefined;
  if (kind === 'details-changed' || kind === 'meeting-changed')
    return STILL.find((status) => says(`registration.still.${status}`));
  return STATUS_OF[kind];
}

type Node = DefaultTreeAdapterTypes.Node;

/** What a mail program shows, by what is labels, values, paragraphs and links. */
function pageOf(html: string) {
  const rows: { label: string; value: string; hint?: string }[] = [];
  const statements: { label: string; text: string }[] = [];
  const paragraphs: string[] = [];
  const links: string[] = [];
  let language = '' as Language;
  const visit = (node: Node) => {
    if ('tagName' in node) {
      const { tagName } = node;
      if (tagName === 'html') language = attribute(node, 'lang') as Language;
      if (tagName === 'a') links.push(attribute(node, 'href'));
      if (tagName === 'p' && attribute(node, 'class') === 'paragraph')
        paragraphs.push(textOf(node));
      if (tagName === 'td' && attribute(node, 'class') === 'statement') {
        const [label, text = label] = elements(node, 'p').map((one) => textOf(one));
        if (label !== undefined && text !== undefined) statements.push({ label, text });
      }
      if (tagName === 'tr') {
        const [label] = elements(node, 'th', 1);
        const [cell] = elements(node, 'td', 1);
        if (label && cell) {
          const [hint] = elements(cell, 'p');
          const value = textOf(cell, hint);
          rows.push({ label: textOf(label), value, ...(hint && { hint: textOf(hint) }) });
        }
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return { language, rows, statements, paragraphs, links };
}

const attribute = (node: DefaultTreeAdapterTypes.Element, wanted: string) =>
  node.attrs.find(({ name }) => name === wanted)?.value ?? '';

function elements(node: Node, tagName: string, depth = 20): DefaultTreeAdapterTypes.Element[] {
  if (!('childNodes' in node) || depth === 0) return [];
  return node.childNodes.flatMap((child) => [
    ...('tagName' in child && child.tagName === tagName ? [child] : []),
    ...elements(child, tagName, depth - 1),
  ]);
}

function textOf(node: Node, without?: Node): string {
  const inner = (one: Node): string =>
    one === without
      ? ''
      : 'value' in one
        ? one.value
        : 'childNodes' in one
          ? one.childNodes.map(inner).join('')
          : '';
  return plain(inner(node));
}

function eventsOf(calendar: string): CalendarEvent[] {
  const root = new ICAL.Component(ICAL.parse(calendar));
  const called = String(root.getFirstPropertyValue('method')) === 'CANCEL';
  return root.getAllSubcomponents('vevent').map((event) => {
    const value = (name: string) => String(event.getFirstPropertyValue(name));
    return {
      uid: value('uid'),
      sequence: Number(value('sequence')),
      cancelled: called || value('status') === 'CANCELLED',
      times: `${value('dtstart')}/${value('dtend')}`,
      place: plain(value('location')),
    };
  });
}
