import type { News } from '../wire.ts';

export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found;
}

/** As many as leave most of the grid to be seen. */
const MOST_TOASTS = 3;

/** A message that stays until it is clicked away, as in a spreadsheet at Google, or until newer ones take its place. */
export function showToast(words: string): void {
  const toasts = element('toasts');
  const toast = document.createElement('div');
  const close = document.createElement('button');
  toast.className = 'toast';
  toast.textContent = words;
  close.textContent = '閉じる';
  close.onclick = () => {
    toast.remove();
  };
  toast.append(close);
  toasts.prepend(toast);
  for (const old of [...toasts.children].slice(MOST_TOASTS)) old.remove();
}

export function showState(words: string): void {
  element('state').textContent = words;
}

export function showMenu(items: NonNullable<News['menu']>, choose: (entry: string) => void): void {
  element('menu').replaceChildren(
    ...items.map(({ label, calls }) => {
      const [item, button] = [document.createElement('li'), document.createElement('button')];
      button.textContent = label;
      button.onclick = () => {
        button.closest('details')?.removeAttribute('open');
        choose(calls);
      };
      item.append(button);
      return item;
    }),
  );
}
