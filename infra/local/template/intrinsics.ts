/** A value in a CloudFormation template: JSON, in which some objects are intrinsic functions. */
export type TemplateValue =
  | string
  | number
  | boolean
  | null
  | readonly TemplateValue[]
  | { readonly [name: string]: TemplateValue };

/** What intrinsic functions refer to, as seen from one stack. Each throws for what does not exist. */
export type Scope = {
  /** A parameter, a pseudo parameter such as `AWS::Region`, or a resource by its logical id. */
  readonly ref: (name: string) => TemplateValue;
  readonly attribute: (logicalId: string, attribute: string) => TemplateValue;
  /** What another stack exports under a name. */
  readonly imported: (name: string) => TemplateValue;
  /** An output of another stack, by the names of both. */
  readonly output: (stack: string, output: string) => TemplateValue;
  readonly condition: (name: string) => boolean;
};

type Apply = (argument: TemplateValue, scope: Scope) => TemplateValue | undefined;

const FUNCTIONS: Readonly<Record<string, Apply>> = {
  Ref: (name, scope) => scope.ref(text(name)),
  'Fn::GetAtt': (argument, scope) => {
    const [logicalId, attribute] =
      typeof argument === 'string' ? split(argument) : list(argument).map((one) => text(one));
    return scope.attribute(text(logicalId), text(attribute));
  },
  'Fn::ImportValue': (name, scope) => scope.imported(text(resolve(name, scope))),
  'Fn::GetStackOutput': (argument, scope) => {
    const { StackName, OutputName } = object(resolve(argument, scope));
    return scope.output(text(StackName), text(OutputName));
  },
  'Fn::Join': (argument, scope) => {
    const [delimiter, parts] = list(argument);
    return list(resolve(parts ?? null, scope))
      .map(text)
      .join(text(delimiter));
  },
  'Fn::Sub': (argument, scope) => {
    const [template, values] = typeof argument === 'string' ? [argument, {}] : list(argument);
    return substitute(text(template), object(values), scope);
  },
  'Fn::Select': (argument, scope) => {
    const [index, from] = list(resolve(argument, scope));
    return list(from)[Number(index)];
  },
  'Fn::Split': (argument, scope) => {
    const [delimiter, whole] = list(resolve(argument, scope));
    return text(whole).split(text(delimiter));
  },
  'Fn::If': (argument, scope) => {
    const [name, yes, no] = list(argument);
    const chosen = scope.condition(text(name)) ? yes : no;
    return chosen === undefined || isNoValue(chosen) ? undefined : resolve(chosen, scope);
  },
};

/**
 * A template value with its intrinsic functions carried out.
 *
 * @throws Error for a function that is not known here, or that refers to something that is not there.
 */
export function resolve(value: TemplateValue, scope: Scope): TemplateValue {
  if (Array.isArray(value))
    return value.flatMap((one) => (isNoValue(one) ? [] : [resolve(one, scope)]));
  if (!isObject(value)) return value;
  const called = functionOf(value);
  if (called !== undefined) return apply(called.name, called.argument, scope);
  const members: [string, TemplateValue][] = [];
  for (const [name, member] of Object.entries(value))
    if (!isNoValue(member)) members.push([name, resolve(member, scope)]);
  return Object.fromEntries(members);
}

function apply(name: string, argument: TemplateValue, scope: Scope): TemplateValue {
  const known = FUNCTIONS[name];
  if (known === undefined) throw new Error(`${name} is not known to the local runner`);
  const result = known(argument, scope);
  if (result === undefined) throw new Error(`${name} ${JSON.stringify(argument)} has no value`);
  return result;
}

/** An object is a call when its one member is named as a function. */
function functionOf(value: { readonly [name: string]: TemplateValue }) {
  const [member, ...others] = Object.entries(value);
  if (member === undefined || others.length > 0) return undefined;
  const [name, argument] = member;
  return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : undefined;
}

/** `${Name}`, `${LogicalId.Attribute}`; `${!Literal}` stays, without its exclamation mark. */
function substitute(
  template: string,
  values: { readonly [name: string]: TemplateValue },
  scope: Scope,
): string {
  return template.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    const own = values[name];
    if (own !== undefined) return text(resolve(own, scope));
    const [logicalId, attribute] = split(name);
    return text(
      attribute === undefined ? scope.ref(name) : scope.attribute(text(logicalId), attribute),
    );
  });
}

const isNoValue = (value: TemplateValue) => isObject(value) && value.Ref === 'AWS::NoValue';

function split(dotted: string): [string, string | undefined] {
  const dot = dotted.indexOf('.');
  return dot < 0 ? [dotted, undefined] : [dotted.slice(0, dot), dotted.slice(dot + 1)];
}

function isObject(value: unknown): value is { readonly [name: string]: TemplateValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function object(value: TemplateValue | undefined) {
  if (isObject(value)) return value;
  throw new Error(`${JSON.stringify(value)} is not an object`);
}

function list(value: TemplateValue | undefined): readonly TemplateValue[] {
  if (Array.isArray(value)) return value;
  throw new Error(`${JSON.stringify(value)} is not a list`);
}

function text(value: TemplateValue | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`${JSON.stringify(value)} is not a text`);
}
