import { dueMessages } from '../store/outbox-due.ts';
import { inParallel } from '../store/parallel.ts';
import { type Dependencies, deliver } from './deliver.ts';

const WIDTH = 4;

/**
 * Delivers every message that is due: what the stream has missed, what is to be tried again, and what
 * a crash has left. Stops taking up messages when `goOn` says no; the next run takes the rest.
 *
 * @returns how many it has looked at.
 * @throws AggregateError when the outbox could not be read or written for some, after all had their turn.
 */
export async function sweep(dependencies: Dependencies, goOn: () => boolean): Promise<number> {
  const errors: unknown[] = [];
  let seen = 0;
  for await (const ids of dueMessages(dependencies.outbox, dependencies.now())) {
    const work = (id: string) => {
      seen += 1;
      return deliver(dependencies, id);
    };
    for (const { error } of await inParallel(ids, WIDTH, work, goOn)) errors.push(error);
    if (!goOn()) break;
  }
  if (errors.length > 0)
    throw new AggregateError(errors, `${errors.length} messages were not reachable`);
  return seen;
}
