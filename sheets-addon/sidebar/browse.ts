import type { OfficePage } from './answers.ts';
import { byId, make, makeButton } from './elements.ts';
import { takeSteps } from './steps.ts';
import { askForPage, type Trouble } from './trouble.ts';
import type { Asked } from '../sidebar-wire.ts';

/** What is shown now, and the way back. */
let [shownPath, sending, styled] = ['', false, false];
let turn = 0;
const before: string[] = [];

/** Whatever was asked for before is no longer wanted: a slow answer must not take the place of a later one. */
export function beginTurn(): () => boolean {
  turn += 1;
  const mine = turn;
  return () => mine === turn;
}

/** A form is on its way: its answer is waited for. */
export function isSending(): boolean {
  return sending;
}

/** Opens a page of the office in the sidebar. */
export async function openPage(path: string): Promise<void> {
  const left = shownPath;
  if ((await ask({ path })) && left !== '' && left !== shownPath) before.push(left);
  showWayBack();
}

/** Shows something of the sidebar's own, for which nobody is asked. */
export function showOwn(...kids: readonly (Node | string)[]): void {
  beginTurn();
  if (shownPath !== '') before.push(shownPath);
  shownPath = '';
  quiet();
  byId('main').replaceChildren(...kids);
  showWayBack();
  focusOn(byId('main'));
}

/** Hands in a form. What was typed stays on the screen until an answer is there. */
async function sendForm(form: HTMLFormElement, pressed: HTMLElement | null): Promise<void> {
  const values = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') values.append(name, value);
  if (pressed instanceof HTMLButtonElement && pressed.name !== '') values.append(pressed.name, pressed.value);
  if (form.method === 'get') await openPage(`${shownPath.split('?')[0] ?? ''}?${values.toString()}`);
  else await ask({ path: shownPath, form: values.toString() });
}

async function ask(asked: Asked): Promise<boolean> {
  if (sending) return false;
  const isWanted = beginTurn();
  sending = asked.form !== undefined;
  showWaiting(asked.form === undefined ? '開いています…' : '送っています…');
  const got = await askForPage(styled ? asked : { ...asked, style: true });
  if (asked.form !== undefined) sending = false;
  if (!isWanted()) return false;
  if (got.ok) showPage(got.page, asked.path);
  else showTrouble(got.trouble);
  return got.ok;
}

function showPage(page: OfficePage, asked: string): void {
  quiet();
  if (page.style !== undefined) byId('office-style').textContent = page.style;
  styled ||= page.style !== undefined;
  shownPath = page.path;
  byId('who').textContent = page.who;
  byId('main').innerHTML = page.html;
  takeSteps(byId('main'));
  focusOn(firstToRead(byId('main'), asked));
}

export function showTrouble({ what, lines }: Trouble): void {
  quiet();
  const box = make('div', 'notice notice-bad', make('h2', '', what), ...lines.map((line) => make('p', '', line)));
  box.tabIndex = -1;
  byId('trouble').replaceChildren(box);
  focusOn(box);
}

export function showWaiting(words: string): void {
  quiet();
  byId('state').textContent = words;
  byId('main').setAttribute('aria-busy', 'true');
}

/** Nothing is wrong and nothing is awaited, as far as the screen says. */
function quiet(): void {
  byId('main').removeAttribute('aria-busy');
  byId('state').textContent = '';
  byId('trouble').replaceChildren();
}

/** What is wrong, what was just done, the part an address names, else the beginning. */
function firstToRead(main: HTMLElement, path: string): HTMLElement {
  const part = path.split('#')[1];
  const named = part === undefined || part === '' ? null : document.getElementById(part);
  const first =
    main.querySelector<HTMLElement>('#error') ??
    main.querySelector<HTMLElement>('#done') ??
    named ??
    main.querySelector<HTMLElement>('h1');
  return first ?? main;
}

function focusOn(element: HTMLElement): void {
  for (
    let around = element.closest('details');
    around !== null;
    around = around.parentElement?.closest('details') ?? null
  )
    around.open = true;
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus();
  element.scrollIntoView({ block: 'start' });
}

function showWayBack(): void {
  const way = byId('back');
  way.replaceChildren();
  if (before.length === 0) return;
  const back = makeButton('前の画面へ戻る', () => {
    const to = before[before.length - 1];
    // The way back is gone when it was gone, not when nothing came.
    if (to !== undefined)
      void ask({ path: to }).then((came) => {
        if (came) before.pop();
        showWayBack();
      });
  });
  way.append(back);
}

/** Links and forms of the office's pages work as in a browser, only by way of the add-on. */
export function answerLinksAndForms(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const href = link?.getAttribute('href') ?? '';
    if (link === null || /^(tel|mailto):/.test(href)) return;
    event.preventDefault();
    if (href.startsWith('#')) goTo(href.slice(1));
    else if (/^\/office([/?#]|$)/.test(href)) void openPage(href);
    else
      showTrouble({
        what: 'この画面はサイドバーでは開けません',
        lines: ['ブラウザで、つどいの画面から開いてください。'],
      });
  });
  document.addEventListener('submit', (event) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) void sendForm(event.target, event.submitter);
  });
}

function goTo(id: string): void {
  const target = document.getElementById(decodeURIComponent(id));
  if (target === null) return;
  target.dispatchEvent(new Event('wanted', { bubbles: true }));
  focusOn(target);
}
