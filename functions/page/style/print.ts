// Boxes of 様式 are at least as high as the pen needs: one class for each count of lines, since pages carry no styles of their own.
const tall = Array.from(
  { length: 18 },
  (_, at) => `.official .tall-${String(at + 1)} { height: ${String((at + 1) * 1.5 + 0.4)}em; }`,
);

/** Paper: only what the reader of the sheet needs, black on white, links written out. */
export const print = `
.sheet { background: var(--paper); max-width: 46rem; margin: 0 auto; padding: var(--s6); border: 1px solid var(--line); }
.sheet > * + * { margin-top: var(--s4); }
.sheet .right { text-align: right; }
.sheet h1 { text-align: center; font-size: 1.375rem; margin: var(--s6) 0; }
.sheet .letter { white-space: pre-wrap; overflow-wrap: anywhere; }
.reply-sheet { margin-top: var(--s6); }
.reply-sheet .return { text-align: center; font-size: 1.25rem; }
.reply-sheet .return strong { font-size: 1.875rem; letter-spacing: 0.04em; border-bottom: 2px solid currentColor; white-space: pre; }
.reply-sheet .center { text-align: center; }
.reply-sheet .keys { width: 100%; border-collapse: collapse; }
.reply-sheet .keys th, .reply-sheet .keys td { border: 1px solid currentColor; padding: var(--s2) var(--s3); text-align: left; }
.reply-sheet .keys th { width: 8em; font-weight: 400; }
.reply-sheet .keys td { font-weight: 700; overflow-wrap: anywhere; }
.reply-sheet .keys tr:first-child td { font-size: 1.625rem; letter-spacing: 0.1em; }
.reply-sheet * { color: inherit; }
.reply-sheet .circles { list-style: none; margin: 0; padding: 0; }
.reply-sheet .circles li { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2) var(--s4); padding: var(--s3) 0; border-bottom: 1px solid currentColor; }
.reply-sheet .slots { width: 100%; border-collapse: collapse; }
.reply-sheet .slots th, .reply-sheet .slots td { border: 1px solid currentColor; padding: var(--s3); }
.reply-sheet .slots th, .reply-sheet .slots td, .reply-sheet .keys th, .reply-sheet .keys td { vertical-align: middle; }
.reply-sheet .slots th { text-align: left; font-weight: 700; }
.reply-sheet .slots td { width: 17%; height: 3.25rem; text-align: center; font-size: 1.5rem; }
.reply-sheet .slots tr:has(th br) td { font-size: 1rem; font-weight: 700; }
.reply-sheet .mark { display: inline-grid; place-items: center; width: 3rem; height: 3rem; font-size: 1.5rem; font-weight: 700; border: 1px dashed currentColor; border-radius: 50%; }
.reply-sheet .words { font-size: 1.25rem; font-weight: 700; }
.reply-sheet .note { flex: 1 1 14em; display: flex; align-items: flex-end; gap: var(--s2); }
.reply-sheet .blank { flex: 1; min-width: 6em; min-height: 1.75em; border-bottom: 1px solid currentColor; display: inline-block; }
.reply-sheet .who { display: flex; gap: var(--s2); align-items: flex-end; }
.noprint + .sheet { margin-top: var(--s5); }
.sheet.official { max-width: 52rem; padding: var(--s4); color: #000000; }
.official h1 { margin: var(--s3) 0; letter-spacing: 0.15em; }
.official table { width: calc(100% - 2px); margin: 0 1px; table-layout: fixed; border-collapse: collapse; font-size: 0.875rem; line-height: 1.5; }
.official th, .official td { border: 1px solid currentColor; padding: 0.15em 0.4em; text-align: left; vertical-align: middle; white-space: pre-wrap; overflow-wrap: anywhere; }
.official th { font-weight: 400; background: #f2f2f2; }
.official th.part { font-weight: 700; background: #d9d9d9; }
.official td.words { border: 0; }
.official td.story { vertical-align: top; }
${tall.join('\n')}
@media print {
  @page { size: A4; margin: 18mm; }
  @page official { size: A4 portrait; margin: 12mm; }
  :root { font-size: 9.5pt; --s3: .4rem; --s4: .6rem; --s5: .9rem; --s6: 1.2rem; }
  body { min-height: 0; background: #ffffff; color: #000000; font-size: 10pt; line-height: 1.5; display: block; }
  .site, .foot, nav, .skip, .noprint, form, details:not([open]), .local, .button, .button-line, a[href^="#"] { display: none; }
  .block:not(:has(> :not(h2, form, details:not([open]), .noprint))) { display: none; }
  a { color: inherit; text-decoration: none; }
  main { max-width: none; padding: 0; }
  .card, .tablebox, .todo, .sheet, details { border-color: #999999; break-inside: avoid; box-shadow: none; }
  .sheet { border: 0; padding: 0; }
  .sheet:not(.official) { font-size: 11pt; line-height: 1.42; }
  .sheet:not(.official) h1 { font-size: 14pt; margin: var(--s4) 0; }
  .sheet.long:not(.official) { font-size: 10pt; line-height: 1.3; }
  .sheet.reply-sheet { font-size: 12pt; line-height: 1.5; }
  .reply-sheet .note, .reply-sheet .who { font-size: 12pt; color: inherit; margin-left: 0; }
  .reply-sheet .who { margin-top: 1.5rem; }
  .reply-sheet .words { font-size: 16pt; }
  .reply-sheet .mark { width: 15mm; height: 15mm; font-size: 18pt; }
  .reply-sheet .return { font-size: 14pt; }
  .reply-sheet .return strong { font-size: 22pt; }
  .reply-sheet .keys tr:first-child td { font-size: 22pt; }
  .reply-sheet .slots td { height: 13mm; font-size: 18pt; }
  .reply-sheet .slots tr:has(th br) td { font-size: 13pt; }
  .sheet.official { page: official; padding: 0; break-inside: auto; max-width: none; }
  .official tr:has(.part) { break-after: avoid; }
  .official h1 { margin: 0 0 var(--s3); }
  .official table { font-size: 9.5pt; line-height: 1.4; }
  .official th { print-color-adjust: exact; }
  .reply-sheet { break-before: page; margin-top: 0; }
  .line { columns: 2; }
  .line > li { break-inside: avoid; }
  .two { display: block; }
  .two > * + *, .tablebox + .card { margin-top: var(--s4); }
  .badge { border-color: #000000; color: #000000; background: none; }
  h2, h3 { break-after: avoid; }
  tr { break-inside: avoid; }
}
@media (forced-colors: active) {
  .badge, .card, .notice, button, .button { border: 1px solid; }
}
`;
