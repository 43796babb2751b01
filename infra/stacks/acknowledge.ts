import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Records beside a resource why a rule of cdk-nag does not apply to it. */
export function acknowledge(construct: IConstruct, rule: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: rule, reason });
}
