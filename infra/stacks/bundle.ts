import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The bundle of a function, as `index.js`. What the CDK itself has for it starts esbuild by way of npx, which
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
          build(entry, `${folder}/index.js`);
          return true;
        },
      },
    },
  });
}

function build(entry: string, outfile: string): void {
  buildSync({
    entryPoints: [`${ROOT}${entry}`],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    // CommonJS with the SDK inside starts faster than ES modules and than the runtime's own SDK.
    format: 'cjs',
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    tsconfig: `${ROOT}tsconfig.json`,
    logLevel: 'warning',
  });
}
