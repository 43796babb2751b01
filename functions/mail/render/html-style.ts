/**
 * The styles of letters. Mail programs reliably support only inline styles and tables, and Outlook renders with Word,
 * which supports little else. So distances are the padding of table cells, sides are left and right, and the first font
 * of each family is one that Windows has. The style sheet adds narrow screens and dark mode for other programs.
 */
const SERIF = "'Palatino Linotype','Iowan Old Style',Palatino,Georgia,'Noto Serif',serif";
const SANS =
  "'Segoe UI',system-ui,-apple-system,Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif";
const MONO = "Consolas,ui-monospace,'SF Mono',Menlo,'Liberation Mono',monospace";

const wrapping = 'overflow-wrap:anywhere;word-break:break-word;';

/** The inline styles of a letter for one writing direction. */
export function lookOf(direction: 'ltr' | 'rtl') {
  const [start, end] =
    direction === 'ltr' ? (['left', 'right'] as const) : (['right', 'left'] as const);
  const cell = `padding:9px 0;padding-${start}:16px;border-bottom:1px solid #d5dbe2;`;
  return {
    start,
    end,
    body: `margin:0;padding:0;background-color:#f4f5f2;color:#1b2430;-webkit-text-size-adjust:100%;font-family:${SANS};`,
    preheader:
      'display:none;mso-hide:all;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:#f4f5f2;',
    ground: 'width:100%;background-color:#f4f5f2;',
    margin: 'padding:32px 12px 40px;',
    sheet: 'width:100%;max-width:600px;background-color:#ffffff;',
    band: 'height:6px;line-height:6px;font-size:1px;mso-line-height-rule:exactly;background-color:#17375e;',
    head: `padding:40px 48px 28px;text-align:${start};`,
    row: { paragraph: 16, statement: 20, facts: 28, figures: 28, action: 24, note: 12 },
    side: (below: number) => `padding:0 48px ${below}px;text-align:${start};`,
    eyebrow: `margin:0 0 10px;font:400 15px/1.4 ${SANS};color:#51606f;`,
    address: `color:#17375e;text-decoration:underline;${wrapping}`,
    heading: `margin:0;font:600 27px/1.25 ${SERIF};color:#17375e;text-wrap:balance;${wrapping}`,
    paragraph: `margin:0;font:400 16px/1.6 ${SANS};color:#1b2430;${wrapping}`,
    table: 'width:100%;border-collapse:collapse;',
    statement: `padding:18px 22px;background-color:#f4f5f2;border-${start}:4px solid #17375e;text-align:${start};`,
    statementLabel: `margin:0 0 3px;font:400 14px/1.4 ${SANS};color:#51606f;`,
    reference: `margin:0;font:600 24px/1.3 ${MONO};letter-spacing:1px;color:#17375e;`,
    saying: `margin:0;font:600 21px/1.35 ${SERIF};color:#17375e;${wrapping}`,
    ruled: 'width:100%;border-collapse:collapse;border-top:1px solid #d5dbe2;',
    label: `padding:11px 0;padding-${end}:16px;border-bottom:1px solid #d5dbe2;vertical-align:top;text-align:${start};font:400 15px/1.5 ${SANS};color:#51606f;`,
    value: `padding:11px 0;border-bottom:1px solid #d5dbe2;vertical-align:top;text-align:${start};font:400 16px/1.5 ${SANS};color:#1b2430;${wrapping}`,
    hint: `margin:0;font:400 14px/1.5 ${SANS};color:#51606f;`,
    column: `${cell}vertical-align:bottom;font:400 14px/1.4 ${SANS};color:#51606f;`,
    cell: `${cell}font:400 16px/1.4 ${SANS};color:#1b2430;`,
    total: 'font-weight:600;border-bottom:0;',
    words: `padding-${start}:0;text-align:${start};${wrapping}`,
    number: `text-align:${end};font-variant-numeric:tabular-nums;`,
    // Word ignores the padding of a link, so for Word the cell has it.
    button:
      'padding:0;mso-padding-alt:14px 26px;background-color:#17375e;border-radius:3px;text-align:center;',
    link: `display:inline-block;padding:14px 26px;border-radius:3px;font:600 16px/1.25 ${SANS};color:#ffffff;text-decoration:none;`,
    note: `margin:0;font:400 14px/1.55 ${SANS};color:#51606f;${wrapping}`,
    foot: 'padding:16px 48px 32px;',
    rule: `border-top:1px solid #d5dbe2;padding:20px 0 0;text-align:${start};`,
    small: `margin:0 0 8px;font:400 13px/1.55 ${SANS};color:#51606f;${wrapping}`,
  } as const;
}
export type Look = ReturnType<typeof lookOf>;

const DARK = {
  '.ground, .body': 'background-color: #10151b',
  '.sheet': 'background-color: #182029',
  '.band': 'background-color: #7fa8d9',
  '.statement': 'background-color: #10151b; border-color: #7fa8d9',
  '.paragraph, .value, .cell': 'color: #e6ebf1',
  '.heading, .large': 'color: #c3d7ee',
  '.eyebrow, .label, .hint, .note, .small, .column': 'color: #a9b6c3',
  '.ruled, .label, .value, .cell, .column, .rule, .figures tr': 'border-color: #36424f',
  '.button': 'background-color: #c3d7ee',
  '.link': 'color: #10233b',
};

// On a small screen the numbers of a category stand below its name, because the longest name leaves no room beside it.
export const SHEET = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .margin { padding: 0 !important; }
  .head { padding: 28px 20px 22px !important; }
  .row { padding-left: 20px !important; padding-right: 20px !important; }
  .foot { padding: 12px 20px 28px !important; }
  .heading { font-size: 23px !important; }
  .label { display: block !important; width: auto !important; padding: 11px 0 0 !important; border-bottom: 0 !important; font-size: 14px !important; }
  .value { display: block !important; padding: 1px 0 11px !important; }
  .press { width: 100% !important; }
  .link { display: block !important; }
  .figures, .figures thead, .figures tbody { display: block !important; }
  .figures tr { display: flex; flex-wrap: wrap; justify-content: flex-end; border-bottom: 1px solid #d5dbe2; padding: 5px 0; }
  .cell, .column { flex: 0 0 84px; box-sizing: border-box; padding: 2px 0 !important; border-bottom: 0 !important; font-size: 14px !important; }
  .column { font-size: 12px !important; }
  .column.words { flex: 1; }
  .cell.words { flex: 1 0 100%; }
}
@media (prefers-color-scheme: dark) {
${Object.entries(DARK)
  .map(([of, look]) => `  ${of} { ${look.replaceAll(/;|$/g, ' !important$&')} }`)
  .join('\n')}
}
`;
