import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { build } from '../../infra/stacks/bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'plenary-bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FILES = {
  'shared.ts': 'export const made = { count: 0 };\nexport const big = "of both";',
  'later.ts':
    'import { big, made } from "./shared.ts";\nexport const seen = () => [made.count, big];',
  'other.ts': 'import { seen } from "./later.ts";\nexport const told = () => seen();',
  'entry.ts': `
    import { big, made } from "./shared.ts";
    made.count += 1;
    export const handler = async () => [
      big,
      (await import("./later.ts")).seen(),
      (await import("./other.ts")).told(),
    ];`,
};

describe('a bundle', () => {
  it('reads one file at its start, and what comes later finds what that has made', async () => {
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    const out = join(folder, 'out');
    build(join(folder, 'entry.ts'), out);
    const require = createRequire(import.meta.url);
    const { handler } = require(join(out, 'index.js'));
    const read = () =>
      Object.keys(require.cache)
        .filter((file) => file.startsWith(out))
        .map((file) => file.slice(out.length + 1));
    expect(read()).toEqual(['index.js']);
    expect(await handler()).toEqual(['of both', [1, 'of both'], [1, 'of both']]);
    expect(read().length).toBeGreaterThan(1);
    // Every file that is shipped, but for the stand-ins of what is in the first, has a map for stack traces.
    expect(readdirSync(out)).toContain('index.js.map');
  });
});
