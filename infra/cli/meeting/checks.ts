import { reason } from '../../../functions/domain/delegation/delegation-request.ts';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import { CommandError } from '../command-error.ts';
import { parsedBy } from '../command-line.ts';

/** Reads a reason that people are told. @throws InvalidArgumentError */
export const parseReason = parsedBy(reason, (message) =>
  message === 'link'
    ? 'It goes into a mail. Leave out web and e-mail addresses, and put a space after every full stop.'
    : 'Say why, in 1 to 500 characters: people are told.',
);

/** @throws CommandError if the meeting is cancelled: nobody is asked for anything any more. */
export function checkOngoing({ id, cancelled }: Pick<Meeting, 'id' | 'cancelled'>): void {
  if (cancelled)
    throw new CommandError([`${id} is cancelled, since ${cancelled.at}: nobody can come to it.`]);
}

/** @throws CommandError always */
export function noMeeting(id: string): never {
  throw new CommandError([`There is no meeting ${id}.`]);
}
