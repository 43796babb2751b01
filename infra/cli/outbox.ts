import { programOf, runProgram } from './command-line.ts';
import { addDeadLetterCommands } from './outbox/dead-letters.ts';
import { addFailedCommands } from './outbox/failed.ts';

/** `npm run outbox`: what to do about events and messages that have failed. It is for operators and not for organisers. */
const program = programOf(
  'outbox',
  'Show what could not be done or sent, and try it again.',
  'the service that "npm start" runs, which has no dead letters',
);

program.commandsGroup('Events that a function has given up:');
addDeadLetterCommands(program);
program.commandsGroup('Messages that could not be sent:');
addFailedCommands(program);

await runProgram(program);
