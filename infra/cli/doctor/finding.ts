/** What the doctor finds about one thing: its state and, unless it is well, how to repair it. */
export type Finding =
  | { readonly level: 'ok'; readonly what: string }
  | { readonly level: 'warn' | 'fail'; readonly what: string; readonly mend: string };

export const ok = (what: string): Finding => ({ level: 'ok', what });
/** It works, or its state is unknown, and somebody should look at it. */
export const warn = (what: string, mend: string): Finding => ({ level: 'warn', what, mend });
/** Participants or organisers lose something. */
export const fail = (what: string, mend: string): Finding => ({ level: 'fail', what, mend });

/** A number of something: `1 message`, `2 messages`. */
export const count = (number: number, what: string) =>
  `${number} ${what}${number === 1 ? '' : 's'}`;

/** A finding as a line. */
export function lineOf(finding: Finding): string {
  const { level, what } = finding;
  return `${level.padEnd(4)}  ${what}${finding.level === 'ok' ? '' : `: ${finding.mend}`}`;
}

/** The worst level as an exit code, as in monitoring plug-ins: 0 well, 1 warning, 2 failure. */
export function exitCodeOf(findings: readonly Finding[]): 0 | 1 | 2 {
  const levels = new Set(findings.map(({ level }) => level));
  return levels.has('fail') ? 2 : levels.has('warn') ? 1 : 0;
}

/**
 * Runs one check. If something cannot be read, that is a warning, and the other checks go on. It names only the error,
 * because messages of AWS quote accounts and addresses.
 *
 * @param what the thing to check, as the beginning of a sentence.
 */
export async function examine(
  what: string,
  look: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await look();
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    const code = error instanceof Error && 'code' in error ? ` ${error.code}` : '';
    return [
      warn(
        `${what} could not be read (${name}${code})`,
        'look at it with credentials that may, and on a network that reaches it',
      ),
    ];
  }
}
