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
import { rescheduleRetention } from '../../../functions/store/privacy/reschedule-retention.ts';
import { advanceWaitingList } from '../../../functions/store/registration/advance-waiting-list.ts';
import { loadRoster, type RosterOutcome } from '../../../functions/store/registration/roster.ts';
import { CommandError } from '../command-error.ts';
import { prints } from '../command-line.ts';
import { type Opened, openStore } from '../open-store.ts';
import { readMeetingFile } from './meeting-file.ts';
import { unwrittenLines } from './texts.ts';

/** Adds the command that creates or changes a meeting. A stage takes dates only: see meeting-file.ts. */
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
 * Makes the service know the meeting that a file defines, its roster included. Applying a file again
 * changes nothing, unless its days are relative and another day has come.
 *
 * @param file path of a meeting file, and which days it may have: see meeting-file.ts.
 * @returns what changed, as lines for the user.
 * @throws CommandError when the file is not right, or the meeting as it stands does not allow it; nothing is
 * written then, but for what a roster had loaded before it ran into a full meeting, and for
 * the definition of a meeting that is cancelled, to which a roster adds nobody.
 */
export async function applyMeetingFile(
  store: Opened,
  file: string,
  now: Date,
  allowed: Parameters<typeof readMeetingFile>[2] = {},
): Promise<readonly string[]> {
  const meeting = await readMeetingFile(file, now, allowed);
  try {
    const applied = await applyMeeting(store, meeting, now);
    const moving = { publicUrl: store.publicUrl, now, deadline: Date.now() + WAITING_LIST_MS };
    // A ceiling that was raised leaves nobody waiting.
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
    // Once is enough: again only when it is not what it was.
    ...(isDeepStrictEqual(lacking, before && unwrittenLines(before)) ? [] : lacking),
  ].map((line, index) => (index === 0 ? line : `  ${line}`));
}

/** How many people get a message about a change, focal points among them: the scheduler writes them. */
export const toldLine = (count: number) =>
  `${count} ${count === 1 ? 'person' : 'people'} will be told by e-mail, from the next run of the scheduler on`;

/** What an organiser has written of a meeting. */
function definitionOf({ calendarRevision: _, cancelled: __, ...definition }: Meeting) {
  return definition;
}

/** Each place where two definitions differ, with what stood there and what stands there now. */
function differences(before: unknown, after: unknown): string[] {
  const [old, fresh] = [flat(before), flat(after)];
  const places = new Set([...fresh.keys(), ...old.keys()]);
  return [...places].flatMap((place) => {
    const [was, is] = [old.get(place) ?? 'none', fresh.get(place) ?? 'none'];
    return was === is ? [] : [`${place}: ${was} → ${is}`];
  });
}

/** Every value of a definition by its place: `organisers[0].email` to `"a@example.org"`. */
function flat(value: unknown, place = ''): Map<string, string> {
  if (value === undefined) return new Map();
  if (typeof value !== 'object' || value === null) return new Map([[place, JSON.stringify(value)]]);
  const inner = Array.isArray(value)
    ? value.map((one, index) => [`${place}[${index}]`, one] as const)
    : Object.entries(value).map(([key, one]) => [place ? `${place}.${key}` : key, one] as const);
  return new Map(inner.flatMap(([path, one]) => [...flat(one, path)]));
}
