/** How often to look whether the parent is still there, in milliseconds. */
const LOOK_MS = 250;

/**
 * Calls `gone` when the parent process under npm ends. If somebody ends npm, the shell between npm and this process
 * ends too and sends no signal. The service would keep running, with its port and its data.
 */
export function watchParent(environment: NodeJS.ProcessEnv, gone: () => void): void {
  // A process without npm may be meant to outlive its parent.
  if (environment.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, LOOK_MS);
  timer.unref();
}
