import { raw } from 'hono/html';
import { direction } from '../domain/languages.ts';
import { say } from '../language/index.ts';
import { ActionView, FactsView, FiguresView, Layout, StatementView } from './html-blocks.tsx';
import { INLINE, SHEET } from './html-style.ts';
import type { Block, Letter } from './letter.ts';

/** A letter as a page of HTML for mail programs. It fetches nothing, and JSX escapes all that it says. */
export function htmlOf(letter: Letter): string {
  return String(<Page letter={letter} />);
}

function Page({ letter }: { readonly letter: Letter }) {
  const { language, subject, preheader, eyebrow, heading, blocks, footer, unsubscribe } = letter;
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language} dir={direction(language)}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="supported-color-schemes" content="light dark" />
          {/* Telephones would make links of references and dates. */}
          <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
          <title>{subject}</title>
          <style>{raw(SHEET)}</style>
        </head>
        <body class="body" style={INLINE.body}>
          <div style={INLINE.preheader}>{preheader}</div>
          <Layout class="ground" style={INLINE.ground}>
            <td class="margin" align="center" style={INLINE.margin}>
              <Layout class="sheet" style={INLINE.sheet}>
                <td class="band" style={INLINE.band}>
                  {' '}
                </td>
                <td class="main" style={INLINE.main}>
                  <p class="eyebrow" style={INLINE.eyebrow}>
                    {eyebrow}
                  </p>
                  <h1 class="heading" style={INLINE.heading}>
                    {heading}
                  </h1>
                  {blocks.map((block) => (
                    <BlockView block={block} />
                  ))}
                </td>
                <td class="foot" style={INLINE.foot}>
                  <div class="rule" style={INLINE.footRule}>
                    {[...footer, say(language, 'mail.sent-by')].map((text) => (
                      <p class="small" style={INLINE.small}>
                        {text}
                      </p>
                    ))}
                    {unsubscribe && (
                      <p class="small" style={INLINE.small}>
                        <a class="small" href={unsubscribe.url} style={INLINE.small}>
                          {unsubscribe.label}
                        </a>
                      </p>
                    )}
                  </div>
                </td>
              </Layout>
            </td>
          </Layout>
        </body>
      </html>
    </>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return (
        <p
          class={block.kind}
          style={INLINE[block.kind]}
          {...('dir' in block && { dir: block.dir })}
        >
          {block.text}
        </p>
      );
    case 'statement':
      return <StatementView {...block} />;
    case 'facts':
      return <FactsView facts={block.facts} />;
    case 'figures':
      return <FiguresView {...block.figures} />;
    case 'action':
      return <ActionView label={block.label} url={block.url} />;
  }
}
