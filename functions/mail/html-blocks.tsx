import type { Child } from 'hono/jsx';
import { INLINE } from './html-style.ts';
import type { Fact, Figures } from './letter.ts';

type LayoutProps = {
  readonly class: string;
  readonly style: string;
  /** Table cells; each becomes a row of its own. */
  readonly children?: Child;
};

/** A table that is there for its looks alone: mail programs place nothing reliably by other means. */
export function Layout({ class: name, style, children }: LayoutProps) {
  const cells = Array.isArray(children) ? children : [children];
  return (
    <table
      class={name}
      role="presentation"
      cellpadding="0"
      cellspacing="0"
      border={0}
      style={style}
    >
      <tbody>
        {cells.map((cell) => (
          <tr>{cell}</tr>
        ))}
      </tbody>
    </table>
  );
}

/** A reference, with its label above it, or the totals of a list. */
export function StatementView({ label, text }: { readonly label?: string; readonly text: string }) {
  return (
    <Layout class="statement" style={INLINE.statement}>
      <td class="statement-cell" style={INLINE.statementCell}>
        {label !== undefined && (
          <p class="eyebrow" style={INLINE.statementLabel}>
            {label}
          </p>
        )}
        <p class="large" style={label === undefined ? INLINE.totals : INLINE.reference}>
          {text}
        </p>
      </td>
    </Layout>
  );
}

export function FactsView({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <table class="facts" cellpadding="0" cellspacing="0" border={0} style={INLINE.facts}>
      <tbody>
        {facts.map(({ label, value, hint }) => (
          <tr>
            <th scope="row" class="label" style={INLINE.label}>
              {label}
            </th>
            <td class="value" style={INLINE.value}>
              {/* A name may be written in the other direction than the language of the message. */}
              <bdi>{value}</bdi>
              {hint !== undefined && (
                <div class="hint" style={INLINE.hint}>
                  {hint}
                </div>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function FiguresView({ header, rows, total }: Figures) {
  return (
    <table class="figures" cellpadding="0" cellspacing="0" border={0} style={INLINE.figures}>
      <thead>
        <tr>
          {header.map((text, at) => (
            <th scope="col" class="column" style={INLINE.column + align(at)}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <FiguresRow row={row} style={INLINE.cell} />
        ))}
        <FiguresRow row={total} style={INLINE.cell + INLINE.total} />
      </tbody>
    </table>
  );
}

function FiguresRow({ row, style }: { readonly row: readonly string[]; readonly style: string }) {
  return (
    <tr>
      {row.map((text, at) =>
        at === 0 ? (
          <th scope="row" class="cell" style={style + align(at)}>
            {text}
          </th>
        ) : (
          <td class="cell" style={style + align(at)}>
            {text}
          </td>
        ),
      )}
    </tr>
  );
}

const align = (column: number) => (column === 0 ? INLINE.words : INLINE.number);

/** A link that looks like a button; the whole of it can be pressed. */
export function ActionView({ label, url }: { readonly label: string; readonly url: string }) {
  return (
    <Layout class="button" style={INLINE.button}>
      <td style={INLINE.buttonCell}>
        <a class="link" href={url} style={INLINE.link}>
          {label}
        </a>
      </td>
    </Layout>
  );
}
