/** A command cannot be done. The user reads the lines and no stack. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** A command was given wrong arguments or options: what `commander` cannot check by itself. */
export class UsageError extends CommandError {
  override readonly name = 'UsageError';
}
