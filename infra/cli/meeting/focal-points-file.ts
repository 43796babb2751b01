import { readFile } from 'node:fs/promises';
import papaparse from 'papaparse';
import {
  type Invitation,
  invitation,
} from '../../../functions/domain/delegation/delegation-request.ts';
import { CommandError } from '../command-error.ts';
import { parseJson } from '../json-text.ts';

/** The errors of single fields, for the author of the list. */
const CODES: Readonly<Record<string, string>> = {
  required: 'is missing or empty',
  'too-long': 'is too long',
  characters: 'has characters that a text must not have (line breaks, control characters)',
  'not-a-name': 'is not a name of a person',
  email: 'is not an e-mail address',
  choose: 'is not one of the six languages: ar, zh, en, fr, ru, es',
};

/**
 * Reads a list of focal points: a JSON array, or CSV whose first line names the columns. Each has `state`, or
 * `organisation` and `organisationKind`; and `name`, `email`, and `language` if it is not English.
 *
 * @throws CommandError with one line for each error, with its place in the file.
 */
export async function readFocalPoints(path: string): Promise<readonly Invitation[]> {
  let text: string;
  try {
    text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new CommandError([`${path}: cannot be read (${code})`]);
  }
  const rows = text.trimStart().startsWith('[') ? await jsonRows(path, text) : csvRows(path, text);
  const problems: string[] = [];
  const found = rows.flatMap(({ place, row }) => {
    const result = checkFocalPoint(row);
    if ('invitation' in result) return [result.invitation];
    problems.push(...result.problems.map((problem) => `${place}: ${problem}`));
    return [];
  });
  if (problems.length > 0) throw new CommandError(problems);
  if (found.length === 0) throw new CommandError([`${path}: names nobody`]);
  return found;
}

type Row = { readonly place: string; readonly row: unknown };

async function jsonRows(path: string, text: string): Promise<readonly Row[]> {
  const json = await parseJson(text);
  if ('problems' in json)
    throw new CommandError(
      json.problems.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`),
    );
  if (!Array.isArray(json.value)) throw new CommandError([`${path}: is not a list`]);
  return json.value.map((row, index) => ({ place: `[${index}]`, row }));
}

function csvRows(path: string, text: string): readonly Row[] {
  const { data, errors } = papaparse.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    // Spreadsheets write commas or semicolons.
    delimitersToGuess: [',', ';', '\t'],
  });
  const [wrong] = errors.filter(({ type }) => type !== 'Delimiter');
  if (wrong) throw new CommandError([`${path}: row ${(wrong.row ?? 0) + 1}: ${wrong.message}`]);
  return data.map((row, index) => ({ place: `row ${index + 1}`, row }));
}

/** Checks the data of one focal point. Empty values count as missing. */
export function checkFocalPoint(
  row: unknown,
): { readonly invitation: Invitation } | { readonly problems: readonly string[] } {
  if (typeof row !== 'object' || row === null) return { problems: ['is not an object'] };
  const fields = Object.fromEntries(
    Object.entries(row).filter(
      ([, value]) => value !== undefined && (typeof value !== 'string' || value.trim() !== ''),
    ),
  );
  const kind = 'organisation' in fields ? 1 : 0;
  const schema = invitation.options[kind];
  const result = schema.safeParse(fields, { reportInput: true });
  if (result.success) return { invitation: result.data };
  return {
    problems: result.error.issues.map((issue) => {
      const place = issue.path.join('.');
      const message =
        place !== '' && issue.input === undefined && !(place in fields)
          ? 'is missing or empty'
          : (CODES[issue.message] ?? issue.message);
      return place === '' ? message : `${place} ${message}`;
    }),
  };
}
