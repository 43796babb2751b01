import type { Category, CategoryReason } from '../../domain/eligibility/category.ts';
import type { Arrangements } from '../../domain/meeting/arrangements.ts';
import type { ToldChange } from '../../domain/notifications/notifiable-changes.ts';
import type { ListTotals } from '../../domain/registration/participant-list.ts';
import type { Status } from '../../domain/registration/registration.ts';
import type { Language, LocalisedText } from '../../domain/shared/languages.ts';

/** What a message says of its meeting, as it was when the message was written. */
export type MessageMeeting = {
  readonly id: string;
  readonly title: LocalisedText;
  readonly venue: {
    readonly name: LocalisedText;
    readonly city: LocalisedText;
    readonly country: string;
  };
  readonly timeZone: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly sittings?: Arrangements['sittings'];
  readonly contactEmail: string;
  /** Of a meeting that is cancelled: why, as whoever decided put it. */
  readonly cancelledBecause?: string | undefined;
  /** See MeetingState of domain/meeting-definition.ts; calendar entries count with the first. */
  readonly edition?: number | undefined;
  readonly entries?: number | undefined;
  /** The organisers' own words for some of it; once it is kept, in the language of the message alone. */
  readonly texts?: { readonly [L in Language]?: Readonly<Record<string, string>> | undefined };
};

/** What a message to a participant says of the registration. */
export type MessageRegistration = {
  readonly reference: string;
  /** Which version of the registration it speaks of: calendar entries count with it. */
  readonly version: number;
  readonly manageUrl: string;
  readonly title?: string | undefined;
  readonly givenName: string;
  readonly familyName: string;
  readonly category: Category;
  readonly categoryReason: CategoryReason;
  /** The State or organisation, as the list of participants names it; none for individuals. */
  readonly state?: string | undefined;
  readonly organisation?: string | undefined;
  /** Of an offer: until when the seat is kept, an instant. */
  readonly offeredUntil?: string | undefined;
  /** Why somebody was declined, or the meeting cancelled, as whoever decided put it. */
  readonly reason?: string | undefined;
  /** Of details that were changed: which. */
  readonly changed?: readonly ToldChange[] | undefined;
  /** Where the registration stands, of changed details, which leave it as it was, and of what is sent to many. */
  readonly status?: Status | undefined;
  /** Where the meeting is attended online: whoever is not confirmed is not told. */
  readonly link?: string | undefined;
  /** Of whoever has no seat any more: that an entry was sent for the calendar, which this message takes back. */
  readonly inCalendar?: true | undefined;
  /** Of a reminder: that details are missing which the participant alone can give. */
  readonly incomplete?: true | undefined;
  /** Of a reminder or thanks: what the organisers add to it, line by line, in the language of the message as far as they have it. */
  readonly organisersSay?: readonly string[] | undefined;
  /** Of a reminder or thanks: where its reader ends them. See unsubscribe.ts. */
  readonly unsubscribeUrl?: string | undefined;
  /** Of a nomination: the focal point's name, and whether the seat is there already. */
  readonly nomination?: { readonly by: string; readonly confirmed: boolean } | undefined;
};

/** What a message says of a delegation. */
export type MessageDelegation = {
  /** Of a message with the link of its page: which delegation, and which of its links. */
  readonly id?: string | undefined;
  readonly link?: number | undefined;
  readonly state?: string | undefined;
  readonly organisation?: string | undefined;
  readonly category: Category;
  readonly categoryReason: CategoryReason;
};

/**
 * The messages to a participant. Each says where the registration stands, but for `address-changed`, which tells an
 * address that it is no longer the participant's, and the last two, which are sent at their time and not for a move.
 */
export const PARTICIPANT_MESSAGES = [
  'acknowledgement',
  'waiting-list',
  'offer',
  'offer-expired',
  'confirmation',
  'declined',
  'withdrawal',
  'details-changed',
  'address-changed',
  'nomination',
  'replaced',
  'offer-expiring',
  'meeting-changed',
  'meeting-cancelled',
  'meeting-reminder',
  'thank-you',
] as const;
export type ParticipantMessageKind = (typeof PARTICIPANT_MESSAGES)[number];

/** The references of two or more registrations that may be of one person, and the categories they are of. */
export type MessageDuplicate = {
  readonly references: readonly string[];
  readonly categories: readonly Category[];
};

