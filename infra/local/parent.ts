/** How often it is looked whether the parent is still there, in milliseconds. */
const LOOK_MS = 250;

/**
 * Calls `gone` when the process that npm has started this one with ends. Who ends npm ends the shell between
 * them, which passes nothing on: the service would stay, and hold its port and its data.
 */
export function watchParent(environment: NodeJS.ProcessEnv, gone: () => void): void {
  // Started without npm, it may well be meant to outlive its parent.
  if (environment.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, LOOK_MS);
  timer.unref();
}
