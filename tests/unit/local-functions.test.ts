import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type LocalFunction, localFunction } from '../../infra/local/lambda/functions.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of cleanUp.splice(0).toReversed()) await one();
});

/** A function whose bundle is `source`, as CommonJS. What it prints is added to `printed`. */
function functionOf(source: string, { timeout = 5 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-function-'));
  cleanUp.push(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, 'index.js'), source);
  const printed: string[] = [];
  const fn: LocalFunction = localFunction(
    {
      name: 'test',
      entry: join(folder, 'index'),
      handler: 'handler',
      environment: { OWN: 'own' },
      timeout,
      memory: 128,
    },
    { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1' },
    (chunk) => printed.push(chunk),
  );
  cleanUp.push(() => fn.stop());
  return { fn, printed };
}

describe('localFunction', () => {
  it('calls the handler with the event and the context of Lambda', async () => {
    const { fn } = functionOf(`exports.handler = async (event, context) => ({
      event,
      name: context.functionName,
      hasTime: context.getRemainingTimeInMillis() > 0,
    });`);
    expect(await fn.invoke({ a: [1, null] })).toEqual({
      event: { a: [1, null] },
      name: 'test',
      hasTime: true,
    });
  });

  it('gives it the environment of the template and of Lambda, and nothing of this process', async () => {
    process.env.PLENARY_TEST_SECRET = 'secret';
    cleanUp.push(() => {
      delete process.env.PLENARY_TEST_SECRET;
    });
    const { fn } = functionOf('exports.handler = async () => process.env;');
    const environment = await fn.invoke({});
    expect(environment).toMatchObject({
      OWN: 'own',
      AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1',
      AWS_LAMBDA_FUNCTION_NAME: 'test',
    });
    expect(environment).not.toHaveProperty('PLENARY_TEST_SECRET');
    expect(environment).not.toHaveProperty('PATH');
  });

  it('keeps an environment for the next call, and starts another for a call at the same moment', async () => {
    const { fn } = functionOf(`let calls = 0;
      exports.handler = async (ms) => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        return ++calls;
      };`);
    expect(await fn.invoke(0)).toBe(1);
    expect(await fn.invoke(0)).toBe(2);
    expect((await Promise.all([fn.invoke(50), fn.invoke(50)])).toSorted()).toEqual([1, 3]);
  });

  it('answers many calls at the same moment, all of them', async () => {
    const { fn } = functionOf('exports.handler = async (number) => number * 2;');
    const numbers = Array.from({ length: 25 }, (_, index) => index);
    expect(await Promise.all(numbers.map(fn.invoke))).toEqual(numbers.map((one) => one * 2));
  });

  it('passes on what the handler throws, and goes on', async () => {
    const { fn } = functionOf(`exports.handler = async (event) => {
      if (event === 'bad') throw new TypeError('not this');
      return 'fine';
    };`);
    await expect(fn.invoke('bad')).rejects.toMatchObject({
      name: 'TypeError',
      message: 'not this',
    });
    expect(await fn.invoke('good')).toBe('fine');
  });

  it('ends a call at the time limit of the template, and starts anew', async () => {
    const { fn } = functionOf(
      `exports.handler = (event) => event === 'hang' ? new Promise(() => setInterval(() => {}, 1000)) : 'fine';`,
      { timeout: 1 },
    );
    await expect(fn.invoke('hang')).rejects.toThrow('timed out after 1 second');
    expect(await fn.invoke('')).toBe('fine');
  });

  it('survives a function that ends its process, or that throws where nobody waits', async () => {
    const { fn } = functionOf(`exports.handler = async (event) => {
      if (event === 'exit') process.exit(3);
      if (event === 'throw') setTimeout(() => { throw new Error('nobody waits'); });
      if (event === 'fine') return 'fine';
      return new Promise(() => {});
    };`);
    await expect(fn.invoke('exit')).rejects.toThrow('3');
    await expect(fn.invoke('throw')).rejects.toThrow('nobody waits');
    expect(await fn.invoke('fine')).toBe('fine');
  });

  it('says when a bundle cannot be loaded, at each call', async () => {
    const { fn } = functionOf(`throw new Error('no environment');`);
    await expect(fn.warm()).rejects.toThrow('no environment');
    await expect(fn.invoke({})).rejects.toThrow('no environment');
    const { fn: other } = functionOf('exports.other = 1;');
    await expect(other.warm()).rejects.toThrow('handler');
  });

  it('hands over what the function prints', async () => {
    const { fn, printed } = functionOf(
      `exports.handler = async () => new Promise((resolve) => process.stdout.write('hello\\n', () => setTimeout(resolve, 20)));`,
    );
    await fn.invoke({});
    expect(printed.join('')).toContain('hello');
  });

  it('takes no call after it was stopped', async () => {
    const { fn } = functionOf('exports.handler = async () => 1;');
    await fn.invoke({});
    await fn.stop();
    await expect(fn.invoke({})).rejects.toThrow('stopped');
  });
});
