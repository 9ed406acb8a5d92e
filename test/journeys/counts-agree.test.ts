import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { meetingStates } from '../../core/meeting/model.ts';
import { type App, createApp } from '../../local/app.ts';
import { playDemo } from '../../local/demo/play-demo.ts';
import { checkScenario, type Scenario } from '../../local/scenario/check.ts';
import { createFetch } from '../../local/server.ts';
import { newsSchema } from '../../local/sheet/wire.ts';

const PORT = 8080;
const countsSchema = z.object({ at: z.string(), lines: z.array(z.tuple([z.string(), z.string(), z.number()])) });
const origin = `http://127.0.0.1:${String(PORT)}`;

function scenarioNamed(name: string): Scenario {
  const file = new URL(`../../local/demo/scenarios/${name}.yaml`, import.meta.url);
  const checked = checkScenario(readFileSync(file, 'utf8'));
  if ('problems' in checked) throw new Error(name);
  return checked.scenario;
}

type Who = { readonly clerk: string; readonly officer: string; readonly town: string; readonly townName: string };

function whoIn({ given }: Scenario): Who {
  const people = Object.entries(given.people);
  const clerk = people.find(([, { role }]) => role === 'clerk');
  const officer = people.find(([, { role, town }]) => role === 'viewer' || (role === 'host' && town === undefined));
  const own = Object.entries(given.towns).find(([code]) => code === clerk?.[1].town);
  if (clerk === undefined || officer === undefined || own === undefined) throw new Error('nobody to ask');
  return { clerk: clerk[0], officer: officer[0], town: own[0], townName: own[1].name };
}

describe('集計 of a town’s sheet and the page of the prefecture', () => {
  let app: App | undefined;

  async function ask(path: string, as: string, said?: object): Promise<Response> {
    if (app === undefined) throw new Error('nothing plays');
    const headers = { host: `127.0.0.1:${String(PORT)}`, 'x-tsudoi-persona': encodeURIComponent(as) };
    const sent = said === undefined ? {} : { method: 'POST', body: JSON.stringify(said) };
    return createFetch(app, PORT)(new Request(`${origin}${path}`, { headers, ...sent }));
  }

  type Counts = ReadonlyMap<string, number>;

  /** By table and word. */
  async function toldTo({ clerk }: Who): Promise<Counts> {
    const answer = await ask('/v1/facts', clerk, { tabs: {}, counts: true });
    const { counts } = z.object({ counts: countsSchema }).parse(await answer.json());
    return new Map(counts.lines.map(([table, word, count]) => [`${table} ${word}`, count]));
  }

  /** The same as the clerk reads it in the sheet, once it was brought up to date. */
  async function shownTo({ clerk, town }: Who): Promise<Counts> {
    await ask(`/sheet/${town}/run`, clerk, { since: '', entry: 'makeTabs' });
    const { lines } = newsSchema.parse(await (await ask(`/sheet/${town}/news`, clerk)).json());
    const counts = lines.filter(({ sheet, row }) => sheet === '集計' && row > 1);
    return new Map(counts.map(({ texts: [table, word, count] }) => [`${table ?? ''} ${word ?? ''}`, Number(count)]));
  }

  /** The town's numbers in the tables of the page, by column. */
  async function figuresOn({ officer, townName }: Who): Promise<ReadonlyMap<string, number>> {
    const page = await (await ask('/status', officer)).text();
    const tables = [...page.matchAll(/<table[\s\S]*?<\/table>/g)].map(([text]) => text);
    const own = tables.flatMap((table) => {
      const [head = [], ...rows] = [...table.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) => cellsOf(row));
      const line = rows.find(([name]) => name === townName) ?? [];
      return head.map((title, at) => [title, line[at] ?? ''] as const);
    });
    return new Map(own.filter(([, text]) => /^\d+$/.test(text)).map(([title, text]) => [title, Number(text)]));
  }
  const cellsOf = (row: string) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, text = '']) =>
      text.replaceAll(/<[^>]*>/g, '').trim(),
    );

  const seen = new Set<string>();
  /** By column of the page, the line of 集計 that says the same. 起案 is nobody's but the host's, and on no page of the prefecture. */
  const compared = [
    ...Object.values(meetingStates)
      .filter((word) => word !== meetingStates.drafted)
      .map((word) => [word, `会議 ${word}`] as const),
    ...(['相談', '支援', '超過・遅延'] as const).map((word) => [word, `県内の状況 ${word}`] as const),
  ];

  it.each(['six-months', 'review-dates', 'over-a-year'])('agree after everything that happens in %s', async (name) => {
    const scenario = scenarioNamed(name);
    const who = whoIn(scenario);
    app = createApp({
      now: scenario.clock,
      frozen: true,
      prefecture: scenario.given.prefecture.code,
      publicUrl: origin,
    });
    for await (const told of playDemo(app, scenario)) {
      if ('note' in told) continue;
      const [counts, figures] = [await toldTo(who), await figuresOn(who)];
      expect(figures.size).toBeGreaterThan(2);
      for (const [title, line] of compared) expect([title, counts.get(line)]).toEqual([title, figures.get(title) ?? 0]);
      for (const [line, count] of counts) if (count > 0) seen.add(line);
    }
    expect(await shownTo(who)).toEqual(await toldTo(who));
    app.close();
  });

  it('were compared while people met, planned, watched, and were late', () => {
    expect([...seen]).toEqual(
      expect.arrayContaining([
        '会議 回答待ち',
        '会議 記録待ち',
        '会議 完了',
        'ケース 終結',
        'モニタリングの遅れ 超過',
        'モニタリングの遅れ 遅延',
        '県内の状況 支援',
      ]),
    );
  });
});
