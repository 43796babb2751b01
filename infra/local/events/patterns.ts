/**
 * Event patterns, as EventBridge rules and Lambda event filters write them:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern.html
 */
export type Pattern = { readonly [name: string]: Pattern | readonly Matcher[] };

/** One thing that a value may be: a literal, or an object such as `{ "prefix": "a" }`. */
export type Matcher = string | number | boolean | null | { readonly [comparison: string]: unknown };

/**
 * Whether `event` is what `pattern` describes: every member of the pattern must match, and of each list one matcher.
 * A value that is a list matches when one of its elements does.
 *
 * @throws Error for a comparison that is not known here: it would otherwise quietly match nothing.
 */
export function matches(pattern: Pattern, event: unknown): boolean {
  return Object.entries(pattern).every(([name, expected]) => {
    if (name === '$or')
      return (expected as readonly unknown[]).some((one) => matches(one as Pattern, event));
    const actual = isObject(event) ? event[name] : undefined;
    if (isMatchers(expected)) return expected.some((matcher) => meets(matcher, actual));
    return Array.isArray(actual)
      ? actual.some((one) => matches(expected, one))
      : matches(expected, actual);
  });
}

function meets(matcher: Matcher, actual: unknown): boolean {
  if (Array.isArray(actual)) return actual.some((one) => meets(matcher, one));
  if (!isObject(matcher)) return actual === matcher;
  return Object.entries(matcher).every(([comparison, operand]) => {
    const compare = COMPARISONS[comparison];
    if (compare === undefined) throw new Error(`"${comparison}" in an event pattern is not known`);
    return compare(operand, actual);
  });
}

const COMPARISONS: Readonly<Record<string, (operand: unknown, actual: unknown) => boolean>> = {
  exists: (operand, actual) => (actual !== undefined) === operand,
  prefix: (operand, actual) => isText(actual) && actual.startsWith(String(operand)),
  suffix: (operand, actual) => isText(actual) && actual.endsWith(String(operand)),
  'equals-ignore-case': (operand, actual) =>
    isText(actual) && actual.toLowerCase() === String(operand).toLowerCase(),
  'anything-but': (operand, actual) =>
    actual !== undefined && ![operand].flat().some((one) => meets(one as Matcher, actual)),
  numeric: (operand, actual) =>
    typeof actual === 'number' && pairs(operand as readonly unknown[]).every(inRange(actual)),
};

const inRange =
  (actual: number) =>
  ([operator, bound]: readonly [unknown, unknown]): boolean => {
    const limit = Number(bound);
    if (operator === '=') return actual === limit;
    if (operator === '<') return actual < limit;
    if (operator === '<=') return actual <= limit;
    if (operator === '>') return actual > limit;
    return operator === '>=' && actual >= limit;
  };

function pairs(values: readonly unknown[]): (readonly [unknown, unknown])[] {
  return values.flatMap((value, index) =>
    index % 2 === 0 ? [[value, values[index + 1]] as const] : [],
  );
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMatchers(expected: Pattern | readonly Matcher[]): expected is readonly Matcher[] {
  return Array.isArray(expected);
}
