/** The name of the SES tag that carries the notice id. Events of SES contain it. */
export const OUTBOX_TAG = 'outbox-id';

/** The tag values that SES accepts. Every notice id is one. */
export const TAG_VALUE = /^[A-Za-z0-9_-]{1,256}$/;
