import { Resolver } from 'node:dns/promises';
import { parseArgs } from 'node:util';
import { readStage, SettingsError, type Stage } from '../settings.ts';
import { exitCodeOf, type Finding, fail, lineOf } from './doctor/finding.ts';
import { examineLocal } from './doctor/local.ts';
import { examineStage } from './doctor/stage.ts';
import { stagesIn } from './doctor/stages.ts';

const USAGE = `Usage: npm run doctor -- [--stage STAGE]

Says of each thing that a stage needs whether it is well, and how to mend it. It changes nothing.
Without --stage, or with "--stage local", the service that "npm start" runs; otherwise that stage on AWS, with
the credentials and the region of the environment. Ends with 0 when all is well, 1 after a warning, 2 after a
failure, 3 when it was not understood.`;

/** The stage that was asked for, none for the local service, or `undefined` when it makes no sense. */
function parse(args: string[]): { stage: string | undefined } | undefined {
  try {
    const { stage } = parseArgs({ args, options: { stage: { type: 'string' } } }).values;
    return { stage: stage === 'local' ? undefined : stage };
  } catch {
    return undefined;
  }
}

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

const asked = parse(process.argv.slice(2));
if (asked === undefined) {
  console.error(USAGE);
  process.exitCode = 3;
} else {
  const findings = await findingsOf(asked.stage);
  for (const finding of findings) console.log(lineOf(finding));
  process.exitCode = exitCodeOf(findings);
}
