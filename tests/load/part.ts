import { existsSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from '../../infra/stacks/bundle.ts';
import type { Row } from './row.ts';

/** What every part of a run gets. */
export type Run = {
  /** Where the DynamoDB Local of the run listens. */
  readonly dynamo: string;
  /** A temporary folder, which the run deletes at its end. */
  readonly folder: string;
};

/** A part of the run. It yields each row as soon as it is measured. */
export type Part = (run: Run) => AsyncGenerator<Row>;

/**
 * Bundles a module of this folder as a Lambda is bundled, and imports it. Node.js cannot read the pages, which are
 * JSX, without a bundle. Parts that ask for the same module share one bundle.
 *
 * @param name the file name of the module
 */
export async function importBundled<T>({ folder }: Run, name: string): Promise<T> {
  const target = join(folder, parse(name).name);
  if (!existsSync(target)) build(resolve(import.meta.dirname, name), target);
  return (await import(pathToFileURL(join(target, 'index.js')).href)).default as T;
}

/** Seconds since a moment of `performance.now()`. */
export const secondsSince = (started: number) => (performance.now() - started) / 1000;
