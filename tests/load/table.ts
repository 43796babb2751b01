/** Prints rows as a table, each with its budget and whether it was kept. Returns how many were not. */
export type Row = {
  readonly what: string;
  readonly measured: string;
  readonly budget: string;
  /** Whether the budget was kept; left out where there is none. */
  readonly kept?: boolean;
};

export function printTable(title: string, rows: readonly Row[]): number {
  const cells = rows.map(({ what, measured, budget, kept }) => [
    what,
    measured,
    budget,
    kept === undefined ? '' : kept ? 'kept' : 'MISSED',
  ]);
  const table = [['what', 'measured', 'budget', ''], ...cells];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  console.log(`\n${title}`);
  for (const row of table)
    console.log(
      `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
    );
  return rows.filter(({ kept }) => kept === false).length;
}
