import type { Command } from 'commander';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import { unwritten } from '../../../functions/domain/meeting/missing-translations.ts';
import { UN_LANGUAGES } from '../../../functions/domain/shared/languages.ts';
import { en } from '../../../functions/language/catalogues/en.ts';
import { catalogueOf } from '../../../functions/language/index.ts';
import { placeholdersOf } from '../../../functions/language/placeholders.ts';
import { OVERRIDABLE_TEXTS } from '../../../functions/language/text-overrides.ts';
import { isOverridable } from '../../../functions/language/text-overrides-check.ts';
import { CommandError } from '../command-error.ts';
import { prints } from '../command-line.ts';

/** Adds the command that lists the texts that a meeting may replace with its own. */
export function addTextsCommand(program: Command): void {
  program
    .command('texts')
    .description('show the texts that a meeting file may replace under "texts"')
    .argument('[key]', 'one of them, in every language')
    .action(
      prints(async (_, key: string | undefined) =>
        key === undefined ? everyText() : oneText(key),
      ),
    );
}

function everyText(): readonly string[] {
  return OVERRIDABLE_TEXTS.flatMap((key) => [`${key}${placeholders(key)}`, `  ${en[key]}`]);
}

async function oneText(key: string): Promise<readonly string[]> {
  if (!isOverridable(key))
    throw new CommandError([
      `${key}: is not a text that a meeting may word itself: see "npm run meeting -- texts"`,
    ]);
  const wordings = await Promise.all(
    UN_LANGUAGES.map(async (one) => `  ${one}: ${(await catalogueOf(one))[key]}`),
  );
  return [`${key}${placeholders(key)}`, ...wordings];
}

function placeholders(key: (typeof OVERRIDABLE_TEXTS)[number]): string {
  const names = [...placeholdersOf(en[key], 'en').keys()];
  return names.length === 0 ? '' : ` (${names.map((name) => `{${name}}`).join(', ')})`;
}

/**
 * Lists the texts of a meeting that readers of other languages see in English. Texts that lack the same languages share
 * a line.
 */
export function unwrittenLines({ roster: _, ...meeting }: Meeting): readonly string[] {
  const lacking = new Map<string, string[]>();
  for (const [language, paths] of unwritten(meeting)) {
    const what = paths.join(', ');
    lacking.set(what, [...(lacking.get(what) ?? []), language]);
  }
  return [...lacking].map(
    ([what, languages]) => `in English for readers of ${languages.join(', ')}: ${what}`,
  );
}
