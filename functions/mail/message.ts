import type { Category, CategoryReason } from '../domain/eligibility/category.ts';
import type { Arrangements } from '../domain/meeting/arrangements.ts';
import type { CalendarPlan } from '../domain/notifications/calendar-changes.ts';
import type { ParticipantMessageKind } from '../domain/notifications/message-kinds.ts';
import type { NotifiableChange } from '../domain/registration/notifiable-changes.ts';
import type { ListTotals } from '../domain/registration/participant-list.ts';
import type { Status } from '../domain/registration/registration.ts';
import type { Language, LocalisedText } from '../domain/shared/languages.ts';

/** What a message says of its meeting. */
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
  /** Of a meeting that is cancelled: why, in the words of the person who decided. */
  readonly cancelledBecause?: string | undefined;
  /** See MeetingState of domain/meeting/meeting-definition.ts. The sequence of calendar entries counts with it. */
  readonly calendarRevision?: number | undefined;
  /** The organisers' own words for some texts. */
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
  readonly changed?: readonly NotifiableChange[] | undefined;
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

/** The references of two or more registrations that may be of one person, and the categories they are of. */
export type MessageDuplicate = {
  readonly references: readonly string[];
  readonly categories: readonly Category[];
};

/** What a message is about. Each kind has a template in `mail/templates`. */
export type MessageContent =
  | {
      readonly kind: ParticipantMessageKind;
      readonly registration: MessageRegistration;
      /** What this participant was told of the meeting before, where that has changed. */
      readonly before?: Arrangements | undefined;
      /** What the message brings to a calendar. */
      readonly calendar?: CalendarPlan | undefined;
    }
  | {
      readonly kind: 'delegation-invitation';
      readonly delegation: MessageDelegation;
      /** The address of the delegation page. Whoever has it decides who comes. */
      readonly url: string;
      /** Whether an earlier link has ended. */
      readonly renewed: boolean;
      readonly before?: undefined;
    }
  | {
      readonly kind: 'nomination-reminder';
      readonly delegation: MessageDelegation;
      /** The address of the delegation page. */
      readonly url: string;
      /** The last minute of registration, an instant. */
      readonly closesAt: string;
      readonly unsubscribeUrl: string;
      readonly before?: Arrangements | undefined;
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
      readonly before?: Arrangements | undefined;
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
/** Where reminders and thanks are ended; other messages cannot be. */
export function unsubscribeUrlOf(content: MessageContent): string | undefined {
  if (content.kind === 'nomination-reminder') return content.unsubscribeUrl;
  return 'registration' in content ? content.registration?.unsubscribeUrl : undefined;
}

/** A message as it is composed from: everything is as it is at the moment of sending. */
export type Message = {
  /** The id of its notice. */
  readonly id: string;
  readonly to: { readonly email: string; readonly name: string };
  readonly language: Language;
  readonly meeting: MessageMeeting;
  readonly content: MessageContent;
};
