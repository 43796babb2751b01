import type { Language } from '../../domain/shared/languages.ts';
import type { Run } from '../../language/run.ts';
import type { Attachment } from '../../store/outbox/notice.ts';
import type { Message } from '../message.ts';

/** The content of a message in one form. `html.tsx` and `text.ts` render it. Every text is plain text. */
export type Letter = {
  readonly language: Language;
  readonly subject: string;
  /** The text that inboxes show beside the subject. */
  readonly preheader: string;
  /** The subject matter in one or two words, above the heading. */
  readonly eyebrow: string;
  /**
   * The title of the meeting. If it is missing in the language of the letter, it is in English and marked as English.
   */
  readonly heading: Run;
  readonly blocks: readonly Block[];
  /** Whom to ask, and why the reader gets this message. */
  readonly footer: readonly string[];
  /** The link that ends messages of this kind, if there is one. */
  readonly unsubscribe?: { readonly label: string; readonly url: string } | undefined;
};

/** A label and its value. A hint explains the value. */
export type Fact = {
  readonly label: string;
  readonly value: string | readonly Run[];
  readonly hint?: string;
};

/** True if a value is a web address. HTML makes it a link, and plain text puts it on its own line. */
export const isLink = (value: string): boolean => /^https:\/\/\S+$/.test(value);

/** A table of numbers. Only the first column is text. */
export type Figures = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[];
};

export type Block =
  /** `dir` is for texts of organisers, which may be in another language than the message. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly dir?: 'auto' }
  /** The main point of the message, in large type. */
  | { readonly kind: 'statement'; readonly label?: string; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'figures'; readonly figures: Figures }
  /** The one action for the reader. */
  | { readonly kind: 'action'; readonly label: string; readonly url: string }
  /** A text in small type. */
  | { readonly kind: 'note'; readonly text: string };

/** A message to compose. `composedAt`: an instant. */
export type Source = Message & { readonly composedAt: string };

/** A composed message, ready for MIME. */
export type Composed = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** An iCalendar text, if the message brings something to the calendar. */
  readonly calendar?: string;
  /** The iTIP method of the calendar (RFC 5546). */
  readonly calendarMethod?: 'PUBLISH' | 'CANCEL';
  /** The link that ends messages of this kind. Mail programs show a button for it. */
  readonly unsubscribeUrl?: string;
  readonly attachments: readonly Attachment[];
};
