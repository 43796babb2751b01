import { reason } from '../../../functions/domain/delegation/delegation-request.ts';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import { CommandError } from '../command-error.ts';
import { parsedBy } from '../command-line.ts';

/**
 * Parses a reason that people read.
 * @throws InvalidArgumentError if it is not valid.
 */
export const parseReason = parsedBy(reason, (message) =>
  message === 'link'
    ? 'It goes into a mail. Leave out web and e-mail addresses, and put a space after every full stop.'
    : 'Say why, in 1 to 500 characters: people are told.',
);

/**
 * Checks that a meeting is not cancelled, because then nobody is asked for anything.
 * @throws CommandError if it is.
 */
export function checkOngoing({ id, cancelled }: Pick<Meeting, 'id' | 'cancelled'>): void {
  if (cancelled)
    throw new CommandError([`${id} is cancelled, since ${cancelled.at}: nobody can come to it.`]);
}

/**
 * Reports that a meeting does not exist.
 * @throws CommandError always.
 */
export function noMeeting(id: string): never {
  throw new CommandError([`There is no meeting ${id}.`]);
}
