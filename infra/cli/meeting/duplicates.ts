import { duplicatesOf } from '../../../functions/domain/registration/duplicates.ts';
import { fullName } from '../../../functions/domain/registration/name.ts';
import type { Registration } from '../../../functions/domain/registration/registration.ts';
import { stateName } from '../../../functions/language/states.ts';

/**
 * Lists people who may be registered more than once, as lines for an operator. Those in different categories come
 * first.
 */
export function duplicatesView(registrations: readonly Registration[]): string[] {
  return duplicatesOf(registrations).flatMap(({ people, by, acrossCategories }) => [
    `the same ${by === 'name' ? 'name' : 'telephone number'}${acrossCategories ? ', in different categories' : ''}:`,
    ...people.map(({ reference, givenName, familyName, category, state, organisation, status }) =>
      [
        `  ${reference}`,
        fullName({ givenName, familyName }),
        state === undefined ? organisation : stateName(state, 'en'),
        category,
        status,
      ]
        .filter(Boolean)
        .join(', '),
    ),
  ]);
}
