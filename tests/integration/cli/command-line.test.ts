import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { commands } from '../command.ts';

const { meeting, outbox, doctor, remove } = commands();
afterAll(remove);

describe('a wrong command line is refused in one line that names the mistake, with exit code 2', () => {
  it.each([
    ['a command that there is not', ['frobnicate', 'bangkok-2014'], "unknown command 'frobnicate'"],
    ['the name of a property of objects', ['constructor', 'x'], "unknown command 'constructor'"],
    ['a command with a typing error', ['aply', 'x.json'], '(Did you mean apply?)'],
    ['an argument that is missing', ['apply'], "missing required argument 'file'"],
    ['an argument too many', ['list', 'more'], 'too many arguments'],
    ['an option that there is not', ['list', '--frob'], "unknown option '--frob'"],
    ['an option of another command', ['show', 'm', '--reason', 'x'], "unknown option '--reason'"],
    ['a stage without a name', ['list', '--stage'], "option '--stage <stage>' argument missing"],
  ])('npm run meeting: %s', async (_, args, mistake) => {
    const { code, out, err } = await meeting(...args);
    expect([code, out, err.length]).toEqual([2, [], 1]);
    expect(err[0]).toContain(mistake);
    expect(err[0]).toContain('See "npm run meeting -- --help".');
  });

  it.each([
    ['a command that there is not', ['dead-leters'], '(Did you mean dead-letters?)'],
    ['neither a message nor an error', ['requeue'], 'Give the id of one message'],
    ['a message and an error', ['requeue', 'a', '--error', 'b'], 'Give the id of one message'],
    ['an argument too many', ['drive-again', 'a', 'b'], 'too many arguments'],
    ['an option of another command', ['failed', '--error', 'a'], "unknown option '--error'"],
  ])('npm run outbox: %s', async (_, args, mistake) => {
    const { code, out, err } = await outbox(...args);
    expect([code, out, err.length]).toEqual([2, [], 1]);
    expect(err[0]).toContain(mistake);
  });
});

describe('npm run doctor', () => {
  it('exits with 3 after a wrong command line, as 1 and 2 say how the stage is', async () => {
    for (const args of [['--stag', 'test'], ['test'], ['--stage']]) {
      const { code, out, err } = await doctor(...args);
      expect([code, out, err.length]).toEqual([3, [], 1]);
    }
  });
});

describe('--help', () => {
  it.each([
    ['meeting', meeting, ['--help'], /^Usage: npm run meeting -- /],
    ['a command', meeting, ['make-code', '--help'], /^Usage: npm run meeting -- make-code /],
    ['a command', meeting, ['help', 'invite'], /^Usage: npm run meeting -- invite /],
    ['outbox', outbox, ['--help'], /^Usage: npm run outbox -- /],
    ['doctor', doctor, ['--help'], /^Usage: npm run doctor -- /],
  ])('explains %s and exits with 0', async (_, run, args, usage) => {
    const { code, out, err } = await run(...args);
    expect([code, err]).toEqual([0, []]);
    expect(out[0]).toMatch(usage);
    expect(out.join('\n')).toContain('--stage <stage>');
  });

  it('is also shown without a command, which is a mistake', async () => {
    for (const [run, usage] of [
      [meeting, /^Usage: npm run meeting -- /],
      [outbox, /^Usage: npm run outbox -- /],
    ] as const) {
      const { code, out, err } = await run();
      expect([code, out]).toEqual([2, []]);
      expect(err[0]).toMatch(usage);
    }
  });
});

describe('--stage', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('may stand before or after the command', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:9');
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, 'test');
    vi.stubEnv('AWS_REGION', 'us-east-1');
    for (const args of [
      ['list', '--stage', 'nowhere'],
      ['--stage', 'nowhere', 'list'],
    ]) {
      const { code, err } = await meeting(...args);
      expect([code, err.length]).toEqual([1, 1]);
      // It has asked AWS, where nobody answers here, and not the local service.
      expect(err[0]).toContain('ECONNREFUSED');
    }
  });
});
