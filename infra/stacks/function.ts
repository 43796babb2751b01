import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  PolicyStatement,
  type PolicyStatementProps,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Stage } from '../settings.ts';
import { bundle } from './bundle.ts';

/** The properties in which functions differ. */
export type FunctionProps = {
  readonly stage: Stage;
  readonly description: string;
  /** Path of the file that exports `handler`, from the root of the repository. */
  readonly entry: string;
  /** Without the names of tables. The grants add them. */
  readonly environment?: Record<string, string>;
  /** In seconds. */
  readonly timeout: number;
  /** In MB. It also determines the share of a processor. @default 512 */
  readonly memory?: number;
};

/** A Lambda function with the settings that all functions of Plenary share. */
export class PlenaryFunction extends LambdaFunction {
  /** The function's permissions. No other function has this role. */
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
      code: bundle(props.entry),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory ?? 512,
      timeout: Duration.seconds(props.timeout),
      role,
      logGroup: log,
      loggingFormat: LoggingFormat.JSON,
      environment: { STAGE: stage.stage, ...props.environment },
    });
    this.ownRole = role;
  }

  /** Adds a permission to the function's own role. */
  allow(statement: PolicyStatementProps): void {
    this.addToRolePolicy(new PolicyStatement(statement));
  }
}
