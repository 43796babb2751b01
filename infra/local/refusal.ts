/** Why the local service cannot start: one line, which says what to do about it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
