import { startDynamo } from '../support/dynamo-local.ts';
import { measureRegistering } from './registering.ts';
import { measureSending } from './sending.ts';
import { measureStartUp } from './start-up.ts';
import { printTable } from './table.ts';

/** Measures what the service costs, as ratios and rates of one run on one machine. `npm run test:load`. */
const dynamo = await startDynamo();
try {
  const missed =
    printTable('Start-up and size', measureStartUp()) +
    printTable('Sending', await measureSending(dynamo.endpoint)) +
    printTable('Registering', await measureRegistering(dynamo.endpoint));
  console.log(missed === 0 ? '\nAll budgets kept.' : `\n${missed} budgets missed.`);
  process.exitCode = missed === 0 ? 0 : 1;
} finally {
  dynamo.stop();
}
