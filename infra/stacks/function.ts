import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  PolicyStatement,
  type PolicyStatementProps,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Stage } from '../settings.ts';

/** What differs between one function and the next. */
export type FunctionProps = {
  readonly stage: Stage;
  readonly description: string;
  /** Path of the file that exports `handler`, from the root of the repository. */
  readonly entry: string;
  /** Without the names of tables, which come with the permission to use them. */
  readonly environment: Record<string, string>;
  /** In seconds. */
  readonly timeout: number;
  /** In MB; it also sets the share of a processor. @default 512 */
  readonly memory?: number;
};

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A function as all of Plenary's are: what is said here holds for each of them. */
export class PlenaryFunction extends NodejsFunction {
  /** What it may do; nothing else has this role. */
  readonly ownRole: Role;

  constructor(scope: Construct, id: string, props: FunctionProps) {
    const { stage } = props;
    const log = new LogGroup(scope, `${id}Log`, {
      retention: stage.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, {
      description: `What the function may do: ${props.description}`,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    log.grantWrite(role);
    super(scope, id, {
      description: props.description,
      entry: `${ROOT}${props.entry}`,
      projectRoot: ROOT,
      depsLockFilePath: `${ROOT}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory ?? 512,
      timeout: Duration.seconds(props.timeout),
      role,
      logGroup: log,
      loggingFormat: LoggingFormat.JSON,
      // An option of version 2 of the SDK.
      awsSdkConnectionReuse: false,
      environment: { STAGE: stage.stage, ...props.environment },
      bundling: {
        // CommonJS with the SDK inside starts faster than ES modules and than the runtime's own SDK.
        format: OutputFormat.CJS,
        target: 'node24',
        mainFields: ['module', 'main'],
        externalModules: [],
        minify: true,
        sourceMap: true,
        sourcesContent: false,
        logLevel: LogLevel.WARNING,
        tsconfig: `${ROOT}tsconfig.json`,
      },
    });
    this.ownRole = role;
  }

  /** Adds a permission to the function's own role. */
  allow(statement: PolicyStatementProps): void {
    this.addToRolePolicy(new PolicyStatement(statement));
  }
}
