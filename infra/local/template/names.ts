import { resolve, type Scope, type TemplateValue } from './intrinsics.ts';

/** The region and account of a machine that is in none. */
export const PLACE = { region: 'us-east-1', account: '000000000000' } as const;

/** A resource as its template declares it; its properties are not resolved yet. */
export type Resource = {
  readonly Type: string;
  readonly Properties?: { readonly [name: string]: TemplateValue };
};

/** The property by which a type of resource is given its name. */
const NAME_PROPERTIES: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::SES::ConfigurationSet': 'Name',
  'AWS::SES::EmailIdentity': 'EmailIdentity',
  'AWS::SQS::Queue': 'QueueName',
};

/** What a resource is called here; one without a name of its own is called as CloudFormation would begin it. */
export function nameOf(
  stack: string,
  logicalId: string,
  { Type, Properties }: Resource,
  scope: Scope,
) {
  const property = NAME_PROPERTIES[Type];
  const own = property === undefined ? undefined : Properties?.[property];
  return own === undefined ? `${stack}-${logicalId}` : String(resolve(own, scope));
}

/** The ARNs that the runner looks things up by; other attributes are only passed on. */
export function attributeOf(type: string, name: string, attribute: string): string {
  const arn = (service: string, path: string) =>
    `arn:aws:${service}:${PLACE.region}:${PLACE.account}:${path}`;
  if (type === 'AWS::Lambda::Function') return arn('lambda', `function:${name}`);
  if (type.startsWith('AWS::DynamoDB::'))
    return arn('dynamodb', `table/${name}${attribute === 'StreamArn' ? '/stream/local' : ''}`);
  if (attribute === 'Arn') return arn(type.split('::')[1]?.toLowerCase() ?? 'aws', name);
  return `${name}.${attribute}`;
}
