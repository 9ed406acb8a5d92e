/** Cards, badges, notices, tables, lists of facts, the timeline. */
export const parts = `
.card { background: var(--paper); border: 1px solid var(--line); border-radius: var(--round-big); padding: var(--s5); }
.card > * + * { margin-top: var(--s3); }
.card > .hidden + *, .card > [type="hidden"] + * { margin-top: 0; }
.card + .card { margin-top: var(--s4); }
.cards { display: grid; gap: var(--s4); grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); }
.cards > .card + .card { margin-top: 0; }
.two { display: grid; gap: var(--s5); grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); align-items: start; }
.two > * { min-width: 0; }
.two > * + * { margin-top: 0; }
.two .block { margin-top: var(--s5); }

.badge { display: inline-block; padding: 0 var(--s2); border: 1px solid currentColor; border-radius: .25rem; font-size: var(--small); font-weight: 700; line-height: 1.6; white-space: nowrap; background: var(--paper); color: var(--ink-soft); }
.badge-go { color: var(--key); background: var(--key-soft); }
.badge-good { color: var(--good); background: var(--good-soft); }
.badge-warn { color: var(--warn); background: var(--warn-soft); }
.badge-hot { color: var(--hot); background: var(--hot-soft); }
.badge-bad { color: #ffffff; background: var(--bad); border-color: var(--bad); }
.badges { display: inline-flex; flex-wrap: wrap; gap: var(--s1); }

.notice { border: 2px solid var(--key); border-left-width: .5rem; border-radius: var(--round); background: var(--paper); padding: var(--s4) var(--s5); margin-bottom: var(--s5); }
.notice h2, .notice h3 { font-size: var(--big); }
.notice > * + * { margin-top: var(--s1); }
.notice-good { border-color: var(--good-line); }
.notice-warn { border-color: var(--warn-line); background: var(--warn-soft); }
.notice-bad { border-color: var(--bad-line); background: var(--bad-soft); }
.notice-bad h2 { color: var(--bad); }

.facts { display: grid; grid-template-columns: minmax(7em, max-content) minmax(0, 1fr); gap: 0 var(--s5); }
.facts > div { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; padding: var(--s2) 0; border-bottom: 1px solid var(--line); }
.badge + .badge { margin-left: var(--s1); }
.cards .facts { grid-template-columns: minmax(4.5em, max-content) minmax(0, 1fr); column-gap: var(--s4); }
.facts ul { padding-left: 1.2em; }
.facts > div:last-child { border-bottom: 0; }
.facts dt { color: var(--ink-soft); font-weight: 400; }
.facts dd { margin: 0; min-width: 0; }

table { border-collapse: collapse; width: 100%; background: var(--paper); }
caption { text-align: left; font-size: var(--small); color: var(--ink-soft); padding-bottom: var(--s2); }
th, td { text-align: left; vertical-align: top; padding: var(--s3); border-bottom: 1px solid var(--line); }
thead th { background: var(--quiet); font-size: var(--small); white-space: nowrap; }
tbody th { font-weight: 700; }
/* A word of two or three letters stays on one line, and a day in one piece. */
tbody th, tbody td { min-width: 4.5em; }
tbody td time { word-break: keep-all; }
/* A number in one piece: C-107 is broken at no hyphen. */
tbody :is(a[href*="/cases/"], a[href*="/plans/"], a[href*="/meetings/"], a[href*="/consultations/"]) { display: inline-block; }
@media (min-width: 40.01rem) {
  tbody th :is(a[href*="/cases/"], a[href*="/plans/"], a[href*="/meetings/"], a[href*="/consultations/"]) { white-space: nowrap; }
}
p + .tablebox { margin-top: var(--s4); }
/* A town in one piece, and in sight while the figures beside it are scrolled. */
.wide tbody th { white-space: nowrap; position: sticky; left: 0; background: var(--paper); }
th.number { text-align: right; }
tr.sum > * { font-weight: 700; border-top: 2px solid var(--line-strong); }
.tablebox { background: var(--paper); border: 1px solid var(--line); border-radius: var(--round-big); overflow: hidden; }
.tablebox caption { padding: var(--s3) var(--s3) var(--s2); }
.tablebox tbody tr:last-child > * { border-bottom: 0; }
.tablebox[tabindex] { overflow-x: auto; }

.todo { list-style: none; padding: 0; background: var(--paper); border: 1px solid var(--line); border-radius: var(--round-big); overflow: hidden; }
.todo > li { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr) auto; gap: var(--s1) var(--s4); align-items: center; padding: var(--s3) var(--s4); margin: 0; border-bottom: 1px solid var(--line); border-left: .375rem solid var(--line); }
.todo > li:last-child { border-bottom: 0; }
.todo > li.late { border-left-color: var(--bad-line); }
.todo > li.today { border-left-color: var(--warn-line); }
.todo p { margin: 0; }

.line { list-style: none; padding: 0; }
.line > li { position: relative; padding: 0 0 var(--s3) var(--s5); margin: 0; border-left: 2px solid var(--line); margin-left: .5rem; }
.line > li::before { content: ""; position: absolute; left: calc(-.5rem - 1px); top: .4em; width: 1rem; height: 1rem; border-radius: 50%; background: var(--key); border: 3px solid var(--ground); }
.card .line > li::before { border-color: var(--paper); }
.line > li.ahead { border-left-style: dashed; }
.line > li.ahead::before { background: var(--paper); border: 2px solid var(--ink-faint); }
.line > li.now { padding-bottom: var(--s4); color: var(--key); font-weight: 700; }
.line > li.now::before { background: var(--focus); border-color: var(--ink); border-width: 2px; }
.line > li:last-child { border-left-color: transparent; padding-bottom: 0; }
.line time { display: block; font-size: var(--small); color: var(--ink-soft); }

.plain-figure { margin: 0; }
.scroll { overflow-x: auto; }
abbr { text-decoration: none; cursor: help; }
.count { font-size: 2rem; font-weight: 700; line-height: 1.2; font-variant-numeric: tabular-nums; }
.chart { width: 100%; height: auto; max-width: 40rem; }
.chart text { font-family: var(--sans); font-size: 13px; fill: var(--ink); }
.chart .bar { fill: var(--key); }
.chart .bar-late { fill: var(--bad-line); }
.chart .axis { stroke: var(--line-strong); stroke-width: 1; }

.local { background: #26281f; color: #ffffff; font-size: var(--small); }
.local-in { max-width: 68rem; margin: 0 auto; padding: var(--s2) var(--s4); display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); align-items: center; }
.local a { color: #ffffff; }
.local button { min-height: 2.25rem; padding: 0 var(--s4); }
.local-links { margin-left: auto; }
.local-links a + a { margin-left: var(--s4); }

@media (max-width: 52rem) {
  .two { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 40rem) {
  :root { --h1: 1.5rem; --h2: 1.25rem; }
  .card { padding: var(--s4); }
  /* What is asked stands on the first screen. */
  .site-in { padding-top: var(--s2); padding-bottom: var(--s2); }
  main.narrow { padding-top: var(--s3); }
  main.narrow > .block { margin-top: var(--s4); }
  .glance + .block { margin-top: var(--s5); }
  .who { margin-left: 0; width: 100%; }
  .facts { grid-template-columns: minmax(0, 1fr); }
  .facts dt { font-size: var(--small); }
  .todo > li { grid-template-columns: minmax(0, 1fr); }
  table.fold, table.fold tbody, table.fold tr, table.fold td, table.fold tbody th, table.fold caption { display: block; width: 100%; }
  table.fold thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.fold tr { padding: var(--s3) var(--s4); border-bottom: 1px solid var(--line); }
  table.fold tr:last-child { border-bottom: 0; }
  table.fold th, table.fold td { min-width: 0; border: 0; padding: var(--s1) 0; text-align: left; white-space: normal; }
  /* Whatever stands in a cell stays together beside its label. */
  table.fold td[data-label] { display: flow-root; padding-left: 8.75rem; }
  table.fold [data-label]::before { content: attr(data-label); float: left; width: 8rem; margin-left: -8.75rem; font-size: var(--small); line-height: 1.9; color: var(--ink-soft); font-weight: 400; }
  table.fold td:empty { display: none; }
  table.lines tr { padding: var(--s2) var(--s4); }
  table.lines tbody th { display: inline; margin-right: var(--s3); }
  table.lines td[data-label] { display: inline-block; width: auto; padding: 0; margin-right: var(--s3); }
  table.lines [data-label]::before { float: none; display: inline; width: auto; margin: 0 var(--s1) 0 0; }
  table.lines td.zero { display: none; }
}
`;
