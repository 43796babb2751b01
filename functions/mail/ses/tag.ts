/** The tag by which SES's events name a message of ours. */
export const OUTBOX_TAG = 'outbox-id';

/** What SES takes for the value of a tag. An id of the outbox is one. */
export const TAG_VALUE = /^[A-Za-z0-9_-]{1,256}$/;
