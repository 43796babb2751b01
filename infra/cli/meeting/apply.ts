import { isDeepStrictEqual } from 'node:util';
import type { Command } from 'commander';
import type { Meeting } from '../../../functions/domain/meeting/meeting.ts';
import { WAITING_LIST_MS } from '../../../functions/domain/shared/time-budgets.ts';
import {
  type ApplyOutcome,
  applyMeeting,
  MeetingRefused,
} from '../../../functions/store/meeting/apply-meeting.ts';
import { countAudience, isAnnouncing } from '../../../functions/store/notifications/announce.ts';
import type { Store, Vault } from '../../../functions/store/platform/client.ts';
import { rescheduleRetention } from '../../../functions/store/privacy/reschedule-retention.ts';
import { advanceWaitingList } from '../../../functions/store/registration/advance-waiting-list.ts';
import { loadRoster, type RosterOutcome } from '../../../functions/store/registration/roster.ts';
import { CommandError } from '../command-error.ts';
import { prints } from '../command-line.ts';
import { openStore } from '../open-store.ts';
import { readMeetingFile } from './meeting-file.ts';
import { unwrittenLines } from './texts.ts';

/** Adds the command that creates or changes a meeting. A stage accepts only dates: see meeting-file.ts. */
export function addApplyCommand(program: Command): void {
  program
    .command('apply')
    .description('create or change the meeting that a file defines, and load its roster')
    .argument('<file>', 'the meeting as a JSON file')
    .action(
      prints(async ({ stage }, file: string) =>
        applyMeetingFile(await openStore(stage), file, new Date(), { dates: stage !== undefined }),
      ),
    );
}

/**
 * Applies the definition of a meeting in a file, with its roster. If the file is applied again, nothing changes, unless
 * it has relative days and another day has come.
 *
 * @param file path of a meeting file.
 * @param allowed which days it may have: see meeting-file.ts.
 * @returns what changed, as lines for the user.
 * @throws CommandError if the file is wrong, or the state of the meeting does not allow the change. Then nothing is
 * written, with two exceptions: people of a roster who were loaded before the meeting was full, and the definition of a
 * cancelled meeting, which accepts no new people of a roster.
 */
export async function applyMeetingFile(
  store: Store & Vault,
  file: string,
  now: Date,
  allowed: Parameters<typeof readMeetingFile>[2] = {},
): Promise<readonly string[]> {
  const meeting = await readMeetingFile(file, now, allowed);
  try {
    const applied = await applyMeeting(store, meeting, now);
    const moving = { now, deadline: Date.now() + WAITING_LIST_MS };
    // After a ceiling was raised, nobody has to wait for the next run of the scheduler.
    const { offered } = await advanceWaitingList(store, meeting.id, moving);
    const roster = await loadRoster(store, applied.stored, meeting.roster ?? [], now);
    const freed = await advanceWaitingList(store, meeting.id, moving);
    const followed = await rescheduleRetention(store, meeting.id, moving);
    return describe(applied, roster, {
      offered: offered + freed.offered,
      followed,
      toTell: isAnnouncing(applied.stored) ? await countAudience(store, meeting.id) : 0,
    });
  } catch (error) {
    if (error instanceof MeetingRefused)
      throw new CommandError([`${error.path}: ${error.message}`]);
    throw error;
  }
}

function describe(
  { outcome, before, stored }: ApplyOutcome,
  roster: RosterOutcome,
  {
    offered,
    followed,
    toTell,
  }: { readonly offered: number; readonly followed: number; readonly toTell: number },
): string[] {
  const { added, removed, unchanged } = roster;
  const changes = before ? differences(definitionOf(before), definitionOf(stored.meeting)) : [];
  const { cancelled } = stored.meeting;
  const lacking = unwrittenLines(stored.meeting);
  const loaded = `roster: ${added} added, ${removed} removed, ${unchanged} unchanged`;
  return [
    `${stored.meeting.id}: ${outcome}`,
    ...changes,
    ...(added + removed + unchanged > 0 ? [loaded] : []),
    ...(offered > 0 ? [`waiting list: ${offered} offered a seat`] : []),
    ...(followed > 0 ? [`kept apart: ${followed} registrations have other days`] : []),
    ...(cancelled ? [`stays cancelled, since ${cancelled.at}`] : []),
    ...(toTell > 0 ? [toldLine(toTell)] : []),
    // They are printed once, and again only if they have changed.
    ...(isDeepStrictEqual(lacking, before && unwrittenLines(before)) ? [] : lacking),
  ].map((line, index) => (index === 0 ? line : `  ${line}`));
}

/** How many people, focal points included, get a message about a change. The scheduler writes the notices. */
export const toldLine = (count: number) =>
  `${count} ${count === 1 ? 'person' : 'people'} will be told by e-mail, from the next run of the scheduler on`;

/** The parts of a meeting that an organiser has written. */
function definitionOf({ calendarRevision: _, cancelled: __, ...definition }: Meeting) {
  return definition;
}

/** Each place in which two definitions differ, with the former and the new value. */
function differences(before: unknown, after: unknown): string[] {
  const [old, fresh] = [flat(before), flat(after)];
  const places = new Set([...fresh.keys(), ...old.keys()]);
  return [...places].flatMap((place) => {
    const [was, is] = [old.get(place) ?? 'none', fresh.get(place) ?? 'none'];
    return was === is ? [] : [`${place}: ${was} → ${is}`];
  });
}

/** Every value of a definition by its place, e.g. `organisers[0].email` to `"a@example.org"`. */
function flat(value: unknown, place = ''): Map<string, string> {
  if (value === undefined) return new Map();
  if (typeof value !== 'object' || value === null) return new Map([[place, JSON.stringify(value)]]);
  const inner = Array.isArray(value)
    ? value.map((one, index) => [`${place}[${index}]`, one] as const)
    : Object.entries(value).map(([key, one]) => [place ? `${place}.${key}` : key, one] as const);
  return new Map(inner.flatMap(([path, one]) => [...flat(one, path)]));
}
