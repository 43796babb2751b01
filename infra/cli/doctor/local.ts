import { openStore } from '../open-store.ts';
import { LOCAL_FOLDER, readRunning } from '../running.ts';
import { examine, type Finding, fail, ok } from './finding.ts';
import { meetingFindings, meetingsToCome } from './meetings.ts';
import { health } from './stage.ts';

/** Checks the service that `npm start` runs on this machine. */
export async function examineLocal(now: Date): Promise<readonly Finding[]> {
  const running = readRunning();
  if (running === undefined)
    return [fail(`No service runs with the data of ${LOCAL_FOLDER}`, 'start it with "npm start"')];
  const found = await Promise.all([
    [ok(`The service runs (process ${running.pid})`)],
    examine('The service', () => health(running.url)),
    examine('The inbox', () => inbox(running.inbox)),
    examine('The meetings', async () => {
      const store = await openStore();
      return meetingFindings(store, await meetingsToCome(store, now), now);
    }),
  ]);
  return found.flat();
}

async function inbox(url: string): Promise<readonly Finding[]> {
  const { ok: well, status } = await fetch(url);
  return [
    well
      ? ok(`Mail is shown at ${url}/`)
      : fail(`The inbox ${url}/ answers with ${status}`, 'stop the service and start it again'),
  ];
}
