import { synthesise } from '../../plenary.ts';
import { SettingsError } from '../../settings.ts';

/**
 * Synthesises the stage `local` with its bundles: the program that synthesis.ts runs.
 *
 * Arguments: the folder of the assembly, and where participants reach the service.
 */
const [outdir, publicUrl] = process.argv.slice(2);
if (outdir === undefined || publicUrl === undefined) throw new Error('Two arguments are needed');
try {
  synthesise('local', { outdir, publicUrl });
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
