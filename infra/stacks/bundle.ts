import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The bundle of a function, whose `index.js` exports the handler. What the CDK itself has for it starts esbuild by way of npx, which
 * takes longer than esbuild does, for every function and each time.
 *
 * @param entry path of the file that exports the handler, from the root of the repository
 */
export function bundle(entry: string): Code {
  return Code.fromAsset(ROOT, {
    // Of what comes out, as what goes in is all that an entry imports.
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // By it the CDK tells one bundle from another.
      command: [entry],
      // It must be named, and is never used.
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

/** What a function runs on, and how much of it is shipped. */
const OUTPUT = {
  platform: 'node',
  target: 'node24',
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** Bundles a module, and all that it imports, into one file of a folder, as the CDK does: to compare with. */
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
 * Bundles a module, and the SDK with it, into a folder: `index.js` has all that a start needs, as every file that is
 * opened costs some of it; what is imported only when it is first needed is in files of its own, as the SDK
 * imports most of its ways to find credentials.
 *
 * @param entry path of the file
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
  // esbuild takes nothing but ES modules apart, and CommonJS starts faster.
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
  // Files that come later find there what the start has made already, and make nothing twice.
  for (const [at, file] of parts.entries()) {
    rmSync(`${folder}/${file}.map`);
    writeFileSync(`${folder}/${file}`, `module.exports=require('./${INDEX}').part${at};\n`);
  }
}

const INDEX = 'index.js';

/** The files that are read before a handler can be called, by the imports that wait for nothing. */
function neededAtStart({ outputs }: Metafile): ReadonlySet<string> {
  const needed = new Set([INDEX]);
  for (const file of needed)
    for (const { path, kind } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && path in outputs) needed.add(path);
  return needed;
}
