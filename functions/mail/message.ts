import type { Category, CategoryReason } from '../domain/eligibility/category.ts';
import type { Arrangements } from '../domain/meeting/arrangements.ts';
import type { CalendarPlan } from '../domain/notifications/calendar-changes.ts';
import type { ParticipantMessageKind } from '../domain/notifications/message-kinds.ts';
import type { NotifiableChange } from '../domain/registration/notifiable-changes.ts';
import type { ListTotals } from '../domain/registration/participant-list.ts';
import type { Status } from '../domain/registration/registration.ts';
import type { Language, LocalisedText } from '../domain/shared/languages.ts';

/** The meeting data of a message. */
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
  /** For a cancelled meeting: the reason, in the words of the person who cancelled it. */
  readonly cancelledBecause?: string | undefined;
  /** Part of the sequence of calendar entries: see `MeetingState` in domain/meeting/meeting-definition.ts. */
  readonly calendarRevision?: number | undefined;
  /** The organisers' own wording of some texts. */
  readonly texts?: { readonly [L in Language]?: Readonly<Record<string, string>> | undefined };
};

/** The registration data of a message to its participant. */
export type MessageRegistration = {
  readonly reference: string;
  /** The version of the registration. It is part of the sequence of calendar entries. */
  readonly version: number;
  readonly manageUrl: string;
  readonly title?: string | undefined;
  readonly givenName: string;
  readonly familyName: string;
  readonly category: Category;
  readonly categoryReason: CategoryReason;
  /** The State (its code) or the organisation. Individuals have neither. */
  readonly state?: string | undefined;
  readonly organisation?: string | undefined;
  /** For an offer: until when the seat is kept, an instant. */
  readonly offeredUntil?: string | undefined;
  /** Why the person was declined, or why the meeting was cancelled, in the words of the person who decided. */
  readonly reason?: string | undefined;
  /** The notifiable details that have changed, if any. */
  readonly changed?: readonly NotifiableChange[] | undefined;
  /** The status of the registration. */
  readonly status?: Status | undefined;
  /** The online link. Only confirmed people get it. */
  readonly link?: string | undefined;
  /** For a person without a seat: this message cancels calendar entries that an earlier message brought. */
  readonly inCalendar?: true | undefined;
  /** For a reminder: some details are missing, and only the participant can give them. */
  readonly incomplete?: true | undefined;
  /** For a reminder or thanks: the organisers' lines, in the language of the message or in English. */
  readonly organisersSay?: readonly string[] | undefined;
  /** For a reminder or thanks: the link that ends them. See domain/notifications/unsubscribe.ts. */
  readonly unsubscribeUrl?: string | undefined;
  /** For a nomination: the focal point's name, and whether the person has a seat. */
  readonly nomination?: { readonly by: string; readonly confirmed: boolean } | undefined;
};

/** The delegation data of a message. */
export type MessageDelegation = {
  /** The id of the delegation and the number of its link. */
  readonly id?: string | undefined;
  readonly link?: number | undefined;
  readonly state?: string | undefined;
  readonly organisation?: string | undefined;
  readonly category: Category;
  readonly categoryReason: CategoryReason;
};

/** The references of two or more registrations that may belong to one person, and their categories. */
export type MessageDuplicate = {
  readonly references: readonly string[];
  readonly categories: readonly Category[];
};

/** The content of a message. Each kind has a template in `mail/templates`. */
export type MessageContent =
  | {
      readonly kind: ParticipantMessageKind;
      readonly registration: MessageRegistration;
      /** The arrangements that this participant knows, if they have changed. */
      readonly before?: Arrangements | undefined;
      /** What the message brings to the calendar. */
      readonly calendar?: CalendarPlan | undefined;
    }
  | {
      readonly kind: 'delegation-invitation';
      readonly delegation: MessageDelegation;
      /** The delegation link. Anybody who has it can decide for the delegation. */
      readonly url: string;
      /** Whether an earlier link has ended. */
      readonly renewed: boolean;
      readonly before?: undefined;
    }
  | {
      readonly kind: 'nomination-reminder';
      readonly delegation: MessageDelegation;
      /** The delegation link. */
      readonly url: string;
      /** The last minute of registration, an instant. */
      readonly closesAt: string;
      readonly unsubscribeUrl: string;
      readonly before?: Arrangements | undefined;
    }
  | {
      readonly kind: 'delegation-meeting-changed';
      readonly delegation: MessageDelegation;
      /** The delegation link. */
      readonly url: string;
      /** The arrangements that the focal point knows. */
      readonly before: Arrangements;
    }
  | {
      readonly kind: 'delegation-meeting-cancelled';
      readonly delegation: MessageDelegation;
      /** The reason, in the words of the person who cancelled the meeting. */
      readonly reason?: string | undefined;
    }
  | {
      readonly kind: 'validation-wanted';
      readonly delegation: MessageDelegation;
      readonly reference: string;
      /**
       * The only typed text in this message is the name, which contains no link, because anybody can cause this
       * message.
       */
      readonly name: string;
      /** The delegation link. Organisers have none, because they use a command. */
      readonly url?: string | undefined;
      readonly before?: Arrangements | undefined;
    }
  | {
      readonly kind: 'participant-list';
      /** Why the list is sent: it is the daily list, registration has closed, or somebody asked for it. */
      readonly occasion: 'daily' | 'closing' | 'requested';
      /** When the list was made, an instant. */
      readonly listedAt: string;
      readonly totals: ListTotals;
      /** How many people on the list could not be reached by e-mail. */
      readonly undelivered?: number | undefined;
      /** Registrations that may belong to one person: see domain/registration/duplicates.ts. */
      readonly duplicates?: readonly MessageDuplicate[] | undefined;
    };

/** The link that ends reminders and thanks, or `undefined` for other messages. */
export function unsubscribeUrlOf(content: MessageContent): string | undefined {
  if (content.kind === 'nomination-reminder') return content.unsubscribeUrl;
  return 'registration' in content ? content.registration?.unsubscribeUrl : undefined;
}

/** A message before it is put into words. All its data is current at the moment of sending. */
export type Message = {
  /** The id of its notice. */
  readonly id: string;
  readonly to: { readonly email: string; readonly name: string };
  readonly language: Language;
  readonly meeting: MessageMeeting;
  readonly content: MessageContent;
};
