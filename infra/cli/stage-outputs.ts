import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { type STACKS, stackName } from '../outputs.ts';
import { CommandError } from './command-error.ts';

/** A deployed stack: its CloudFormation status and its outputs. */
export type DeployedStack = {
  readonly name: string;
  readonly status: string;
  readonly outputs: ReadonlyMap<string, string>;
};

/** Reads a deployed stack of a stage; `undefined` if it does not exist. */
export async function deployedStack(
  stage: string,
  stack: keyof typeof STACKS,
): Promise<DeployedStack | undefined> {
  const name = stackName(stage, stack);
  try {
    const cloudFormation = new CloudFormationClient({});
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: name }));
    const [found] = Stacks ?? [];
    const outputs = (found?.Outputs ?? []).flatMap(({ OutputKey, OutputValue }) =>
      OutputKey === undefined || OutputValue === undefined
        ? []
        : [[OutputKey, OutputValue] as const],
    );
    return found && { name, status: found.StackStatus ?? 'UNKNOWN', outputs: new Map(outputs) };
  } catch (error) {
    // CloudFormation's answer if the stack does not exist.
    if (error instanceof Error && error.name === 'ValidationError') return undefined;
    throw error;
  }
}

/**
 * Reads the outputs of a stack of a stage.
 *
 * @returns all of them, and `get`, which throws CommandError if one is missing.
 * @throws CommandError if the stage is not deployed.
 */
export async function outputsOf(stage: string, stack: keyof typeof STACKS) {
  const found = await deployedStack(stage, stack);
  if (found === undefined)
    throw new CommandError([
      `The stage "${stage}" is not deployed: there is no stack ${stackName(stage, stack)}.`,
    ]);
  const { name, outputs } = found;
  return {
    all: outputs,
    get: (key: string): string => {
      const value = outputs.get(key);
      if (value === undefined) throw new CommandError([`The stack ${name} has no output ${key}.`]);
      return value;
    },
  };
}
