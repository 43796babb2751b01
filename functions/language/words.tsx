import { marks, type Run } from './run.ts';

/** A line of runs, each in another language than the line in an element that says so. */
export function Words({ of: line }: { readonly of: string | readonly Run[] }) {
  if (typeof line === 'string') return <>{line}</>;
  return (
    <>
      {line.map((run) =>
        run.language === undefined ? run.text : <span {...marks(run)}>{run.text}</span>,
      )}
    </>
  );
}
