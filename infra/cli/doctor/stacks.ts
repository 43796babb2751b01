import { STACKS, stackName } from '../../outputs.ts';
import { type DeployedStack, deployedStack } from '../stage-outputs.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

const NAMES = Object.keys(STACKS) as (keyof typeof STACKS)[];

/**
 * Reads the stacks of a stage that exist.
 * @throws errors of CloudFormation and of credentials.
 */
export async function deployedStacks(stage: string) {
  const found = await Promise.all(NAMES.map((name) => deployedStack(stage, name)));
  return new Map(NAMES.map((name, at) => [name, found[at]] as const));
}

/** Checks that every stack of a stage is deployed, and that its last deployment succeeded. */
export function stackFindings(
  stage: string,
  stacks: ReadonlyMap<keyof typeof STACKS, DeployedStack | undefined>,
): Finding[] {
  const deploy = `npx cdk deploy --all -c stage=${stage}`;
  return NAMES.map((name) => {
    const stack = stacks.get(name);
    if (stack === undefined) return fail(`There is no stack ${stackName(stage, name)}`, deploy);
    const { status } = stack;
    const what = `The stack ${stack.name} is ${status}`;
    if (status.endsWith('_IN_PROGRESS')) return warn(what, 'look again when it has ended');
    if (status === 'UPDATE_ROLLBACK_COMPLETE')
      return warn(
        `${what}: the last deployment was taken back`,
        `read its events in the CloudFormation console, then ${deploy}`,
      );
    return /^(CREATE|UPDATE|IMPORT)_COMPLETE$/.test(status)
      ? ok(what)
      : fail(what, `read its events in the CloudFormation console, then ${deploy}`);
  });
}
