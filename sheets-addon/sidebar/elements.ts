/** An element of the sidebar's own page. Throws where the page has none: a fault of ours. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found;
}

type Kids = readonly (Node | string)[];

/** An element with its text, safe whatever the text holds. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...kids: Kids
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...kids);
  return element;
}

export function makeButton(words: string, press: () => void, className = ''): HTMLButtonElement {
  const button = make('button', className, words);
  button.type = 'button';
  button.addEventListener('click', press);
  return button;
}

/** A link within the office; the click is answered like any link of a page. */
export function makeLink(words: string, href: string): HTMLAnchorElement {
  const link = make('a', '', words);
  link.href = href;
  return link;
}
