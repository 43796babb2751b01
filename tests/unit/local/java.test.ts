import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findRunner, javaVersion } from '../../../infra/local/dynamodb/java.ts';

describe('javaVersion', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['java version "1.8.0_402"', 8],
    ['openjdk version "26-ea" 2026-03-17', 26],
    ['The operation couldn’t be completed. Unable to locate a Java Runtime.', undefined],
    ['', undefined],
  ])('reads %s', (printed, version) => {
    expect(javaVersion(printed)).toBe(version);
  });
});

describe('findRunner', () => {
  const folders: string[] = [];
  afterEach(() => {
    vi.unstubAllEnvs();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  /** Makes these the only commands there are: each prints a line, and leaves a file that says it was asked. */
  function commands(printed: Readonly<Record<string, string>>) {
    const folder = mkdtempSync(join(tmpdir(), 'plenary-runner-'));
    folders.push(folder);
    for (const [name, line] of Object.entries(printed))
      writeFileSync(join(folder, name), `#!/bin/sh\n: > "$0.asked"\necho '${line}'\n`, {
        mode: 0o755,
      });
    vi.stubEnv('PATH', folder);
    return (name: string) => existsSync(join(folder, `${name}.asked`));
  }

  it('does not ask for Docker where there is Java', async () => {
    const asked = commands({ java: 'openjdk version "17.0.15"', docker: '28.0.1' });
    expect(await findRunner()).toBe('java');
    expect([asked('java'), asked('docker')]).toEqual([true, false]);
  });

  it.each([{}, { java: 'openjdk version "11.0.2"' }])('takes Docker beside %j', async (java) => {
    const asked = commands({ ...java, docker: '28.0.1' });
    expect(await findRunner()).toBe('docker');
    expect(asked('docker')).toBe(true);
  });

  it('says what it has found where neither will do', async () => {
    commands({});
    await expect(findRunner()).rejects.toThrow('found neither');
    commands({ java: 'openjdk version "11.0.2"' });
    await expect(findRunner()).rejects.toThrow('found Java 11');
  });
});
