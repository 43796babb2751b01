/** The only style sheet. It uses logical properties, so that it also works for Arabic. */
export const STYLE = `
:root {
  --ink: #1b2430; --soft: #51606f; --line: #d5dbe2; --field: #6b7887; --paper: #fff; --ground: #f4f5f2;
  --deep: #17375e; --link: #1a4f8b; --wrong: #a8221b; --wrong-ground: #fdf3f2; --good: #1d6b45; --good-ground: #eff7f2;
  --focus: #f2b705;
  --serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', Georgia, 'Noto Serif', serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif;
}
*, *::before, *::after { box-sizing: border-box; }
html { font: 100%/1.55 var(--sans); color: var(--ink); background: var(--ground); -webkit-text-size-adjust: 100%; }
body { margin: 0; min-block-size: 100vh; display: flex; flex-direction: column; overflow-wrap: break-word; }
.frame { inline-size: 100%; max-inline-size: 46rem; margin-inline: auto; padding-inline: 1.25rem; }
header { background: var(--deep); color: #fff; }
header .frame { display: flex; flex-wrap: wrap; align-items: baseline; gap: .15rem .9rem; padding-block: .9rem; }
.brand { font: 600 1.3rem/1.2 var(--serif); color: #fff; text-decoration: none; letter-spacing: .01em; }
.brand:hover { text-decoration: underline; }
header .frame:has(.languages) { padding-block-end: .6rem; }
.languages { flex-basis: 100%; font-size: .88rem; }
.languages ul { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; margin: .35rem 0 0; padding: 0; list-style: none; }
.languages a { color: #fff; display: inline-block; padding-block: .2rem; }
.languages span { color: #fff; font-weight: 600; display: inline-block; padding-block: .2rem; }
.tagline { color: #d3deea; font-size: .9rem; }
main { flex: 1; background: var(--paper); padding-block: 2.2rem 3.5rem; }
main:focus { outline: none; }
@media (min-width: 48rem) {
  main.frame { padding-inline: 3.25rem; max-inline-size: 51rem; border-inline: 1px solid var(--line); }
  header .frame, footer .frame { max-inline-size: 51rem; padding-inline: 3.25rem; }
}
footer { color: var(--soft); font-size: .88rem; border-block-start: 1px solid var(--line); }
footer .frame { padding-block: 1.1rem; }
h1, h2 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; color: var(--deep); }
h1 { font-size: clamp(1.65rem, 1.3rem + 1.7vw, 2.25rem); margin: 0 0 .9rem; }
h2 { font-size: 1.3rem; margin: 2.4rem 0 .7rem; }
p { margin: 0 0 1rem; }
.lead { font-size: 1.1rem; white-space: pre-line; }
.lines { white-space: pre-line; }
.eyebrow { color: var(--soft); margin: 0 0 .4rem; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 2px var(--ink); border-radius: 2px; }
.skip { position: absolute; inset-inline-start: -999rem; }
.skip:focus { position: static; display: block; padding: .6rem 1.25rem; background: var(--focus); color: var(--ink); }
.hint { color: var(--soft); font-size: .95rem; margin: 0 0 .35rem; }
.optional { font-weight: 400; color: var(--soft); }
.field { margin: 0 0 1.4rem; }
label, legend { font-weight: 600; display: block; padding: 0; margin-block-end: .2rem; }
fieldset { border: 0; margin: 0 0 1.4rem; padding: 0; min-inline-size: 0; }
.group { margin-block-start: 2.4rem; padding-block-start: 1.5rem; border-block-start: 1px solid var(--line); }
.group > legend { float: inline-start; inline-size: 100%; font: 600 1.3rem/1.2 var(--serif); color: var(--deep); margin-block-end: 1.1rem; }
.group > legend + * { clear: both; }
input[type=text], input[type=email], input[type=tel], input[type=date], select, textarea {
  font: inherit; color: inherit; inline-size: 100%; max-inline-size: 30rem; min-block-size: 2.9rem; padding: .55rem .7rem;
  border: 1px solid var(--field); border-radius: 3px; background: #fff; }
input.short { max-inline-size: 12rem; }
input[type=file] { font: inherit; inline-size: 100%; padding-block: .3rem; }
::file-selector-button { font: 600 .98rem/1.2 var(--sans); padding: .6rem 1.1rem; margin-inline-end: .8rem; cursor: pointer;
  border: 1px solid var(--deep); border-radius: 3px; background: #fff; color: var(--deep); }
textarea { min-block-size: 6rem; resize: vertical; }
:is(input, select, textarea)[aria-invalid=true] { border: 2px solid var(--wrong) !important; }
.failed { border-inline-start: 4px solid var(--wrong); padding-inline-start: 1rem; }
.error { color: var(--wrong); font-weight: 600; margin: 0 0 .35rem; }
.choice { display: grid; grid-template-columns: 2.6rem 1fr; align-items: start; margin-block-end: .35rem; }
.choice input { inline-size: 1.5rem; block-size: 1.5rem; margin: .35rem 0; accent-color: var(--deep); }
.choice label { font-weight: 400; padding-block: .4rem; margin: 0; }
.choice .hint { grid-column: 2; margin-block-start: -.3rem; }
.nested { margin: .3rem 0 1rem 0; margin-inline-start: .7rem; padding-inline-start: 1.6rem; border-inline-start: 3px solid var(--line); }
.button { display: inline-block; font: 600 1.05rem/1.2 var(--sans); cursor: pointer; min-block-size: 2.9rem; padding: .8rem 1.4rem;
  border: 1px solid var(--deep); border-radius: 3px; background: var(--deep); color: #fff; text-decoration: none; }
.button:hover { background: #0f2848; }
.button.quiet { background: #fff; color: var(--deep); }
.button.quiet:hover { background: var(--ground); }
.button.grave { background: var(--wrong); border-color: var(--wrong); }
.button.grave:hover { background: #8a1a14; }
.actions { display: flex; flex-wrap: wrap; gap: .8rem; align-items: center; margin-block: 1.6rem 0; }
.actions form { margin: 0; }
.error-summary { border: 3px solid var(--wrong); padding: 1.1rem 1.3rem; margin: 0 0 2rem; background: var(--wrong-ground); }
.error-summary h2 { color: var(--ink); margin: 0 0 .5rem; font-size: 1.2rem; }
.error-summary ul { margin: 0; padding-inline-start: 1.2rem; }
.error-summary a { color: var(--wrong); font-weight: 600; }
.notice { border-inline-start: 4px solid var(--deep); background: var(--ground); padding: 1rem 1.2rem; margin: 0 0 1.8rem; }
.notice > :last-child { margin-block-end: 0; }
:is(.notice, .group) > h2:first-child { margin-block-start: 0; }
.notice.good { border-color: var(--good); background: var(--good-ground); }
.notice.wrong { border-color: var(--wrong); background: var(--wrong-ground); }
.notice strong.category { font: 600 1.15rem/1.3 var(--serif); display: block; }
dl { margin: 0 0 1.6rem; border-block-start: 1px solid var(--line); }
dl > div { display: grid; grid-template-columns: minmax(8rem, 32%) 1fr; gap: .2rem 1.2rem; padding-block: .65rem; border-block-end: 1px solid var(--line); }
dt { color: var(--soft); }
dd { margin: 0; white-space: pre-line; }
.reference { font: 600 1.7rem/1.2 ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace; letter-spacing: .05em; }
@media (max-width: 30rem) { dl > div { grid-template-columns: 1fr; } .actions, .actions form, .actions .button { inline-size: 100%; text-align: center; } }
.people { list-style: none; margin: 0; padding: 0; border-block-start: 1px solid var(--line); }
.people li { padding-block: 1.3rem; border-block-end: 1px solid var(--line); }
.people p { margin: 0 0 .15rem; }
.person { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .1rem 1rem; }
.person h3 { font: 600 1.15rem/1.3 var(--serif); margin: 0; }
.people .role { font-weight: 600; }
.tag { font-size: .88rem; font-weight: 600; color: var(--soft); }
.tag.confirmed { color: var(--good); }
.tag.pending, .tag.offered { color: var(--deep); }
.whole { display: inline-block; }
section > .hint { margin-block-end: .8rem; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem 1.4rem; margin-block-start: .7rem; }
.row form { margin: 0; }
.row a:not(.button) { display: inline-block; padding-block: .35rem; }
.row .button + .button, .row form + .button { margin-inline-start: -.6rem; }
.button.small { font-size: .98rem; min-block-size: 2.5rem; padding: .6rem 1.1rem; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.foot { margin-block-start: 3rem; }
.meetings { list-style: none; margin: 0; padding: 0; }
.meetings li { padding-block: 1.2rem; border-block-end: 1px solid var(--line); }
.meetings h2 { margin: 0 0 .3rem; }
.meetings p { margin: 0; color: var(--soft); }
bdi, .ltr { unicode-bidi: isolate; }
.ltr { direction: ltr; }
@media print { header, footer, .actions, .skip { display: none; } main.frame { border: 0; } }
@media (prefers-contrast: more) { :root { --soft: #333; --line: #666; } }
`;
