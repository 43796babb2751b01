/**
 * All kinds of messages.
 *
 * - `audience`: who reads it.
 * - `states`: true if it says the state of a registration. It is the message of that state.
 * - `calendar`: `always` brings all entries of a confirmed person, `changes` brings only what the calendar lacks,
 *   `never` brings none.
 * - `obsolete`: what makes it untrue although nothing else changes.
 *
 * mail/templates has the words of each kind.
 */
export const MESSAGE_KINDS = {
  acknowledgement: { audience: 'participant', states: true, calendar: 'changes' },
  'waiting-list': { audience: 'participant', states: true, calendar: 'changes' },
  offer: { audience: 'participant', states: true, calendar: 'changes', obsolete: 'offer-over' },
  'offer-expired': { audience: 'participant', states: true, calendar: 'changes' },
  confirmation: { audience: 'participant', states: true, calendar: 'always' },
  declined: { audience: 'participant', states: true, calendar: 'changes' },
  withdrawal: { audience: 'participant', states: true, calendar: 'changes' },
  replaced: { audience: 'participant', states: true, calendar: 'changes' },
  nomination: { audience: 'participant', states: true, calendar: 'always' },
  'meeting-cancelled': { audience: 'participant', states: true, calendar: 'changes' },
  'details-changed': { audience: 'participant', calendar: 'changes' },
  'address-changed': { audience: 'participant', calendar: 'never' },
  'offer-expiring': { audience: 'participant', calendar: 'changes', obsolete: 'offer-over' },
  'meeting-changed': { audience: 'participant', calendar: 'changes', obsolete: 'meeting-over' },
  'meeting-reminder': { audience: 'participant', calendar: 'changes', obsolete: 'meeting-over' },
  'thank-you': { audience: 'participant', calendar: 'never' },
  'delegation-invitation': { audience: 'focal-point', calendar: 'never' },
  'nomination-reminder': {
    audience: 'focal-point',
    calendar: 'never',
    obsolete: 'registration-closed',
  },
  'delegation-meeting-changed': {
    audience: 'focal-point',
    calendar: 'never',
    obsolete: 'meeting-over',
  },
  'delegation-meeting-cancelled': { audience: 'focal-point', calendar: 'never' },
  'validation-wanted': { audience: 'focal-point', calendar: 'never' },
  'participant-list': { audience: 'organiser', calendar: 'never' },
} as const satisfies Record<string, MessageKindRow>;

type MessageKindRow = {
  readonly audience: 'participant' | 'focal-point' | 'organiser';
  readonly states?: true;
  readonly calendar: 'always' | 'changes' | 'never';
  readonly obsolete?: 'offer-over' | 'meeting-over' | 'registration-closed';
};

export type MessageKind = keyof typeof MESSAGE_KINDS;

type KindsTo<Audience extends MessageKindRow['audience']> = {
  [Kind in MessageKind]: (typeof MESSAGE_KINDS)[Kind]['audience'] extends Audience ? Kind : never;
}[MessageKind];

/** The kinds of messages that a participant reads. */
export type ParticipantMessageKind = KindsTo<'participant'>;
/** The kinds of messages that a focal point reads. Organisers read `validation-wanted` if there is no focal point. */
export type FocalPointMessageKind = KindsTo<'focal-point'>;

/** The row of a kind, with the type that all rows share. */
export const rowOf = (kind: MessageKind): MessageKindRow => MESSAGE_KINDS[kind];

/** The kinds for one audience, in the order of the table. */
export const kindsTo = (audience: MessageKindRow['audience']): readonly MessageKind[] =>
  (Object.keys(MESSAGE_KINDS) as MessageKind[]).filter(
    (kind) => MESSAGE_KINDS[kind].audience === audience,
  );
