/**
 * What the stacks of a deployed stage tell whoever works with it: the command `npm run meeting`, the smoke
 * test, people. One place says the names, so that what the stacks write and what a command reads cannot differ.
 */
export const OUTPUTS = {
  data: {
    /** Names of the tables. */
    registryTable: 'RegistryTable',
    outboxTable: 'OutboxTable',
    vaultTable: 'VaultTable',
    /** Where notes of nomination are kept, where the stage takes files. */
    notesBucket: 'NotesBucket',
  },
  mail: {
    /** The configuration set that every message is sent through. */
    configurationSet: 'ConfigurationSetName',
  },
  service: {
    /** Where API Gateway answers, without a slash at the end. */
    apiEndpoint: 'ApiEndpoint',
    /** Where participants reach the service: the endpoint, unless the stage has an address of its own. */
    publicUrl: 'PublicUrl',
  },
  operations: {
    /** The topic that every alarm is sent to. */
    alarmTopic: 'AlarmTopic',
  },
} as const;

/** How the outputs of the service end that name a function, and the queue where its failures go. */
const FUNCTION = 'Function';
const FAILURE_QUEUE = 'FailureQueue';

/** The output that names a function, e.g. `NotifierFunction` of the notifier. */
export const functionOutput = (name: string) => `${capitalised(name)}${FUNCTION}`;
/** The output with the address of the queue where the failures of a function go. */
export const failureQueueOutput = (name: string) => `${capitalised(name)}${FAILURE_QUEUE}`;

/** A function of a deployed stage: what operations call it, its name on AWS, the address of its failure queue. */
export type DeployedFunction = {
  readonly name: string;
  readonly functionName: string;
  readonly queueUrl?: string | undefined;
};

/** The functions that the outputs of a service name, in their order. */
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

/** The name of a stack as CloudFormation knows it, e.g. `Plenary-production-Data`. */
export function stackName(stage: string, stack: keyof typeof STACKS): string {
  return `Plenary-${stage}-${STACKS[stack]}`;
}
