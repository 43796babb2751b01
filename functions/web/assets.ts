import { createHash } from 'node:crypto';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { WORK_SCRIPT } from './work-script.ts';

/** A file that pages link to. Its name contains a hash of its content, so that caches may keep it for ever. */
export type Asset = { readonly path: string; readonly type: string; readonly content: string };

function asset(name: string, extension: string, type: string, content: string): Asset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { path: `/assets/${name}-${hash}.${extension}`, type, content };
}

/** The logo of Plenary: seats in a half circle before a rostrum. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#17375e"/><g fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"><path d="M5.5 22a10.5 10.5 0 0 1 21 0" stroke-dasharray="4.2 4"/><path d="M11 22a5 5 0 0 1 10 0" stroke-dasharray="3.2 3.2"/></g><circle cx="16" cy="23" r="2" fill="#fff"/></svg>`;

export const ASSETS = {
  style: asset('plenary', 'css', 'text/css; charset=utf-8', STYLE),
  script: asset('plenary', 'js', 'text/javascript; charset=utf-8', SCRIPT),
  work: asset('work', 'js', 'text/javascript; charset=utf-8', WORK_SCRIPT),
  icon: asset('plenary', 'svg', 'image/svg+xml', ICON),
} as const;

/** The asset at a path. */
export function assetAt(path: string): Asset | undefined {
  return Object.values(ASSETS).find((candidate) => candidate.path === path);
}
