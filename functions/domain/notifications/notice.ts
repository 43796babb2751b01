import type { Recipient } from './recipient.ts';

/**
 * The order of sending. `prompt`: a person waits for the message. `bulk`: the message goes to many people at its time,
 * and leaves half of the send rate to the other lane.
 */
export type Lane = 'prompt' | 'bulk';

/**
 * Why a notice was enqueued. An event says what to look at. `decide` chooses the message when it is sent. Instants are
 * ISO 8601 in UTC, days are `YYYY-MM-DD`.
 */
export type NoticeEvent =
  /** A registration is new, or has a notifiable change. */
  | { readonly kind: 'registration-changed' }
  /** A registration has another e-mail address. The former address gets a message. */
  | { readonly kind: 'address-changed' }
  /** A participant or an organiser asked to send the message again. */
  | { readonly kind: 'resend-requested'; readonly requestedAt: string }
  /** An offer ends soon. `offeredUntil`: the end of that offer. */
  | { readonly kind: 'offer-expiring'; readonly offeredUntil: string }
  /** The arrangements of the meeting have changed, or the meeting is cancelled. */
  | { readonly kind: 'meeting-changed' }
  /**
   * The meeting begins soon. `startsOn`: its first day at the time of the notice. Missing if an organiser asked for the
   * reminder.
   */
  | { readonly kind: 'meeting-reminder'; readonly startsOn?: string | undefined }
  | { readonly kind: 'thank-you' }
  /**
   * A delegation has a focal point or a link that is new. `requestedAt`: when an organiser asked to send the same link
   * again.
   */
  | { readonly kind: 'focal-point-invited'; readonly requestedAt?: string | undefined }
  /** A registration waits for validation. `version`: of the registration at the time of the notice. */
  | { readonly kind: 'validation-wanted'; readonly reference: string; readonly version: number }
  /**
   * Nobody of a delegation is registered. `closesOn`: the last day of registration at the time of the notice, missing
   * if an organiser asked for the reminder. `checkedAt`: when nobody was registered.
   */
  | {
      readonly kind: 'nomination-reminder';
      readonly closesOn?: string | undefined;
      readonly checkedAt: string;
    }
  /** A document about one moment. It is composed when the notice is enqueued. */
  | { readonly kind: 'document' };
export type NoticeEventKind = NoticeEvent['kind'];

/** A notice before it is stored. It holds no name, address, link or text. */
export type NewNotice = {
  readonly recipient: Recipient;
  /** Distinguishes the notices of one recipient. A fixed name prevents a second notice for the same thing. */
  readonly name: string;
  readonly meetingId: string;
  readonly event: NoticeEvent;
};

/** The lane of each event. */
export const LANE_OF: Readonly<Record<NoticeEventKind, Lane>> = {
  'registration-changed': 'prompt',
  'address-changed': 'prompt',
  'resend-requested': 'prompt',
  'offer-expiring': 'prompt',
  'meeting-changed': 'bulk',
  'meeting-reminder': 'bulk',
  'thank-you': 'bulk',
  'focal-point-invited': 'prompt',
  'validation-wanted': 'prompt',
  'nomination-reminder': 'bulk',
  document: 'prompt',
};

/**
 * The status of a notice. `queued`: not tried yet. `sending`: a worker holds the lease. `retrying`: SES asked to try
 * later. `sent`: SES accepted the message. `delivered`, `bounced`, `complained`: later reports of SES.
 * `nothing-to-tell`: the recipient knows everything already. `suppressed`: the address is on a suppression list, of
 * Plenary or of SES. `failed`: the message can never be sent.
 */
const NOTICE_STATES = [
  'queued',
  'sending',
  'retrying',
  'sent',
  'delivered',
  'bounced',
  'complained',
  'nothing-to-tell',
  'suppressed',
  'failed',
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];
