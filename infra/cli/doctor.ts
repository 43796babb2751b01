import { Resolver } from 'node:dns/promises';
import { readStage, SettingsError, type Stage } from '../settings.ts';
import { programOf, runProgram, type StageOption } from './command-line.ts';
import { exitCodeOf, type Finding, fail, lineOf } from './doctor/finding.ts';
import { examineLocal } from './doctor/local.ts';
import { examineStage } from './doctor/stage.ts';
import { stagesIn } from './doctor/stages.ts';

/** The exit code after a mistake in the options, because 1 and 2 describe the state of the stage. */
const MISUSE = 3;

/** `npm run doctor`: checks a stage, or the local service. */
const program = programOf(
  'doctor',
  'Check each thing that a stage needs, and say how to repair what is wrong. It changes nothing.\nIt exits with 0 if all is well, 1 after a warning, 2 after a failure and 3 after a wrong option.',
  'the service that "npm start" runs, which is also the stage "local"',
).action(async ({ stage }: StageOption) => {
  const findings = await findingsOf(stage === 'local' ? undefined : stage);
  for (const finding of findings) console.log(lineOf(finding));
  process.exitCode = exitCodeOf(findings);
});

async function findingsOf(stage: string | undefined): Promise<readonly Finding[]> {
  if (stage === undefined) return examineLocal(new Date());
  let settings: Stage;
  try {
    settings = readStage(stage, await stagesIn(new URL('../../cdk.json', import.meta.url)));
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.message.split('\n').map((line) => fail(line, 'correct it and deploy'));
  }
  return examineStage(settings, new Resolver({ timeout: 3_000, tries: 2 }), new Date());
}

await runProgram(program, MISUSE);
