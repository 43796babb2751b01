import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedbackEnvironment } from '../../functions/feedback/environment.ts';
import { notifierEnvironment } from '../../functions/notifier/environment.ts';
import { participantEnvironment } from '../../functions/participant/environment.ts';
import { ROUTES } from '../../functions/participant/routes.ts';
import { schedulerEnvironment } from '../../functions/scheduler/environment.ts';
import { BY_DUE, BY_KIND } from '../../functions/store/platform/keys.ts';
import { matches } from '../../infra/local/events/patterns.ts';
import { rateOf } from '../../infra/local/events/rates.ts';
import { reportsOf } from '../../infra/local/events/ses-events.ts';
import { readAssembly } from '../../infra/local/template/assembly.ts';
import type { Assembly } from '../../infra/local/template/definitions.ts';
import { synthesise } from '../../infra/plenary.ts';

const PUBLIC_URL = 'http://localhost:12345';
let folder: string;
let assembly: Assembly;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenary-assembly-'));
  synthesise('local', { outdir: folder, publicUrl: PUBLIC_URL, bundling: false });
  assembly = readAssembly(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The one function whose name says that it is this one. */
function functionCalled(word: string) {
  const [found, ...others] = assembly.functions.filter(({ name }) => name.includes(word));
  if (found === undefined || others.length > 0) throw new Error(`Not one function ${word}`);
  return found;
}
const tableWith = (index: string) =>
  assembly.tables.find(({ properties }) =>
    properties.GlobalSecondaryIndexes?.some(
      (one: { IndexName: string }) => one.IndexName === index,
    ),
  )?.name;

describe('readAssembly, of what is deployed', () => {
  it('finds every function, with an environment that it accepts', () => {
    expect(assembly.functions).toHaveLength(5);
    const participant = participantEnvironment.parse(functionCalled('Participant').environment);
    expect(participant).toMatchObject({
      PUBLIC_URL,
      REGISTRY_TABLE: tableWith(BY_KIND.name),
      OUTBOX_TABLE: tableWith(BY_DUE.name),
    });
    for (const word of ['Notifier', 'Sweeper'])
      notifierEnvironment.parse(functionCalled(word).environment);
    schedulerEnvironment.parse(functionCalled('Scheduling').environment);
    feedbackEnvironment.parse(functionCalled('Feedback').environment);
    for (const { timeout, handler } of assembly.functions) {
      expect(timeout).toBeGreaterThan(3);
      expect(handler).toBe('handler');
    }
  });

  it('finds every route, all of the participant function', () => {
    expect(assembly.routes.map(({ key }) => key).toSorted()).toEqual([...ROUTES].toSorted());
    expect(new Set(assembly.routes.map((route) => route.function))).toEqual(
      new Set([functionCalled('Participant').name]),
    );
  });

  it('finds the stream of the outbox, whose filter lets new messages through and nothing else', () => {
    expect(assembly.streams).toHaveLength(1);
    const [stream] = assembly.streams;
    expect(stream).toMatchObject({
      table: tableWith(BY_DUE.name),
      function: functionCalled('Notifier').name,
      reportsFailures: true,
    });
    expect(stream?.retries).toBeGreaterThan(0);
    const passes = (eventName: string, sk: string) =>
      stream?.filters.some((one) =>
        matches(one, {
          eventName,
          // All that the stream carries.
          dynamodb: { Keys: { sk: { S: sk } } },
        }),
      );
    expect(passes('INSERT', 'MESSAGE')).toBe(true);
    expect(passes('MODIFY', 'MESSAGE')).toBe(false);
    expect(passes('INSERT', 'PART#0000')).toBe(false);
  });

  it('finds the schedules, which the runner can keep', () => {
    const rates = assembly.schedules.map((one) => [one.function, rateOf(one.expression)]);
    expect(new Map(rates as [string, number][])).toEqual(
      new Map([
        [functionCalled('Sweeper').name, 60_000],
        [functionCalled('Scheduling').name, 300_000],
      ]),
    );
  });

  it('finds who is told what SES reports of the mail that the notifier sends', () => {
    const { CONFIGURATION_SET } = notifierEnvironment.parse(functionCalled('Notifier').environment);
    const mail = {
      source: 'plenary@example.org',
      destination: ['bounce@simulator.amazonses.com'],
      configurationSet: CONFIGURATION_SET,
      tags: {},
    };
    const events = reportsOf(mail, 'id', assembly.reports, new Date());
    expect(events).toHaveLength(2);
    for (const event of events)
      expect(
        assembly.rules.filter(({ pattern }) => matches(pattern, event)).map((one) => one.function),
      ).toEqual([functionCalled('Feedback').name]);
  });
});
