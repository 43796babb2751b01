/** One measurement, as `npm run test:load` prints it. */
export type Row = {
  readonly what: string;
  /** The figure in words, with its unit. */
  readonly measured: string;
  /** A limit that must hold. The run fails when it is broken. */
  readonly budget?: Limit;
  /** A limit that we would like to reach. The run does not fail when it is not reached. */
  readonly aim?: Limit;
};

type Limit = { readonly limit: string; readonly kept: boolean };

/** The row as lines of text: what was measured, then the figure with its budget. */
export function rowText({ what, measured, budget, aim }: Row): string {
  const limits = [
    budget ? `budget ${budget.limit}: ${budget.kept ? 'kept' : 'BROKEN'}` : 'no budget',
    ...(aim ? [`aim ${aim.limit}: ${aim.kept ? 'reached' : 'not reached'}`] : []),
  ];
  return `  ${what}\n      ${measured}  [${limits.join('; ')}]`;
}
