import type { Language } from '../../domain/shared/languages.ts';
import type { Run } from '../../language/run.ts';
import type { Attachment } from '../../store/outbox/notice.ts';
import type { Message } from '../message.ts';

/** What a message says, once: `html.tsx` and `text.ts` each put it into their form. All of it is plain text. */
export type Letter = {
  readonly language: Language;
  readonly subject: string;
  /** What inboxes show beside the subject. */
  readonly preheader: string;
  /** What this is about, in a word or two, above the heading. */
  readonly eyebrow: string;
  /** The title of the meeting, in English and marked so where it has none in the language of the letter. */
  readonly heading: Run;
  readonly blocks: readonly Block[];
  /** Who is to be asked, and why this message comes. */
  readonly footer: readonly string[];
  /** Where messages of this kind are ended, for those that can be. */
  readonly unsubscribe?: { readonly label: string; readonly url: string } | undefined;
};

/** A label and what belongs to it; a hint explains the value. */
export type Fact = {
  readonly label: string;
  readonly value: string | readonly Run[];
  readonly hint?: string;
};

/** Whether a value is an address of the web: such a one can be followed, and stands on a line of its own in text. */
export const isLink = (value: string): boolean => /^https:\/\/\S+$/.test(value);

/** A table of figures: the first column is words, all others are numbers. */
export type Figures = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[];
};

export type Block =
  /** `dir`: of what organisers have written, which may be in another language than the message. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly dir?: 'auto' }
  /** What the message comes down to, set large. */
  | { readonly kind: 'statement'; readonly label?: string; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'figures'; readonly figures: Figures }
  /** The one thing to do, with a note on it. */
  | { readonly kind: 'action'; readonly label: string; readonly url: string }
  /** Said in a lower voice. */
  | { readonly kind: 'note'; readonly text: string };

/** A message as it is composed from. `composedAt`: an instant. */
export type Source = Message & { readonly composedAt: string };

/** A message in all its forms, ready to be put into MIME. */
export type Composed = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** An iCalendar text, where the message brings an entry for a calendar. */
  readonly calendar?: string;
  /** What the calendar is to do with it (RFC 5546). */
  readonly calendarMethod?: 'PUBLISH' | 'CANCEL';
  /** The address that ends messages of this kind: mail programs show a button for it. */
  readonly unsubscribeUrl?: string;
  readonly attachments: readonly Attachment[];
};
