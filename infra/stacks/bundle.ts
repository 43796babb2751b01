import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync } from 'esbuild';

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
 * Bundles a module, and the SDK with it, into a folder, as `index.js` and a file for each part that it imports
 * only when it is first needed: a start reads half as much, as the SDK imports most of its ways to find
 * credentials like this.
 *
 * @param entry path of the file
 */
export function build(entry: string, folder: string): void {
  buildSync({
    ...OUTPUT,
    entryPoints: [entry],
    entryNames: 'index',
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    mainFields: ['module', 'main'],
    tsconfig: `${ROOT}tsconfig.json`,
  });
  // esbuild takes nothing but ES modules apart, and CommonJS starts faster.
  buildSync({
    ...OUTPUT,
    entryPoints: [`${folder}/*.js`],
    outdir: folder,
    allowOverwrite: true,
    format: 'cjs',
    supported: { 'dynamic-import': false },
  });
}
