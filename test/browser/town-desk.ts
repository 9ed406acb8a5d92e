import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import * as z from 'zod';
import { menuPath } from '../../core/sheet/addon-name.ts';
import type { ServedApp } from '../support/served-app.ts';
import { desk, visitorIn } from './visitors.ts';

const areasSchema = z.array(z.object({ x: z.number(), y: z.number(), area: z.number() }));

/** A clerk at the spreadsheet of her town, ready to be worked in. */
export async function townDesk(
  browser: Browser,
  served: ServedApp,
  { town = '393011', persona = '木村', size = desk } = {},
) {
  const { page, context, strayed } = await visitorIn(browser, served, { persona, size, script: true });
  await page.goto(`/sheet/${town}`);
  await page.locator('body[data-ready]').waitFor();
  return { page, context, strayed, side: page.frameLocator('#sidebar iframe') };
}

/** The menu of the add-on, by the name it has at Google. */
export function menuOf(page: Page): Locator {
  return page.locator('summary', { hasText: menuPath });
}

export async function choose(page: Page, item: string): Promise<void> {
  await menuOf(page).click();
  await page.getByRole('button', { name: item }).click();
}

export async function openTab(page: Page, tab: string): Promise<void> {
  await page.getByText(tab, { exact: true }).first().click();
}

/** Clicks into column A of a row: the grid is a canvas, with rows of 24 pixels below its letters. */
export async function standAt(page: Page, row: number): Promise<void> {
  await clickRow(page, row, 100);
}

/** Clicks its number, so that the whole row is chosen. */
export async function chooseRow(page: Page, row: number): Promise<void> {
  await clickRow(page, row, 20);
}

/** An item of the menu that a right click on a row's number opens. */
export async function chooseOfRow(page: Page, row: number, item: string): Promise<void> {
  await clickRow(page, row, 20, 'right');
  // On its first letters: in the middle there may be a field for how many.
  await page
    .getByText(item)
    .locator('visible=true')
    .last()
    .click({ position: { x: 10, y: 10 } });
}

/** An item of the menu that a right click on the letter of column A opens. */
export async function chooseOfColumn(page: Page, item: string): Promise<void> {
  await clickRow(page, 0, 100, 'right');
  await page.getByText(item, { exact: true }).locator('visible=true').last().click();
}

async function clickRow(page: Page, row: number, fromLeft: number, button: 'left' | 'right' = 'left'): Promise<void> {
  const canvases: unknown = await page.evaluate(
    "[...document.querySelectorAll('#grid canvas')].map((one) => one.getBoundingClientRect()).map(({ x, y, width, height }) => ({ x, y, area: width * height }))",
  );
  const [grid] = areasSchema.parse(canvases).toSorted((one, other) => other.area - one.area);
  await page.mouse.click((grid?.x ?? 0) + fromLeft, (grid?.y ?? 0) + 36 + (row - 1) * 24, { button });
}

/** Types cells from where the clerk stands to the right, faster than anybody can; an empty one is passed over. */
export async function typeCells(page: Page, cells: readonly string[]): Promise<void> {
  for (const text of cells) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
}

/** A button of the sidebar, by keyboard. */
export async function press(side: FrameLocator, name: string): Promise<void> {
  await side.getByRole('button', { name, exact: true }).press('Enter');
}
