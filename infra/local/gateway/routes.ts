import type { RouteDefinition } from '../template/definitions.ts';

/** A route that a request goes to, with what its path says for the variables of the route. */
export type RouteMatch = {
  readonly route: RouteDefinition;
  readonly parameters: Readonly<Record<string, string>>;
};

/**
 * The route of a request, chosen as API Gateway does: a path that says the same, then one with variables, then
 * one with a greedy variable, then `$default`; and a method before `ANY`.
 *
 * @param path decoded
 */
export function findRoute(
  routes: readonly RouteDefinition[],
  method: string,
  path: string,
): RouteMatch | undefined {
  const candidates = routes.flatMap((route) => {
    const [wanted, template = ''] = route.key.split(' ');
    if (wanted !== 'ANY' && wanted !== method) return [];
    const parameters = parametersOf(template, path);
    return parameters ? [{ route, parameters, rank: rankOf(template, wanted) }] : [];
  });
  const best = candidates.sort((one, other) => one.rank - other.rank)[0];
  if (best) return best;
  const fallback = routes.find(({ key }) => key === '$default');
  return fallback && { route: fallback, parameters: {} };
}

function parametersOf(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split('/');
  const given = path.split('/');
  const parameters: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const greedy = /^\{(.+)\+\}$/.exec(part)?.[1];
    if (greedy !== undefined) {
      parameters[greedy] = given.slice(index).join('/');
      return parameters[greedy] === '' ? undefined : parameters;
    }
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    const value = given[index];
    if (value === undefined) return undefined;
    if (name === undefined ? value !== part : value === '') return undefined;
    if (name !== undefined) parameters[name] = value;
  }
  return given.length === wanted.length ? parameters : undefined;
}

/** Lower is more specific: a greedy variable weighs most, then each other one, then a route for any method. */
function rankOf(template: string, method: string | undefined): number {
  const greedy = template.includes('+}') ? 1000 : 0;
  const variables = template.split('{').length - 1;
  return greedy + variables * 2 + (method === 'ANY' ? 1 : 0);
}
