import type { Language } from '../domain/languages.ts';
import type { Attachment, NewMessage } from '../store/message.ts';

/** What a message says, once: `html.tsx` and `text.ts` each put it into their form. All of it is plain text. */
export type Letter = {
  readonly language: Language;
  readonly subject: string;
  /** What inboxes show beside the subject. */
  readonly preheader: string;
  /** What this is about, in a word or two, above the heading. */
  readonly eyebrow: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** Who is to be asked, and why this message comes. */
  readonly footer: readonly string[];
};

/** A label and what belongs to it; a hint explains the value. */
export type Fact = { readonly label: string; readonly value: string; readonly hint?: string };

/** A table of figures: the first column is words, all others are numbers. */
export type Figures = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[];
};

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** What the message comes down to, set large. */
  | { readonly kind: 'statement'; readonly label?: string; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'figures'; readonly figures: Figures }
  /** The one thing to do, with a note on it. */
  | { readonly kind: 'action'; readonly label: string; readonly url: string }
  /** Said in a lower voice. */
  | { readonly kind: 'note'; readonly text: string };

/** A message as it is composed from: when it was written decides what it says, not when it is sent. */
export type Source = NewMessage & { readonly createdAt: string };

/** A message in all its forms, ready to be put into MIME. */
export type Composed = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** An iCalendar text, where the message brings an entry for a calendar. */
  readonly calendar?: string;
  /** What the calendar is to do with it (RFC 5546). */
  readonly calendarMethod?: 'PUBLISH' | 'CANCEL';
  readonly attachments: readonly Attachment[];
};
