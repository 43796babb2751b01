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
    /** Name of the bucket of notes of nomination, at a stage that has one. */
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
    /** The function that makes and sends the lists of participants. */
    schedulerFunction: 'SchedulerFunction',
  },
  operations: {
    /** The topic that every alarm is sent to. */
    alarmTopic: 'AlarmTopic',
  },
} as const;

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
