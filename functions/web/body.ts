import type { Context } from 'hono';
import type { ProblemName } from './problem.tsx';

/** The largest accepted body, in bytes: many times the longest possible registration. */
export const LARGEST_BODY = 65_536;

/** The values of a request, by field name. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of a request, or the problem of its body. `form`: true for a form, where every value is text. */
export type Body =
  | { readonly fields: Fields; readonly form: boolean }
  | { readonly problem: ProblemName };

/**
 * Reads a body of JSON, `application/x-www-form-urlencoded` or `multipart/form-data`. Empty form fields are left out.
 * A form field that occurs more than once becomes an array, so that the schema refuses it and no value is lost.
 */
export async function readBody(c: Context): Promise<Body> {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase();
  const kind = KINDS[type ?? ''];
  if (kind === undefined) return { problem: 'unsupported-type' };
  if (Number(c.req.header('Content-Length') ?? 0) > LARGEST_BODY) return { problem: 'too-large' };
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength > LARGEST_BODY) return { problem: 'too-large' };
  try {
    if (kind === 'multipart') return fromEntries(await multipart(c, bytes));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (kind === 'json') return fromJson(JSON.parse(text));
    return fromEntries(new URLSearchParams(wellFormed(text)));
  } catch {
    return { problem: 'unreadable' };
  }
}

const KINDS: Readonly<Record<string, 'json' | 'form' | 'multipart'>> = {
  'application/json': 'json',
  'application/x-www-form-urlencoded': 'form',
  'multipart/form-data': 'multipart',
};

/** Only an object has fields; a list, a number or `null` has none. */
function fromJson(value: unknown): Body {
  return isRecord(value) ? { fields: value, form: false } : { problem: 'unreadable' };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function multipart(c: Context, bytes: ArrayBuffer): Promise<FormData> {
  const headers = { 'Content-Type': c.req.header('Content-Type') ?? '' };
  return new Response(bytes, { headers }).formData();
}

/** Checks the escapes: URLSearchParams would silently replace broken ones. @throws URIError */
function wellFormed(text: string): string {
  decodeURIComponent(text.replaceAll('+', ' '));
  return text;
}

function fromEntries(entries: Iterable<[string, unknown]>): Body {
  const fields = new Map<string, unknown>();
  for (const [name, value] of entries) {
    if (value === '') continue;
    const earlier = fields.get(name);
    fields.set(name, earlier === undefined ? value : [earlier, value].flat());
  }
  return { fields: Object.fromEntries(fields), form: true };
}
