/** Fields and buttons: 48 px to press, label above, hint between label and field. */
export const forms = `
form { margin: 0; }
.form > * + *, [data-step] > * + * { margin-top: var(--s5); }
.form > [type="hidden"] + * { margin-top: 0; }
.field > label, .field > .label, fieldset > legend { display: block; font-weight: 700; padding: 0; }
.hint { color: var(--ink-soft); font-size: var(--small); line-height: 1.6; }
.error { color: var(--bad); font-weight: 700; font-size: var(--small); line-height: 1.6; }
.note { color: var(--warn); font-size: var(--small); line-height: 1.6; }
.field:has(> .error) { border-left: .375rem solid var(--bad-line); padding-left: var(--s4); }
[aria-invalid="true"] { border-color: var(--bad-line); border-width: 2px; }
.clash { border: 2px solid var(--warn-line); border-radius: var(--round); padding: var(--s4); background: var(--warn-soft); }
.clash > legend { padding: 0 var(--s2); }
.sides { display: grid; gap: var(--s4); grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
.must { color: var(--bad); font-size: var(--small); font-weight: 400; margin-left: var(--s2); }
.may { color: var(--ink-soft); font-size: var(--small); font-weight: 400; margin-left: var(--s2); }
input, select, textarea, button { font: inherit; letter-spacing: inherit; color: inherit; }
input[type="text"], input[type="date"], input[type="time"], input[type="number"], select, textarea {
  display: block; width: 100%; max-width: 36rem; min-height: 3rem; margin-top: var(--s1); padding: var(--s2) var(--s4);
  background: var(--paper); border: 1px solid var(--line-strong); border-radius: var(--round);
}
input[type="date"], input[type="time"], select { width: auto; min-width: min(100%, 12rem); max-width: 100%; }
input.short { max-width: 12rem; }
textarea { min-height: 6.5rem; line-height: 1.7; resize: vertical; field-sizing: content; }
input:hover, select:hover, textarea:hover { border-color: var(--ink); }
/* ○△× side by side: a thumb's width each, one below the other where there is no room. The mark itself is what is pressed. */
.marks { border: 1px solid var(--line); border-radius: var(--round); background: var(--paper); padding: var(--s3); }
.form > .marks + .marks { margin-top: var(--s3); }
.marks .must { display: none; }
.marks .stack-small { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 5.5rem), 1fr)); gap: var(--s2); }
.marks .check { position: relative; justify-content: center; align-items: center; width: 100%; min-height: 3.5rem; padding: var(--s1) 2px; border: 1px solid var(--line-strong); border-radius: var(--round); text-align: center; cursor: pointer; }
.marks .check input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.marks .check span { white-space: pre-line; font-size: var(--small); line-height: 1.35; letter-spacing: 0; word-break: auto-phrase; text-wrap: balance; }
.marks .check span::first-line { font-size: var(--h2); font-weight: 700; }
.marks .check:has(input:checked) { border: 3px solid var(--key); background: var(--key-soft); padding: calc(var(--s1) - 2px) 0; }
.marks .check:has(input:focus-visible) { outline: 4px solid #000000; outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus); }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
fieldset > * + * { margin-top: var(--s2); }
.side > * { min-width: 0; max-width: 100%; }
.side { display: flex; flex-wrap: wrap; gap: var(--s4) var(--s5); }
.check { display: flex; gap: var(--s3); align-items: flex-start; padding: var(--s2) 0; min-height: 2.75rem; width: fit-content; max-width: 100%; }
.check input { width: 1.5rem; height: 1.5rem; margin: .15rem 0 0; flex: none; accent-color: var(--key); }
.checks { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 0 var(--s5); }
.pick { border: 1px solid var(--line); border-radius: var(--round); padding: var(--s2) var(--s4); background: var(--paper); }
.pick + .pick { margin-top: var(--s2); }
.pick:has(> .check input:checked) { border-color: var(--key); background: var(--key-soft); }
.pick:has(> .check input):not(:has(> .check input:checked)) > .inside { display: none; }
.inside { padding: var(--s2) 0 var(--s3); }
.inside > * + * { margin-top: var(--s4); }
.box { border: 1px solid var(--line); border-radius: var(--round); padding: var(--s4); background: var(--paper); }
.box > * + * { margin-top: var(--s4); }

button, .button {
  display: inline-flex; align-items: center; justify-content: center; min-height: 3rem; min-width: 6rem; padding: var(--s2) var(--s5);
  border: 1px solid var(--key); border-radius: var(--round); background: var(--key); color: #ffffff; font-weight: 700; text-decoration: none; cursor: pointer; text-align: center;
}
button:hover, .button:hover { background: var(--key-dark); border-color: var(--key-dark); color: #ffffff; text-decoration: underline; }
button:active, .button:active { background: var(--key-darker); color: #ffffff; }
.button-line { background: var(--paper); color: var(--key); }
.button-line:hover { background: var(--key-soft); color: var(--key-dark); }
.button-stop { background: var(--paper); color: var(--bad); border-color: var(--bad); }
.button-stop:hover { background: var(--bad-soft); color: var(--bad); border-color: var(--bad); }
button:disabled { background: var(--quiet); border-color: var(--line); color: var(--ink-soft); cursor: default; text-decoration: none; }
.row { display: flex; flex-wrap: wrap; gap: var(--s3); align-items: center; }
.row form { display: contents; }
[role="search"] .row { align-items: flex-end; }

details { background: var(--paper); border: 1px solid var(--line); border-radius: var(--round-big); }
details + details, .card + details { margin-top: var(--s3); }
summary { padding: var(--s3) var(--s5); min-height: 3rem; font-weight: 700; cursor: pointer; color: var(--key); border-radius: var(--round-big); }
summary:hover { text-decoration: underline; background: var(--key-soft); }
details[open] > summary { border-bottom: 1px solid var(--line); border-radius: var(--round-big) var(--round-big) 0 0; }
.unfold { padding: var(--s5); }
.unfold > * + * { margin-top: var(--s4); }
.plain-details { border: 0; background: none; }
.plain-details > summary { padding: var(--s2) 0; }

.answers { list-style: none; padding: 0; display: grid; gap: var(--s3); }
.answers > li { margin: 0; }
.answers .form > * + * { margin-top: 0; }
.answers button { width: 100%; min-height: 3.5rem; font-size: var(--big); }
/* A link to be pressed with a thumb: 44 px and more (WCAG 2.5.5). */
.reach { display: inline-flex; align-items: center; min-height: 2.75rem; min-width: 2.75rem; }
.glance dd { font-size: var(--big); }
@media (max-width: 40rem) {
  .glance .facts { grid-template-columns: max-content minmax(0, 1fr); column-gap: var(--s4); }
  .glance .facts > div { align-items: baseline; }
  .glance dd { font-size: var(--text); }
  .form button, .form .button { width: 100%; }
  .unfold { padding: var(--s4); }
  summary { padding: var(--s3) var(--s4); }
}
`;
