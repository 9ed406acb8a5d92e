import { describe, expect, it } from 'vitest';
import type { OpenedOffice } from '../support/door.ts';
import { worlds } from '../support/form-worlds.ts';
import { samples } from '../support/form-samples.ts';
import { asked, told } from '../support/office-moments.ts';
import { filledIn, formsIn, textOf } from '../support/page-forms.ts';

/** Every page of the office that somebody reaches by following links, with what it answers: `404 /office/…`. */
async function reached(office: OpenedOffice, as: string, from: string): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  const closed: string[] = [];
  const waiting = [from];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path)) continue;
    const { status, body, headers } = await office.get(path, { as });
    seen.set(path, body);
    const to = headers['location'];
    if (to !== undefined) waiting.push(to);
    else if (status !== 200) closed.push(`${as}: ${String(status)} ${path}`);
    waiting.push(...linksIn(body));
  }
  expect(closed).toEqual([]);
  return seen;
}

/** Of many agencies one is enough: their pages are alike. */
function linksIn(body: string): readonly string[] {
  const all = [...body.matchAll(/\shref="(\/(?:office|status)\b[^"#]*)/g)].map(([, href = '']) => textOf(href));
  return all.filter((href) => !/\/agencies(?:\/(?!new)|\?)/.test(href));
}

describe('whatever link a page offers', () => {
  it.each(Object.keys(worlds))('leads to a page that is open to whoever sees it: %s', async (world) => {
    const office = await worlds[world]?.open();
    if (office === undefined) throw new Error(world);
    for (const as of ['木村', '佐藤', '中村']) await reached(office, as, '/office');
    await reached(office, '山本', '/status');
  });

  it.each(['林', '森', '原'])('is open to %s, who reads a case of another town or of the area', async (as) => {
    const office = await told();
    await reached(office, as, '/office');
    await reached(office, as, '/office/393011/cases/C-1');
  });
});

describe('whoever only reads', () => {
  it('is offered nothing new to write', async () => {
    const office = await asked();
    const pages = await reached(office, '原', '/office');
    for (const [path, body] of pages)
      expect({ path, new: /<a class="button" href="[^"]*\/new"/.exec(body)?.[0] }).toEqual({ path });
  });
});

describe('who goes along with a case (同行)', () => {
  it('writes in every form that the page of the case shows', async () => {
    const path = '/office/393011/cases/C-1';
    const refused: string[] = [];
    const { body } = await (await told()).get(path, { as: '森' });
    for (const { does } of formsIn(body)) {
      const office = await told();
      const page = await office.get(path, { as: '森' });
      const form = formsIn(page.body).find((one) => one.does === does);
      if (form === undefined) throw new Error(does);
      const { status } = await office.post(path, filledIn(form, samples[form.kind]?.(form) ?? {}), { as: '森' });
      if (status === 403) refused.push(does);
    }
    expect(refused).toEqual([]);
  });
});
