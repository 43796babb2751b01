import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../infra/cli/doctor/finding.ts';
import { outboxFindings } from '../../../infra/cli/doctor/outbox.ts';
import { openMailRig } from '../mailbox.ts';

const MINUTE_MS = 60_000;

describe('the doctor', () => {
  it('tells messages that somebody waits for from those to many, which may take an hour', async () => {
    const rig = await openMailRig();
    try {
      await rig.queue(1);
      await rig.queue(101, { bulk: true }, 10);
      const seen = async () => {
        const found = await outboxFindings(rig.store, new Date(rig.clock.now));
        return found.map(lineOf);
      };
      const well = [
        'ok    No message waits for longer than it should',
        'ok    No message to many waits for more than an hour',
      ];
      expect(await seen()).toEqual(well);
      rig.pass(30 * MINUTE_MS);
      expect(await seen()).toEqual([
        expect.stringMatching(/^fail {2}1 message should have gone out more than ten minutes ago/),
        well[1],
      ]);
      rig.pass(35 * MINUTE_MS);
      expect(await seen()).toEqual([
        expect.stringMatching(/^fail {2}1 message should/),
        expect.stringMatching(/^warn {2}101 messages to many should .*an hour ago: .*ask for more/),
      ]);
    } finally {
      rig.stop();
    }
  });
});
