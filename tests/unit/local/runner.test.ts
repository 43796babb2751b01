import { describe, expect, it, vi } from 'vitest';
import { createRunner } from '../../../infra/local/runner.ts';
import { TIMEOUT_S } from '../../../infra/triggers.ts';

function runner() {
  const failures: unknown[][] = [];
  return { failures, ...createRunner({ failure: (...one) => failures.push(one) }, [0, 0]) };
}

describe('run', () => {
  it('gives a handler the time that its function has on Lambda', async () => {
    const { run } = runner();
    const left = await run('sweeper', async (context) => context.getRemainingTimeInMillis());
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(TIMEOUT_S.sweeper * 1000);
  });

  it('shows a failure with the name of the function, and passes it on', async () => {
    const { run, failures } = runner();
    const error = new TypeError('no');
    await expect(run('notifier', () => Promise.reject(error))).rejects.toBe(error);
    expect(failures).toEqual([['notifier', error]]);
  });
});

describe('notify', () => {
  it('tries a handler that fails twice more, and never rejects', async () => {
    const { notify, failures } = runner();
    const call = vi.fn(() => Promise.reject(new Error('no')));
    await notify('feedback', call);
    expect(call).toHaveBeenCalledTimes(3);
    expect(failures).toHaveLength(3);
  });

  it('does not repeat what was done', async () => {
    const { notify } = runner();
    const call = vi.fn(async () => {});
    await notify('feedback', call);
    expect(call).toHaveBeenCalledTimes(1);
  });
});

describe('stop', () => {
  it('waits for handlers that run, but not for ever, and starts no more', async () => {
    const { run, notify, stop } = runner();
    let finish = () => {};
    const work = run('notifier', () => new Promise<void>((resolve) => (finish = resolve)));
    const stopping = stop(60_000);
    finish();
    await Promise.all([work, stopping]);
    void run('notifier', () => new Promise(() => {}));
    await stop(1);
    const call = vi.fn(async () => {});
    await notify('sweeper', call);
    expect(call).not.toHaveBeenCalled();
  });
});
