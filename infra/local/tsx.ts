import { registerHooks } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = dirname(fileURLToPath(import.meta.resolve('../../package.json')));

/**
 * Lets this process import `.tsx` files. Node.js removes types but does not know JSX. The settings are those of
 * tsconfig.json.
 */
export async function allowTsx(): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['functions/**/*.tsx'],
    outbase: ROOT,
    outdir: ROOT,
    write: false,
    format: 'esm',
    target: 'node24',
    sourcemap: 'inline',
  });
  const sources = new Map(
    outputFiles.map(({ path, text }) => [
      pathToFileURL(resolve(path.replace(/\.js$/, '.tsx'))).href,
      text,
    ]),
  );
  registerHooks({
    load: (url, context, nextLoad) => {
      const source = sources.get(url);
      if (source === undefined) return nextLoad(url, context);
      return { format: 'module', source, shortCircuit: true };
    },
  });
}
