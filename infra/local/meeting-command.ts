import type { parseArgs } from 'node:util';
import type { Meeting } from '../../functions/domain/meeting/meeting.ts';
import { CommandError } from './command-error.ts';

/** The options that some command takes. */
export const OPTIONS = {
  stage: { type: 'string' },
  state: { type: 'string' },
  organisation: { type: 'string' },
  kind: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  language: { type: 'string' },
  reason: { type: 'string' },
  label: { type: 'string' },
  category: { type: 'string' },
  uses: { type: 'string' },
  until: { type: 'string' },
  again: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;

/** What was given of the options, but for the stage, which every command takes. */
export type Options = Omit<
  ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'],
  'stage'
>;

/** A command: the words after its name, one in brackets may be left out; and its options. It returns lines to print. */
export type Command = {
  readonly takes?: string;
  readonly may?: readonly (keyof Options)[];
  readonly run: (
    subject: string,
    stage: string | undefined,
    more: { readonly second?: string | undefined; readonly options: Options },
  ) => Promise<readonly string[]>;
};

/** @throws CommandError where a meeting is cancelled, of which nobody is asked for anything any more. */
export function checkOngoing({ id, cancelled }: Pick<Meeting, 'id' | 'cancelled'>): void {
  if (cancelled)
    throw new CommandError([`${id} is cancelled, since ${cancelled.at}: nobody can come to it.`]);
}

/** @throws CommandError always */
export function noMeeting(id: string): never {
  throw new CommandError([`There is no meeting ${id}.`]);
}
