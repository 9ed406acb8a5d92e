/** A menu of the page closes when somebody clicks beside it or presses Escape, as menus do. The grid keeps such events to itself, so they are met before it. */
export function closeMenusWhenLeft(): void {
  const besides = { capture: true };
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      closeMenus((menu) => !(target instanceof Node && menu.contains(target)));
    },
    besides,
  );
  document.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Escape') for (const menu of closeMenus(() => true)) menu.querySelector('summary')?.focus();
    },
    besides,
  );
}

function closeMenus(isLeft: (menu: HTMLDetailsElement) => boolean): readonly HTMLDetailsElement[] {
  const left = [...document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')].filter(isLeft);
  for (const menu of left) menu.open = false;
  return left;
}
