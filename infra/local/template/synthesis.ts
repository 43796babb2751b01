import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../refusal.ts';
import { readAssembly } from './assembly.ts';
import type { Assembly } from './definitions.ts';

/**
 * Synthesises the stage `local` and reads what it says. It happens in a process of its own, as
 * the CDK works without a pause and would leave this one with its memory.
 *
 * @param folder of the local service
 * @throws Refusal when the stacks cannot be synthesised
 */
export async function synthesiseLocal(folder: string, publicUrl: string): Promise<Assembly> {
  const outdir = join(folder, 'cdk.out');
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  // As on Lambda, no package.json of ours says what kind of modules the bundles are.
  writeFileSync(join(folder, 'package.json'), '{}\n');
  const program = fileURLToPath(new URL('./synthesise.ts', import.meta.url));
  const child = spawn(process.execPath, [program, outdir, publicUrl], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      // Compiling the CDK takes longer than running it; Node.js looks whether a file has changed.
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      // Tests and deployments validate the templates, which takes seconds.
      CDK_VALIDATION: 'false',
    },
  });
  const end = () => child.kill();
  process.once('exit', end);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  process.off('exit', end);
  if (code !== 0) throw new Refusal(`The stacks cannot be synthesised:\n${said.trim()}`);
  return readAssembly(outdir);
}
