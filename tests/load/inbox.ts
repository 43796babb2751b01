import { startSes } from '../../infra/local/ses/server.ts';

/** A local SES in a process of its own, so that what it keeps is not counted as ours. It says where it is. */
const { endpoint } = await startSes(0, () => undefined, {
  perSecond: 1_000_000,
  perDay: 1_000_000_000,
});
process.send?.(endpoint);
