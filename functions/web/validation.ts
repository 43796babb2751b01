import type * as z from 'zod';
import type { Language } from '../domain/shared/languages.ts';
import { translateKey } from '../language/index.ts';
import { keyIn } from '../language/text-keys.ts';
import { ERROR_TEXTS, FIELD_ERROR_TEXTS, FIELD_TEXTS } from './error-texts.ts';
import type { FieldError } from './problem.tsx';

/** The largest number of errors in a response. More do not help the reader. */
export const MOST_ERRORS = 50;

/** The errors of a schema, at most one for each field, in the reader's language. */
export function fieldErrors(language: Language, error: z.ZodError): FieldError[] {
  const all = error.issues.slice(0, MOST_ERRORS).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys
        .slice(0, MOST_ERRORS)
        .map((key) => fieldError(language, [...issue.path, key], 'unknown-field'));
    const code = keyIn(ERROR_TEXTS, issue.message) ? issue.message : 'type';
    const max = issue.code === 'too_big' ? Number(issue.maximum) : undefined;
    return [fieldError(language, issue.path, code, max)];
  });
  // Only the first error of a field is returned: its correction may correct the others.
  const first = new Map<string, FieldError>();
  for (const one of all) if (!first.has(one.pointer)) first.set(one.pointer, one);
  return [...first.values()].slice(0, MOST_ERRORS);
}

/** One error of one field. Some fields have their own text for a code. */
export function fieldError(
  language: Language,
  path: readonly PropertyKey[],
  code: string,
  max = 0,
): FieldError {
  const pointer = pointerTo(path);
  const field = String(path[0] ?? '');
  const key =
    keyIn(FIELD_ERROR_TEXTS[code] ?? {}, field) ?? keyIn(ERROR_TEXTS, code) ?? 'error.type';
  const name = keyIn(FIELD_TEXTS, field);
  const label = name === undefined ? field : translateKey(language, name, {});
  return { pointer, code, detail: translateKey(language, key, { label, max }) };
}

/** A path as a JSON pointer. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${escapePointer(String(step))}`).join('');
}

/** A step of a JSON pointer (RFC 6901 §3). */
function escapePointer(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
