import { readFile } from 'node:fs/promises';
import { SettingsError } from '../../settings.ts';
import { parseJson } from '../json-text.ts';

/**
 * Reads `context.stages` of a file such as cdk.json, unchecked.
 *
 * @throws SettingsError if the file is not JSON, with one line for each place.
 */
export async function stagesIn(path: string | URL): Promise<unknown> {
  const json = await parseJson(await readFile(path, 'utf8'));
  if ('problems' in json)
    throw new SettingsError(
      json.problems
        .map(({ line, column, message }) => `cdk.json:${line}:${column}: is not JSON: ${message}`)
        .join('\n'),
    );
  const { context } = (json.value ?? {}) as { context?: { stages?: unknown } };
  return context?.stages;
}
