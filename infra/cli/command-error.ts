/** A command cannot be done. The user sees the lines and no stack. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** The arguments or options of a command are wrong in a way that `commander` cannot check. */
export class UsageError extends CommandError {
  override readonly name = 'UsageError';
}
