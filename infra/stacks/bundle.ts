import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Bundles a function into an `index.js` that exports the handler. The CDK's own way starts esbuild with npx for every
 * function each time, which takes longer than esbuild itself.
 *
 * @param entry path of the file that exports the handler, from the root of the repository.
 */
export function bundle(entry: string): Code {
  return Code.fromAsset(ROOT, {
    // The hash of the output, because the input is everything that the entry imports.
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // The CDK distinguishes bundles by it.
      command: [entry],
      // The property is required and never used.
      image: DockerImage.fromRegistry('none'),
      local: {
        tryBundle: (folder) => {
          build(`${ROOT}${entry}`, folder);
          return true;
        },
      },
    },
  });
}

/** The options of esbuild: the runtime, and what the bundle contains. */
const OUTPUT = {
  platform: 'node',
  target: 'node24',
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** Bundles a module with all its imports into one file of a folder, as the CDK does, for comparison. */
export function buildWhole(entry: string, folder: string): void {
  buildSync({
    ...OUTPUT,
    entryPoints: [entry],
    entryNames: 'index',
    outdir: folder,
    bundle: true,
    format: 'cjs',
    mainFields: ['module', 'main'],
    tsconfig: `${ROOT}tsconfig.json`,
  });
}

/**
 * Bundles a module with the SDK into a folder. `index.js` contains everything that a start needs, because each file
 * that is opened costs time. What is imported only later has files of its own; the SDK imports most of its credential
 * providers like that.
 *
 * @param entry path of the file.
 */
export function build(entry: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const { metafile } = buildSync({
    ...OUTPUT,
    entryPoints: [entry],
    entryNames: 'index',
    outdir: folder,
    absWorkingDir: folder,
    bundle: true,
    splitting: true,
    metafile: true,
    format: 'esm',
    mainFields: ['module', 'main'],
    tsconfig: `${ROOT}tsconfig.json`,
  });
  const scripts = Object.keys(metafile.outputs).filter((file) => file.endsWith('.js'));
  const eager = neededAtStart(metafile);
  const later = scripts.filter((file) => !eager.has(file));
  const parts = [...eager].filter((file) => file !== INDEX);
  // esbuild splits only ES modules, and CommonJS starts faster.
  const asCommonJs = {
    ...OUTPUT,
    absWorkingDir: folder,
    allowOverwrite: true,
    format: 'cjs',
    supported: { 'dynamic-import': false },
  } as const satisfies BuildOptions;
  buildSync({
    ...asCommonJs,
    stdin: {
      contents: [
        `export * from './${INDEX}';`,
        ...parts.map((file, at) => `export * as part${at} from './${file}';`),
      ].join('\n'),
      resolveDir: folder,
    },
    bundle: true,
    external: later.map((file) => `./${file}`),
    outfile: `${folder}/${INDEX}`,
  });
  buildSync({ ...asCommonJs, entryPoints: later, outdir: folder });
  // Files that are loaded later use the modules of `index.js`, so nothing exists twice.
  for (const [at, file] of parts.entries()) {
    rmSync(`${folder}/${file}.map`);
    writeFileSync(`${folder}/${file}`, `module.exports=require('./${INDEX}').part${at};\n`);
  }
}

const INDEX = 'index.js';

/** The files that are read before the handler can be called: those of static imports. */
function neededAtStart({ outputs }: Metafile): ReadonlySet<string> {
  const needed = new Set([INDEX]);
  for (const file of needed)
    for (const { path, kind } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && path in outputs) needed.add(path);
  return needed;
}