/** What a message is about; each kind has a composition in `mail/`. */
export type MessageContent =
  | {
      readonly kind: ParticipantMessageKind;
      readonly registration: MessageRegistration;
      /** Of a meeting that changed: what its participant was told before. */
      readonly before?: Arrangements | undefined;
    }
  | {
      readonly kind: 'delegation-invitation';
      readonly delegation: MessageDelegation;
      /** The address of the delegation page. Whoever has it decides who comes. */
      readonly url: string;
      /** Whether an earlier link has ceased to work. */
      readonly renewed: boolean;
    }
  | {
      readonly kind: 'nomination-reminder';
      readonly delegation: MessageDelegation;
      /** The address of the delegation page. */
      readonly url: string;
      /** The last minute of registration, an instant. */
      readonly closesAt: string;
      readonly unsubscribeUrl: string;
    }
  | {
      readonly kind: 'delegation-meeting-changed';
      readonly delegation: MessageDelegation;
      /** The address of the delegation page. */
      readonly url: string;
      /** What the focal point was told before. */
      readonly before: Arrangements;
    }
  | {
      readonly kind: 'delegation-meeting-cancelled';
      readonly delegation: MessageDelegation;
      /** Why, as whoever decided put it. */
      readonly reason?: string | undefined;
    }
  | {
      readonly kind: 'validation-wanted';
      readonly delegation: MessageDelegation;
      readonly reference: string;
      /** Of what was typed nothing but the name, which holds no link: anybody can have this message sent. */
      readonly name: string;
      /** The address of the delegation page; none for organisers, who have a command. */
      readonly url?: string | undefined;
    }
  | {
      readonly kind: 'participant-list';
      /** Why it comes: as every day, because registration has closed, or because it was asked for. */
      readonly occasion: 'daily' | 'closing' | 'requested';
      /** The instant the list was made. */
      readonly listedAt: string;
      readonly totals: ListTotals;
      /** How many of the people on it could not be reached by e-mail. */
      readonly undelivered?: number | undefined;
      /** Registrations that may be of one person: see domain/duplicates.ts. */
      readonly duplicates?: readonly MessageDuplicate[] | undefined;
    };
export type MessageKind = MessageContent['kind'];

/** Where a message that comes at its time is ended; none for those that a move has caused. */
export function unsubscribeUrlOf(content: MessageContent): string | undefined {
  if (content.kind === 'nomination-reminder') return content.unsubscribeUrl;
  return 'registration' in content ? content.registration?.unsubscribeUrl : undefined;
}

/** A file that goes with a message; it is kept in the message's parts. Names are ASCII. */
export type Attachment = {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Uint8Array;
};

/** A message as whoever asks for it writes it: everything the notifier needs, as it reads nothing else. */
export type NewMessage = {
  /** Unique; a message that must not exist twice has an id that says what it is. */
  readonly id: string;
  readonly to: { readonly email: string; readonly name: string };
  readonly language: Language;
  readonly meeting: MessageMeeting;
  readonly content: MessageContent;
  /** Sent to many at its time: it is sent after messages that somebody waits for. */
  readonly bulk?: true | undefined;
  /** Not sent before this instant. */
  readonly notBefore?: string | undefined;
};

/**
 * Where a message is. `queued`: nobody has tried. `sending`: somebody holds the lease. `retrying`:
 * SES said "not now". `sent`: SES has it. `delivered`, `bounced`, `complained`: what SES reports
 * afterwards. `superseded`: it was not sent, as what it says had ceased to be so. `suppressed`: its address is on a
 * suppression list, ours or that of SES, so nobody was written to. `failed`: it can never be sent as it is.
 */
export const DELIVERY_STATES = [
  'queued',
  'sending',
  'retrying',
  'sent',
  'delivered',
  'bounced',
  'complained',
  'superseded',
  'suppressed',
  'failed',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A message as it is kept. Instants are ISO 8601 in UTC. */
export type OutboxMessage = NewMessage & {
  /** How many items hold its attachment; 0 where it has none. */
  readonly parts: number;
  readonly status: DeliveryState;
  /** How often somebody has claimed it. */
  readonly attempts: number;
  readonly createdAt: string;
  /** When it was put back into the queue, after it had failed. */
  readonly requeuedAt?: string | undefined;
  /** While `sending`: whose it is, and until when nobody else may take it. */
  readonly lease?: { readonly holder: string; readonly until: string } | undefined;
  readonly sesMessageId?: string | undefined;
  readonly sentAt?: string | undefined;
  /** Once `bounced`: `hard` when the address does not exist, `soft` when it did not take this message. */
  readonly bounce?: 'hard' | 'soft' | undefined;
  /** The last error: a name and a sentence, never an address. */
  readonly lastError?:
    | { readonly name: string; readonly message: string; readonly at: string }
    | undefined;
};
