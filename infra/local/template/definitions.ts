import type { Pattern } from '../events/patterns.ts';

/** Properties of a resource after its intrinsic functions; the template says what is in them. */
// biome-ignore lint/suspicious/noExplicitAny: a template is checked by CloudFormation, not by us
export type Properties = Record<string, any>;

/** A table, with the properties of its template. */
export type TableDefinition = { readonly name: string; readonly properties: Properties };

/** A function, and the bundle that would be deployed. Times are seconds, memory is megabytes. */
export type FunctionDefinition = {
  readonly name: string;
  /** The file that exports the handler, without its extension. */
  readonly entry: string;
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeout: number;
  readonly memory: number;
};

/** A route of the HTTP API, as API Gateway writes it, and the function that answers. */
export type RouteDefinition = { readonly key: string; readonly function: string };

/** What a table's stream hands to a function, and what happens when it fails. */
export type StreamDefinition = {
  readonly table: string;
  readonly function: string;
  /** A record goes to the function when it matches one of them; without any, each does. */
  readonly filters: readonly Pattern[];
  readonly batchSize: number;
  /** Whether the function says which records of a batch have failed. */
  readonly reportsFailures: boolean;
  readonly bisects: boolean;
  /** How often a failed batch is tried again; -1 is for ever. */
  readonly retries: number;
};

/** A function that runs by the clock. */
export type ScheduleDefinition = {
  readonly name: string;
  readonly expression: string;
  readonly function: string;
  readonly input: unknown;
};

/** A function that is told of events on the bus. */
export type RuleDefinition = { readonly pattern: Pattern; readonly function: string };

/** Which events of a configuration set SES reports, such as `DELIVERY`. */
export type ReportDefinition = {
  readonly configurationSet: string;
  readonly events: readonly string[];
};

/** Everything the synthesised stacks say that a machine can run. */
export type Assembly = {
  readonly tables: readonly TableDefinition[];
  readonly functions: readonly FunctionDefinition[];
  readonly routes: readonly RouteDefinition[];
  readonly streams: readonly StreamDefinition[];
  readonly schedules: readonly ScheduleDefinition[];
  readonly rules: readonly RuleDefinition[];
  readonly reports: readonly ReportDefinition[];
  /** An output of a stack, by the names of both. @throws Error when there is none */
  readonly output: (stack: string, output: string) => string;
};
