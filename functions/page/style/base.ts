/** Text, links, headings, the frame of the page. */
export const base = `
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
input[type='file'] { max-width: 100%; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: var(--s4); }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--ground); color: var(--ink);
  font-family: var(--sans); font-size: var(--text); line-height: 1.7; letter-spacing: .02em;
  line-break: strict; overflow-wrap: anywhere;
}
h1, h2, h3 { line-height: 1.4; margin: 0; font-weight: 700; text-wrap: balance; word-break: auto-phrase; }
h1 { font-size: var(--h1); }
h2 { font-size: var(--h2); }
h3 { font-size: var(--h3); }
p, ul, ol, dl, table, pre { margin: 0; }
ul, ol { padding-left: 1.5em; }
li + li { margin-top: var(--s1); }
a { color: var(--key); text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:hover { color: var(--key-dark); text-decoration-thickness: 3px; }
a:active { color: var(--hot); }
:focus-visible, input[type="date"]:focus-within, input[type="time"]:focus-within { outline: 4px solid #000000; outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus); }
a:not(.button):focus-visible { background: var(--focus); color: #000000; border-radius: .25rem; }
[tabindex="-1"]:focus { outline: none; }
time { font-variant-numeric: tabular-nums; }
small, .small { font-size: var(--small); line-height: 1.6; }
.soft { color: var(--ink-soft); }
.nowrap { white-space: nowrap; }
.keep { white-space: pre-wrap; }
.number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999rem; padding: var(--s3) var(--s5); background: var(--paper); z-index: 2; }
.skip:focus { left: var(--s4); top: var(--s2); }

.site { background: var(--paper); border-bottom: 1px solid var(--line); }
.site-in, main, .foot-in { width: 100%; max-width: 68rem; margin: 0 auto; padding: 0 var(--s4); }
.site-in { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s1) var(--s5); padding-top: var(--s3); padding-bottom: var(--s3); }
.mark { display: inline-flex; align-items: center; gap: var(--s2); font-weight: 700; font-size: var(--big); color: var(--ink); text-decoration: none; letter-spacing: .08em; }
.mark svg { width: 1.75rem; height: 1.75rem; flex: none; }
.site nav ul { display: flex; flex-wrap: wrap; gap: 0 var(--s4); list-style: none; padding: 0; }
.site nav li + li { margin: 0; }
.site nav a { display: inline-block; padding: var(--s2) 0; }
.site nav a[aria-current] { color: var(--ink); font-weight: 700; text-decoration: none; box-shadow: inset 0 -3px 0 var(--key); }
/* Choices of a list, as tabs that are links. */
.choices ul { display: flex; flex-wrap: wrap; gap: 0 var(--s5); list-style: none; padding: 0; }
.choices li + li { margin: 0; }
.choices a { display: inline-block; padding: var(--s2) 0; }
.choices a[aria-current] { color: var(--ink); font-weight: 700; text-decoration: none; box-shadow: inset 0 -3px 0 var(--key); }
.who { margin-left: auto; font-size: var(--small); color: var(--ink-soft); }
main { flex: 1; padding-top: var(--s6); padding-bottom: var(--s7); }
main.narrow { max-width: 46rem; }
.foot { border-top: 1px solid var(--line); background: var(--paper); color: var(--ink-soft); font-size: var(--small); }
.foot-in { padding-top: var(--s4); padding-bottom: var(--s5); }
.crumbs { font-size: var(--small); margin-bottom: var(--s3); }
.crumbs ol { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--s2); list-style: none; padding: 0; }
.crumbs li + li { margin: 0; }
.crumbs li + li::before { content: "›"; margin-right: var(--s2); color: var(--ink-faint); }
.title { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); align-items: center; margin-bottom: var(--s2); }
.lead { color: var(--ink-soft); max-width: 46em; }
.stack > * + * { margin-top: var(--s4); }
.block { margin-top: var(--s6); }
.block > h2 { margin-bottom: var(--s3); }
.block > * + * { margin-top: var(--s3); }
.block > .block { margin-top: var(--s6); }
h1 + .lead, .title + .lead { margin-top: var(--s2); }
h1 + p, .lead + .notice { margin-top: var(--s3); }
`;
