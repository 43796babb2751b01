import type { Recipient } from './recipient.ts';

/**
 * Which messages go first. `prompt`: somebody waits for it. `bulk`: it goes to many at its time, and leaves half of the
 * send rate to the others.
 */
export type Lane = 'prompt' | 'bulk';

/**
 * Why a notice was written. It says what to look at, and never what to say: that is decided when the message is sent.
 * Instants are ISO 8601 in UTC, days `YYYY-MM-DD`.
 */
export type NoticeEvent =
  /** A registration is new, or has changed in something that its participant is told of. */
  | { readonly kind: 'registration-changed' }
  /** A registration has another e-mail address: the former one is told. */
  | { readonly kind: 'address-changed' }
  /** Somebody asked for the message to be sent again. */
  | { readonly kind: 'resend-requested'; readonly requestedAt: string }
  /** An offer is about to end. `offeredUntil`: the end of the offer that is meant. */
  | { readonly kind: 'offer-expiring'; readonly offeredUntil: string }
  /** The arrangements of the meeting have changed, or it is cancelled. */
  | { readonly kind: 'meeting-changed' }
  /** The meeting is near. `startsOn`: its first day when this was written; without it an organiser asked for it. */
  | { readonly kind: 'meeting-reminder'; readonly startsOn?: string | undefined }
  | { readonly kind: 'thank-you' }
  /** A focal point is named, or has a new link. `requestedAt`: of an organiser who wants the same link sent again. */
  | { readonly kind: 'focal-point-invited'; readonly requestedAt?: string | undefined }
  /** A registration waits for an answer. `version`: of the registration, when it was written. */
  | { readonly kind: 'validation-wanted'; readonly reference: string; readonly version: number }
  /**
   * Nobody of a delegation is registered. `closesOn`: the last day of registration when this was written; without it an
   * organiser asked for it. `checkedAt`: when nobody was.
   */
  | {
      readonly kind: 'nomination-reminder';
      readonly closesOn?: string | undefined;
      readonly checkedAt: string;
    }
  /** A document of its moment: it was composed when the notice was written. */
  | { readonly kind: 'document' };
export type NoticeEventKind = NoticeEvent['kind'];

/** A notice as it is written: no name, address, link or text. */
export type NewNotice = {
  readonly recipient: Recipient;
  /** Tells it from the recipient's other notices; a notice that must not exist twice says here what it is. */
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
 * Where a notice is. `queued`: nobody has tried. `sending`: somebody holds the lease. `retrying`: SES said "not now".
 * `sent`: SES has the message. `delivered`, `bounced`, `complained`: what SES reports afterwards. `nothing-to-tell`: its
 * recipient knows all there was to say. `suppressed`: its address is on a suppression list, ours or that of SES.
 * `failed`: it can never be sent as it is.
 */
export const NOTICE_STATES = [
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
