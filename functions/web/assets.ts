import { createHash } from 'node:crypto';
import { ICON } from './icon.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { WORK_SCRIPT } from './work-script.ts';

/** A file that pages link to. Its name carries a hash of its content, so that it may be kept for ever. */
export type Asset = { readonly path: string; readonly type: string; readonly content: string };

function asset(name: string, extension: string, type: string, content: string): Asset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { path: `/assets/${name}-${hash}.${extension}`, type, content };
}

export const ASSETS = {
  style: asset('plenary', 'css', 'text/css; charset=utf-8', STYLE),
  script: asset('plenary', 'js', 'text/javascript; charset=utf-8', SCRIPT),
  work: asset('work', 'js', 'text/javascript; charset=utf-8', WORK_SCRIPT),
  icon: asset('plenary', 'svg', 'image/svg+xml', ICON),
} as const;

/** The asset at a path, if there is one. */
export function assetAt(path: string): Asset | undefined {
  return Object.values(ASSETS).find((candidate) => candidate.path === path);
}
