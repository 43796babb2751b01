import { posix } from 'node:path';

/** A source file: its path from the root of the repository, with `/`, and its text. */
export type SourceFile = { readonly path: string; readonly source: string };

/** An import of one file by another, or of a package, that the layout does not allow. */
export type WrongImport = { readonly from: string; readonly to: string; readonly why: string };

/** Who may import whom inside `functions`, besides itself. What is not listed is a Lambda's folder. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  language: ['domain'],
  store: ['domain'],
  mail: ['store', 'language', 'domain'],
  web: ['store', 'language', 'domain'],
};
const LAMBDA_MAY_IMPORT = ['web', 'mail', 'store', 'language', 'domain'];

/** Which features of a layer may use which others of it, besides themselves. A feature that is not listed may use all. */
const FEATURES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  domain: {
    shared: [],
    eligibility: ['shared'],
    meeting: ['shared', 'eligibility'],
    seats: ['shared', 'eligibility', 'meeting'],
    registration: ['shared', 'eligibility', 'meeting', 'seats'],
    delegation: ['shared', 'eligibility', 'meeting', 'seats', 'registration'],
  },
  store: {
    platform: [],
    outbox: ['platform'],
    // A change of a meeting changes its counters, and looks at the people who are registered.
    meeting: ['platform', 'seats', 'registration'],
    seats: ['platform', 'meeting'],
    registration: ['platform', 'meeting', 'seats', 'outbox'],
    delegation: ['platform', 'meeting', 'seats', 'outbox', 'registration'],
    notifications: ['platform', 'meeting', 'seats', 'outbox', 'registration', 'delegation'],
  },
};

/** Names that the stacks and the functions must agree on: all that the stacks may import. */
const NAMES =
  /^functions\/(?:store\/platform\/keys|mail\/ses\/(?:metrics|tag)|notifier\/registry-attributes|\w+\/(?:environment|routes))\.ts$/;
/** What folders of `infra` may use of the functions besides: the commands, and the development server. */
const FOR: Readonly<Record<string, RegExp>> = {
  // Rules, texts, the store; of the scheduler, requests for a list or for reminders, and the states of lists.
  cli: /^functions\/(?:(?:store|domain|language)\/|scheduler\/(?:send-list|request-reminders|recent-lists)\.ts$)/,
  // The handlers that it runs, the application that it serves, and the store for the meetings that it loads.
  local:
    /^functions\/(?:(?:store|domain)\/|(?:feedback|notifier|scheduler)\/handler\.ts$|notifier\/sweep\.ts$|participant\/app\.ts$|web\/context\.ts$)/,
};

/** Which parts of `infra` a part may import, besides itself. */
const INFRA_MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  stacks: ['shared'],
  cli: ['shared'],
  local: ['shared', 'cli'],
};

/** Packages that the domain may use; and of Node.js only what computes. */
const PURE = /^(?:zod|node:(?:crypto|url))$/;

const IMPORT =
  /^\s*(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*(['"])(?<name>[^'"]+)\1|\b(?:import|require)\(\s*(['"])(?<called>[^'"]+)\3/gm;

/** What a file imports, types included, as it is written. */
export function importsOf(source: string): string[] {
  const code = source.replace(/^\s*\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...code.matchAll(IMPORT)].map(({ groups }) => groups?.name ?? groups?.called ?? '');
}

/**
 * Imports of zod that are not `import * as z from 'zod'`. Its `z` is a namespace that bundles keep whole,
 * with every language it speaks: 443 kB instead of 88.
 */
export function wholeZod(source: string): string[] {
  const statements =
    source.match(/^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]zod(?:\/[^'"]*)?['"]/gm) ?? [];
  return statements
    .map((statement) => statement.trim())
    .filter((statement) => !/^import (?:type )?\* as z from 'zod'$/.test(statement));
}

/** Every import among these files that points the wrong way. */
export function wrongImports(files: readonly SourceFile[]): WrongImport[] {
  return files.flatMap(({ path, source }) =>
    importsOf(source).flatMap((name) => {
      const to = name.startsWith('.') ? posix.join(posix.dirname(path), name) : name;
      const why = name.startsWith('.') ? whyNotFile(path, to) : whyNotPackage(path, name);
      return why ? [{ from: path, to, why }] : [];
    }),
  );
}

function whyNotFile(from: string, to: string): string | undefined {
  if (from.startsWith('functions/')) return whyNotFunction(from, to);
  if (!from.startsWith('infra/')) return undefined;
  if (to.startsWith('tests/')) return 'infra never imports tests';
  const [part, target] = [partOfInfra(from), partOfInfra(to)];
  if (to.startsWith('infra/') && part !== target && !INFRA_MAY_IMPORT[part]?.includes(target))
    return `${part} does not import ${target}`;
  if (!to.startsWith('functions/') || NAMES.test(to)) return undefined;
  const allowed = FOR[part];
  if (allowed === undefined) return 'stacks import names only';
  return allowed.test(to) && !to.endsWith('.tsx') ? undefined : `not for ${part}`;
}

/** `infra/cli/meeting.ts` is in `cli`. Files beside the folders are shared, except those that synthesise the stacks. */
function partOfInfra(path: string): string {
  if (/^infra\/(?:app|plenary)\.ts$/.test(path)) return 'stacks';
  const [, part = '', file] = path.split('/');
  return file === undefined ? 'shared' : part;
}

function whyNotFunction(from: string, to: string): string | undefined {
  if (!to.startsWith('functions/')) return 'functions import nothing outside';
  const [layer, target] = [folder(from), folder(to)];
  if (layer === target) return whyNotFeature(layer, feature(from), feature(to));
  const allowed = MAY_IMPORT[layer] ?? LAMBDA_MAY_IMPORT;
  return allowed.includes(target) ? undefined : `${layer} does not import ${target}`;
}

function whyNotFeature(layer: string, from: string, to: string): string | undefined {
  const allowed = FEATURES[layer]?.[from];
  if (from === to || allowed === undefined || allowed.includes(to)) return undefined;
  return `${layer}/${from} does not import ${layer}/${to}`;
}

function whyNotPackage(from: string, name: string): string | undefined {
  if (folder(from) !== 'domain' || !from.startsWith('functions/')) return undefined;
  return PURE.test(name) ? undefined : 'the domain is pure';
}

/** The feature of a file: `functions/store/seats/allocate.ts` is of `seats`. */
function feature(path: string): string {
  return path.split('/')[2] ?? '';
}

/** `functions/store/platform/keys.ts` is in `store`. */
function folder(path: string): string {
  return path.split('/')[1] ?? '';
}
