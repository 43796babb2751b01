import { raw } from 'hono/html';
import { direction } from '../../domain/shared/languages.ts';
import { t } from '../../language/index.ts';
import { marks } from '../../language/run.ts';
import { BlockView, Layout } from './html-blocks.tsx';
import { lookOf, SHEET } from './html-style.ts';
import type { Letter } from './letter.ts';

/** A letter as an HTML page for mail programs. It loads nothing from the network, and JSX escapes every text. */
export function htmlOf(letter: Letter): string {
  return String(<Page letter={letter} />);
}

// Outlook renders with Word, which ignores max-width, so the sheet stands in a table of that width. PixelsPerInch sets
// the scale of Word's units.
const FOR_WORD = {
  head: '<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->',
  opens:
    '<!--[if mso]><table role="presentation" align="center" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->',
  closes: '<!--[if mso]></td></tr></table><![endif]-->',
};

/** Fills the space after the preheader, so that inboxes show nothing else beside the subject. */
const NOTHING = '&#847;&zwnj;&nbsp;'.repeat(60);

function Page({ letter }: { readonly letter: Letter }) {
  const { language, subject, preheader, eyebrow, heading, blocks, footer, unsubscribe } = letter;
  const dir = direction(language);
  const look = lookOf(dir);
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language} dir={dir} {...{ 'xmlns:o': 'urn:schemas-microsoft-com:office:office' }}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="supported-color-schemes" content="light dark" />
          {/* Phones make links of references and dates without this. */}
          <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
          <title>{subject}</title>
          {raw(FOR_WORD.head)}
          <style>{raw(SHEET)}</style>
        </head>
        <body class="body" dir={dir} style={look.body}>
          <div class="preheader" aria-hidden="true" style={look.preheader}>
            {preheader}
            {raw(NOTHING)}
          </div>
          <Layout class="ground" width="100%" style={look.ground}>
            <td class="margin" align="center" style={look.margin}>
              {raw(FOR_WORD.opens)}
              <Layout class="sheet" width="100%" align="center" style={look.sheet}>
                <td class="band" height="6" bgcolor="#17375e" style={look.band}>
                  {raw('&nbsp;')}
                </td>
                <td class="head" align={look.start} style={look.head}>
                  <p class="eyebrow" style={look.eyebrow}>
                    {eyebrow}
                  </p>
                  <h1 class="heading" style={look.heading}>
                    <span {...marks(heading)}>{heading.text}</span>
                  </h1>
                </td>
                {blocks.map((block) => (
                  <td class="row" align={look.start} style={look.side(look.row[block.kind])}>
                    <BlockView block={block} look={look} />
                  </td>
                ))}
                <td class="foot" style={look.foot}>
                  <Layout width="100%" style={look.table}>
                    <td class="rule" align={look.start} style={look.rule}>
                      {[...footer, t(language, 'mail.sent-by')].map((text) => (
                        <p class="small" style={look.small}>
                          {text}
                        </p>
                      ))}
                      {unsubscribe && (
                        <p class="small" style={look.small}>
                          <a class="small" href={unsubscribe.url} style={look.small}>
                            {unsubscribe.label}
                          </a>
                        </p>
                      )}
                    </td>
                  </Layout>
                </td>
              </Layout>
              {raw(FOR_WORD.closes)}
            </td>
          </Layout>
        </body>
      </html>
    </>
  );
}
