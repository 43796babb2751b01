import type { Child } from 'hono/jsx';
import { Words } from '../../language/words.tsx';
import type { Look } from './html-style.ts';
import { type Block, type Fact, type Figures, isLink } from './letter.ts';

type LayoutProps = {
  readonly class?: string;
  readonly style: string;
  readonly width?: string;
  readonly align?: 'left' | 'right' | 'center';
  /** Table cells. Each becomes a row. */
  readonly children?: Child;
};

/** A table for layout only. Mail programs place nothing else reliably. */
export function Layout({ children, ...attributes }: LayoutProps) {
  const cells = Array.isArray(children) ? children.flat() : [children];
  return (
    <table role="presentation" cellpadding="0" cellspacing="0" border={0} {...attributes}>
      <tbody>
        {cells.map((cell) => (
          <tr>{cell}</tr>
        ))}
      </tbody>
    </table>
  );
}

type Looks = { readonly look: Look };

/** A block of a letter. */
export function BlockView({ block, look }: Looks & { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return (
        <p class={block.kind} style={look[block.kind]} {...('dir' in block && { dir: block.dir })}>
          {block.text}
        </p>
      );
    case 'statement':
      return <StatementView {...block} look={look} />;
    case 'facts':
      return <FactsView facts={block.facts} look={look} />;
    case 'figures':
      return <FiguresView figures={block.figures} look={look} />;
    case 'action':
      return <ActionView {...block} look={look} />;
  }
}

/** The main point of a message, with its label above it. */
function StatementView({
  label,
  text,
  look,
}: Looks & { readonly label?: string; readonly text: string }) {
  return (
    <Layout width="100%" style={look.table}>
      <td class="statement" align={look.start} bgcolor="#f4f5f2" style={look.statement}>
        {label !== undefined && (
          <p class="eyebrow" style={look.statementLabel}>
            {label}
          </p>
        )}
        {/* A reference has a monospaced font, because people read it character by character. */}
        <p class="large" style={/^[A-Z0-9-]+$/.test(text) ? look.reference : look.saying}>
          <bdi>{text}</bdi>
        </p>
      </td>
    </Layout>
  );
}

/** A value. A web address becomes a link. */
function Value({ text, look }: Looks & { readonly text: string }) {
  if (!isLink(text)) return <bdi>{text}</bdi>;
  return (
    <a class="large" href={text} style={look.address}>
      {text}
    </a>
  );
}

function FactsView({ facts, look }: Looks & { readonly facts: readonly Fact[] }) {
  return (
    <table class="ruled" width="100%" cellpadding="0" cellspacing="0" border={0} style={look.ruled}>
      <tbody>
        {facts.map(({ label, value, hint }) => (
          <tr>
            <th
              scope="row"
              class="label"
              width="30%"
              align={look.start}
              valign="top"
              style={look.label}
            >
              {label}
            </th>
            <td class="value" align={look.start} valign="top" style={look.value}>
              {/* A name may have another writing direction than the message. */}
              {typeof value === 'string' ? (
                <Value text={value} look={look} />
              ) : (
                <Words of={value} />
              )}
              {hint !== undefined && (
                <p class="hint" style={look.hint}>
                  {hint}
                </p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FiguresView({
  figures: { header, rows, total },
  look,
}: Looks & { readonly figures: Figures }) {
  return (
    <table
      class="ruled figures"
      width="100%"
      cellpadding="0"
      cellspacing="0"
      border={0}
      style={look.ruled}
    >
      <thead>
        <tr>
          {header.map((text, at) => (
            <th scope="col" {...columnOf(look, at, 'column', look.column)}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <FiguresRow row={row} look={look} style={look.cell} />
        ))}
        <FiguresRow row={total} look={look} style={look.cell + look.total} />
      </tbody>
    </table>
  );
}

function FiguresRow({
  row,
  look,
  style,
}: Looks & { readonly row: readonly string[]; readonly style: string }) {
  return (
    <tr>
      {row.map((text, at) => {
        const column = columnOf(look, at, 'cell', style);
        return at === 0 ? (
          <th scope="row" {...column}>
            {text}
          </th>
        ) : (
          <td {...column}>{text}</td>
        );
      })}
    </tr>
  );
}

/** The alignment of a column: text at the start, numbers at the end. */
function columnOf(look: Look, at: number, name: string, style: string) {
  return at === 0
    ? { class: `${name} words`, align: look.start, style: style + look.words }
    : { class: name, align: look.end, style: style + look.number };
}

/** A link that looks like a button. */
function ActionView({
  label,
  url,
  look,
}: Looks & { readonly label: string; readonly url: string }) {
  return (
    <Layout class="press" align={look.start} style="border-collapse:separate;">
      <td class="button" align="center" bgcolor="#17375e" style={look.button}>
        <a class="link" href={url} style={look.link}>
          {label}
        </a>
      </td>
    </Layout>
  );
}
