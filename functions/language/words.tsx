import { marks, type Run } from './run.ts';

/** A line of runs. Each run in another language is in an element with its language. */
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
