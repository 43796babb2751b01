/**
 * How letters look. Mail programs honour inline styles and tables above all; the style sheet adds what
 * some of them know: narrow screens and dark mode. Both speak of the same few colours as the pages.
 */
const SERIF =
  "'Iowan Old Style','Palatino Linotype',Palatino,'Book Antiqua',Georgia,'Noto Serif',serif";
const SANS =
  "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif";
const MONO = "ui-monospace,'SF Mono',Menlo,Consolas,'Liberation Mono',monospace";

const wrapping = 'overflow-wrap:anywhere;word-break:break-word;';

export const INLINE = {
  body: `margin:0;padding:0;background-color:#f4f5f2;color:#1b2430;-webkit-text-size-adjust:100%;font-family:${SANS};`,
  preheader:
    'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;',
  ground: 'width:100%;background-color:#f4f5f2;',
  margin: 'padding:32px 12px 40px;',
  sheet: 'width:100%;max-width:600px;margin:0 auto;background-color:#ffffff;',
  band: 'height:6px;line-height:6px;font-size:1px;background-color:#17375e;',
  main: 'padding:40px 48px 16px;',
  eyebrow: `margin:0 0 10px;font:400 15px/1.4 ${SANS};color:#51606f;`,
  heading: `margin:0 0 28px;font:600 27px/1.25 ${SERIF};color:#17375e;text-wrap:balance;${wrapping}`,
  paragraph: `margin:0 0 16px;font:400 16px/1.6 ${SANS};color:#1b2430;${wrapping}`,
  statement: 'width:100%;margin:12px 0 20px;background-color:#f4f5f2;',
  statementCell: 'padding:18px 22px;border-left:4px solid #17375e;',
  statementLabel: `margin:0 0 3px;font:400 14px/1.4 ${SANS};color:#51606f;`,
  reference: `margin:0;font:600 24px/1.3 ${MONO};letter-spacing:1px;color:#17375e;`,
  totals: `margin:0;font:600 21px/1.35 ${SERIF};color:#17375e;`,
  facts: 'width:100%;margin:0 0 28px;border-top:1px solid #d5dbe2;',
  label: `width:30%;padding:11px 16px 11px 0;border-bottom:1px solid #d5dbe2;vertical-align:top;text-align:start;font:400 15px/1.5 ${SANS};color:#51606f;`,
  value: `padding:11px 0;border-bottom:1px solid #d5dbe2;vertical-align:top;text-align:start;font:400 16px/1.5 ${SANS};color:#1b2430;${wrapping}`,
  hint: `font-size:14px;line-height:1.5;color:#51606f;`,
  figures: 'width:100%;margin:0 0 24px;border-top:1px solid #d5dbe2;',
  column: `padding:9px 0 9px 16px;border-bottom:1px solid #d5dbe2;vertical-align:bottom;font:400 14px/1.4 ${SANS};color:#51606f;`,
  words: `padding-left:0;text-align:start;${wrapping}`,
  number: 'text-align:end;font-variant-numeric:tabular-nums;',
  cell: `padding:9px 0 9px 16px;border-bottom:1px solid #d5dbe2;font:400 16px/1.4 ${SANS};color:#1b2430;`,
  total: 'font-weight:600;border-bottom:0;',
  button: 'margin:0 0 24px;',
  buttonCell: 'background-color:#17375e;border-radius:3px;',
  link: `display:inline-block;padding:14px 26px;border:1px solid #17375e;border-radius:3px;font:600 16px/1.25 ${SANS};color:#ffffff;text-decoration:none;`,
  note: `margin:0 0 12px;font:400 14px/1.55 ${SANS};color:#51606f;${wrapping}`,
  foot: 'padding:0 48px 32px;',
  footRule: 'border-top:1px solid #d5dbe2;padding-top:20px;',
  small: `margin:0 0 8px;font:400 13px/1.55 ${SANS};color:#51606f;${wrapping}`,
} as const;

export const SHEET = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .margin { padding: 0 !important; }
  .main { padding: 28px 20px 8px !important; }
  .foot { padding: 0 20px 28px !important; }
  .heading { font-size: 23px !important; margin-bottom: 22px !important; }
  .label { display: block !important; width: auto !important; padding: 11px 0 0 !important; border-bottom: 0 !important; font-size: 14px !important; }
  .value { display: block !important; padding: 1px 0 11px !important; }
  .button { width: 100% !important; }
  .link { display: block !important; text-align: center !important; }
  .cell, .column { padding-inline-start: 8px !important; font-size: 15px !important; }
  .column { font-size: 12px !important; }
  .cell:first-child, .column:first-child { padding-inline-start: 0 !important; }
}
@media (prefers-color-scheme: dark) {
  .ground, .body { background-color: #10151b !important; }
  .sheet { background-color: #182029 !important; }
  .band { background-color: #7fa8d9 !important; }
  .statement { background-color: #10151b !important; }
  .statement-cell { border-color: #7fa8d9 !important; }
  .paragraph, .value, .cell { color: #e6ebf1 !important; }
  .heading, .large { color: #c3d7ee !important; }
  .eyebrow, .label, .hint, .note, .small, .column { color: #a9b6c3 !important; }
  .facts, .figures, .label, .value, .cell, .column, .rule { border-color: #36424f !important; }
  .button td { background-color: #c3d7ee !important; }
  .link { color: #10233b !important; border-color: #c3d7ee !important; }
}
`;
