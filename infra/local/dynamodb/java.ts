import { execFile } from 'node:child_process';
import { Refusal } from '../refusal.ts';

/** A program that can run DynamoDB Local. */
export type Runner = 'java' | 'docker';

/** Amazon's jar needs this version of Java. */
const OLDEST_JAVA = 17;

/**
 * Finds a program that can run DynamoDB Local. It asks Docker, which answers slowly, only if there is no suitable Java.
 *
 * @throws Refusal if there is neither Java nor Docker.
 */
export async function findRunner(): Promise<Runner> {
  const java = await output('java', ['-version']);
  const found = java === undefined ? undefined : javaVersion(java);
  if (found !== undefined && found >= OLDEST_JAVA) return 'java';
  const docker = await output('docker', ['version', '--format', '{{.Server.Version}}']);
  if (docker !== undefined) return 'docker';
  throw new Refusal(
    `Plenary needs Java ${OLDEST_JAVA} or later, or Docker, for DynamoDB Local (${found === undefined ? 'found neither' : `found Java ${found}`}): install a Java runtime, e.g. from https://adoptium.net, and start again.`,
  );
}

/** The major version that `java -version` prints: 17 for `"17.0.15"`, 8 for `"1.8.0_402"`. */
export function javaVersion(printed: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(printed) ?? [];
  if (first === undefined) return undefined;
  return first === '1' ? Number(second) : Number(first);
}

/** The output of a command; `undefined` if the command does not exist or fails. */
function output(command: string, parameters: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(command, parameters, { timeout: 10_000 }, (error, stdout, stderr) =>
      resolve(error ? undefined : stdout + stderr),
    );
  });
}
