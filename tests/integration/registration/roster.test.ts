import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Meeting,
  meetingDefinition,
} from '../../../functions/domain/meeting/meeting-definition.ts';
import { sendDueLists } from '../../../functions/scheduler/send-due-lists.ts';
import { requestList } from '../../../functions/scheduler/send-list.ts';
import { applyMeeting } from '../../../functions/store/meeting/apply-meeting.ts';
import { readAttachments } from '../../../functions/store/outbox/attachment.ts';
import type { Store, Vault } from '../../../functions/store/platform/client.ts';
import { loadRoster } from '../../../functions/store/registration/roster.ts';
import { applyMeetingFile } from '../../../infra/cli/meeting/apply.ts';
import { readMeetingFile } from '../../../infra/cli/meeting/meeting-file.ts';
import { totalsOfCategories } from '../../support/list.ts';
import { freshTables } from '../dynamo.ts';
import { notices, truth } from '../service.ts';

const NOW = new Date('2026-01-12T03:00:00Z');
const BANGKOK = 'functions/domain/meeting/meetings/bangkok-2014.json';

let store: Store & Vault;
let bangkok: Meeting;

beforeEach(async () => {
  store = await freshTables();
  bangkok = await readMeetingFile(BANGKOK, NOW);
});

async function load(meeting: Meeting) {
  const { stored } = await applyMeeting(store, meeting, NOW);
  return loadRoster(store, stored, meeting.roster ?? [], NOW);
}

const without = (index: number): Meeting =>
  meetingDefinition.parse({ ...bangkok, roster: bangkok.roster?.toSpliced(index, 1) });

describe('a roster', () => {
  it('gives everybody on it a registration and a seat, and sends nobody a message', async () => {
    expect(await load(bangkok)).toEqual({ added: 15, removed: 0, unchanged: 0 });
    const { confirmed, taken, notices: written } = await truth(store, 'bangkok-2014');
    expect(confirmed).toHaveLength(15);
    expect(taken('meeting')).toBe(15);
    expect(taken('category:party')).toBe(9);
    expect(taken('category:observer-state')).toBe(2);
    expect(written).toEqual([]);
    await sendDueLists(store, NOW);
    expect(await notices(store)).toEqual([]);
  });

  it('changes nothing when it is loaded again', async () => {
    await load(bangkok);
    const { taken: _, ...before } = await truth(store, 'bangkok-2014');
    expect(await load(bangkok)).toEqual({ added: 0, removed: 0, unchanged: 15 });
    const { taken, ...after } = await truth(store, 'bangkok-2014');
    expect(after).toEqual(before);
    expect(taken('meeting')).toBe(15);
  });

  it('gives the same people the same references in another table', async () => {
    const references = async () =>
      (await truth(store, 'bangkok-2014')).confirmed.map(({ reference }) => reference);
    await load(bangkok);
    const first = await references();
    store = await freshTables();
    await load(bangkok);
    expect(await references()).toEqual(first);
    for (const reference of first) expect(reference).toMatch(/^BKK14-[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('takes out who is no longer on it, and gives the seat back', async () => {
    await load(bangkok);
    expect(await load(without(0))).toEqual({ added: 0, removed: 1, unchanged: 14 });
    const { confirmed, taken } = await truth(store, 'bangkok-2014');
    expect(confirmed.map(({ state }) => state)).not.toContain('BD');
    expect([taken('meeting'), taken('category:party')]).toEqual([14, 8]);
    const { roster: _, ...none } = bangkok;
    expect(await load(none)).toEqual({ added: 0, removed: 14, unchanged: 0 });
    expect((await truth(store, 'bangkok-2014')).taken('meeting')).toBe(0);
  });

  it('counts two people of whom it says the same as two', async () => {
    const [first] = bangkok.roster ?? [];
    const twice = { ...bangkok, roster: first ? [first, first] : [] };
    expect(await load(twice)).toMatchObject({ added: 2 });
    expect(await load(twice)).toMatchObject({ added: 0, unchanged: 2 });
  });

  it('can be loaded twice at once', async () => {
    const { stored } = await applyMeeting(store, bangkok, NOW);
    const people = bangkok.roster ?? [];
    await Promise.all([
      loadRoster(store, stored, people, NOW),
      loadRoster(store, stored, people, NOW),
    ]);
    const { confirmed, taken } = await truth(store, 'bangkok-2014');
    expect([confirmed.length, taken('meeting')]).toEqual([15, 15]);
  });

  it('does not pass a ceiling', async () => {
    await expect(load({ ...bangkok, ceiling: 10 })).rejects.toThrow('No seat is left');
    const { confirmed, taken } = await truth(store, 'bangkok-2014');
    expect([confirmed.length, taken('meeting')]).toEqual([10, 10]);
  });
});

describe('the Bangkok meeting of 2014', () => {
  it('has the list of participants that public sources give', async () => {
    await applyMeetingFile(store, BANGKOK, NOW);
    await requestList(store, 'bangkok-2014', NOW);
    const [notice, ...others] = await notices(store);
    if (notice === undefined) return expect.fail('no notice');
    expect(others).toEqual([]);
    expect(notice.document?.message.content).toMatchObject({
      totals: totalsOfCategories({
        party: [9, 9],
        'observer-state': [2, 2],
        guest: [1, 0],
        host: [2, 2],
        secretariat: [1, 1],
      }),
    });
    const [file] = await readAttachments(store, notice);
    const csv = Buffer.from(file?.content ?? []).toString('utf8');
    expect(csv).toBe(await readFile('tests/golden/bangkok-2014.csv', 'utf8'));
  });
});
