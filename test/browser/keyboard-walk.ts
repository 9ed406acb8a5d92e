import type { Page } from 'playwright-core';
import * as z from 'zod';

/** Controls as the keyboard stops at them: of radio buttons of one name, one. */
const STOPS = `(() => {
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, select, summary')]
    .filter((one) => one.getClientRects().length > 0 && !one.disabled);
  const groups = new Map();
  for (const one of all) {
    const key = one.type === 'radio' ? (one.form?.id ?? '') + '/' + one.name : one;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  window.stops = [...groups.values()];
  return window.stops.length;
})()`;

/** Where the focus is: which stop, whether its mark can be seen, whether it stands within the window. */
const HERE = `(() => {
  const one = document.activeElement;
  const name = (one.labels?.[0] ?? one).textContent.trim().slice(0, 40);
  const isMarked = (each) => {
    const style = getComputedStyle(each);
    return style.opacity !== '0' && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  const box = one.getBoundingClientRect();
  return {
    at: window.stops.findIndex((group) => group.includes(one)),
    name,
    marked: [one, one.closest('label')].some((each) => each !== null && isMarked(each)),
    inSight: box.bottom > 0 && box.top < innerHeight,
  };
})()`;
const hereSchema = z.object({ at: z.number(), name: z.string(), marked: z.boolean(), inSight: z.boolean() });

/** Presses Tab through a page. @returns what it never came to, and by name where no mark of the focus is to be seen or the focus is out of sight */
export async function walkedBy(page: Page) {
  const stops = Number(await page.evaluate(STOPS));
  await page.evaluate('document.activeElement?.blur(); scrollTo(0, 0)');
  const met = new Map<number, z.infer<typeof hereSchema>>();
  for (let presses = 0; presses < stops + 3; presses += 1) {
    await page.keyboard.press('Tab');
    const here = hereSchema.parse(await page.evaluate(HERE));
    if (here.at >= 0) met.set(here.at, here);
  }
  const seen = [...met.values()];
  return {
    missed: [...Array(stops).keys()].filter((at) => !met.has(at)),
    unmarked: seen.filter(({ marked }) => !marked).map(({ name }) => name),
    hidden: seen.filter(({ inSight }) => !inSight).map(({ name }) => name),
  };
}
