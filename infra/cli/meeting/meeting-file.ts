import { readFile } from 'node:fs/promises';
import {
  type Meeting,
  meetingDefinition,
} from '../../../functions/domain/meeting/meeting-definition.ts';
import { rosterProblems } from '../../../functions/domain/meeting/roster-check.ts';
import { textOverrideProblems } from '../../../functions/language/text-overrides-check.ts';
import { CommandError } from '../command-error.ts';
import { parseJson } from '../json-text.ts';
import { resolveDays } from './relative-days.ts';

/**
 * The codes with which domain/shared/text.ts and domain/shared/email-field.ts refuse a text, for the author of the
 * file.
 */
const CODES: Readonly<Record<string, string>> = {
  required: 'is missing or empty',
  type: 'is not a text',
  'too-long': 'is too long',
  characters: 'has characters that a text must not have (line breaks, control characters)',
  'not-a-name': 'is not a name of a person',
  email: 'is not an e-mail address',
};

/**
 * Reads a meeting from a JSON file. Its days may be relative, e.g. `today+60d`: see relative-days.ts.
 *
 * @param dates whether days must be dates. Otherwise a real meeting would move, and people would be notified, when its
 * file is applied on another day.
 * @throws CommandError with one line for each error, with its place in the file.
 */
export async function readMeetingFile(
  path: string,
  now: Date,
  { dates = false }: { readonly dates?: boolean } = {},
): Promise<Meeting> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new CommandError([`${path}: cannot be read (${codeOf(error)})`]);
  }
  const json = await parseJson(text.replace(/^\ufeff/, ''));
  if ('problems' in json)
    throw new CommandError(
      json.problems.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`),
    );
  const { value, found } = resolveDays(json.value, now);
  if (dates && found.length > 0)
    throw new CommandError(
      found.map(
        ({ path: place, text: relative, day }) =>
          `${place}: write a date, such as ${day}: "${relative}" is for trying out, and would move the meeting and tell everybody when the file is applied on another day`,
      ),
    );
  const result = meetingDefinition.safeParse(value, { reportInput: true });
  if (!result.success)
    throw new CommandError(
      result.error.issues.map((issue) => {
        const place = placeOf(issue.path);
        const message = issue.input === undefined ? 'is missing' : issue.message;
        return `${place === '' ? path : place}: ${CODES[message] ?? message}`;
      }),
    );
  const problems = [...rosterProblems(result.data), ...textOverrideProblems(result.data.texts)];
  if (problems.length > 0)
    throw new CommandError(problems.map(({ path: place, message }) => `${place}: ${message}`));
  return result.data;
}

/** `organisers[0].email` */
function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((place, step) => {
    if (typeof step === 'number') return `${place}[${step}]`;
    return place === '' ? String(step) : `${place}.${String(step)}`;
  }, '');
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
