import { programOf, runProgram } from './command-line.ts';
import { addApplyCommand } from './meeting/apply.ts';
import { addCancelCommand } from './meeting/cancel.ts';
import { addCodeCommands } from './meeting/codes.ts';
import { addDecisionCommands } from './meeting/decisions.ts';
import { addDelegationCommands } from './meeting/delegations.ts';
import { addRemindCommand } from './meeting/remind.ts';
import { addShowCommands } from './meeting/show.ts';
import { addTextsCommand } from './meeting/texts.ts';
import { addUndeliveredCommands } from './meeting/undelivered.ts';

/** `npm run meeting`: the commands for organisers, about meetings, delegations and registrations. */
const program = programOf(
  'meeting',
  'Set up meetings, and look after their delegations and registrations.',
  'the service that "npm start" runs',
);

program.commandsGroup('Meetings:');
addApplyCommand(program);
addCancelCommand(program);
addShowCommands(program);
addTextsCommand(program);
program.commandsGroup('Focal points and delegations:');
addDelegationCommands(program);
addRemindCommand(program);
program.commandsGroup('Registrations:');
addDecisionCommands(program);
addCodeCommands(program);
program.commandsGroup('Addresses that could not be reached:');
addUndeliveredCommands(program);

await runProgram(program);
