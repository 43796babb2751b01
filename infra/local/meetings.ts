import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { registrationWindow } from '../../functions/domain/meeting/meeting.ts';
import { listMeetings } from '../../functions/store/meeting/meeting.ts';
import type { Store, Vault } from '../../functions/store/platform/client.ts';
import { CommandError } from '../cli/command-error.ts';
import { applyMeetingFile } from '../cli/meeting/apply.ts';

const SHIPPED = new URL('../../functions/domain/meeting/meetings/', import.meta.url);

/**
 * Loads the meetings that Plenary contains, as `npm run meeting -- apply` does. Those with relative days are then open
 * today.
 *
 * @param complain takes the error of a meeting. The others are loaded nevertheless.
 */
export async function loadShippedMeetings(
  store: Store & Vault,
  now: Date,
  complain: (text: string) => void,
): Promise<void> {
  for (const name of readdirSync(SHIPPED).filter((one) => one.endsWith('.json'))) {
    try {
      await applyMeetingFile(store, fileURLToPath(new URL(name, SHIPPED)), now);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      complain(`${name}: ${error.message}`);
    }
  }
}

/** The ids of the meetings whose registration is open. */
export async function openMeetings(store: Store, now: Date): Promise<readonly string[]> {
  const meetings = await listMeetings(store);
  return meetings
    .filter(({ meeting }) => registrationWindow(meeting, now) === 'open')
    .map(({ meeting }) => meeting.id);
}
