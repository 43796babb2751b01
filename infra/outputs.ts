/**
 * The names of the outputs of the stacks, for commands, the smoke test and people. The stacks and their readers use
 * this one list, so they cannot differ.
 */
export const OUTPUTS = {
  data: {
    /** Names of the tables. */
    registryTable: 'RegistryTable',
    outboxTable: 'OutboxTable',
    vaultTable: 'VaultTable',
    /** The bucket of notes of nomination, if the stage accepts files. */
    notesBucket: 'NotesBucket',
  },
  mail: {
    /** The configuration set with which every message is sent. */
    configurationSet: 'ConfigurationSetName',
  },
  service: {
    /** The address of API Gateway, without a slash at the end. */
    apiEndpoint: 'ApiEndpoint',
    /** The address of the service for participants: the endpoint, unless the stage sets another one. */
    publicUrl: 'PublicUrl',
  },
  operations: {
    /** The topic of every alarm. */
    alarmTopic: 'AlarmTopic',
  },
} as const;

/** The suffixes of outputs that name a function, and its failure queue. */
const FUNCTION = 'Function';
const FAILURE_QUEUE = 'FailureQueue';

/** The output that names a function, e.g. `NotifierFunction` of the notifier. */
export const functionOutput = (name: string) => `${capitalised(name)}${FUNCTION}`;
/** The output with the address of a function's failure queue. */
export const failureQueueOutput = (name: string) => `${capitalised(name)}${FAILURE_QUEUE}`;

/** A function of a deployed stage: its name in operations, its name on AWS, and the address of its failure queue. */
export type DeployedFunction = {
  readonly name: string;
  readonly functionName: string;
  readonly queueUrl?: string | undefined;
};

/** The functions in the outputs of a service, in their order. */
export function functionsIn(outputs: ReadonlyMap<string, string>): DeployedFunction[] {
  return [...outputs].flatMap(([key, functionName]) => {
    if (!key.endsWith(FUNCTION)) return [];
    const name = `${key.charAt(0).toLowerCase()}${key.slice(1, -FUNCTION.length)}`;
    return [{ name, functionName, queueUrl: outputs.get(failureQueueOutput(name)) }];
  });
}

const capitalised = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** The stacks of a stage, in the order of their deployment. */
export const STACKS = {
  data: 'Data',
  mail: 'Mail',
  service: 'Service',
  operations: 'Operations',
} as const;

/** The name of a stack in CloudFormation, e.g. `Plenary-production-Data`. */
export function stackName(stage: string, stack: keyof typeof STACKS): string {
  return `Plenary-${stage}-${STACKS[stack]}`;
}
