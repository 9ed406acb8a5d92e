import { parseArgs } from 'node:util';
import { grid } from './grid.ts';
import { kill } from './kill.ts';
import { lives } from './lives.ts';
import { mails } from './mails.ts';
import { pages } from './pages.ts';
import { rows } from './rows.ts';
import { sheet } from './sheet.ts';
import { waiting } from './waiting.ts';

/** What is measured and printed: names with units in them, one number each. */
export type Figures = Readonly<Record<string, number | string>>;

const benches: Readonly<Record<string, (n?: number, seed?: number) => Promise<Figures>>> = {
  lives,
  rows,
  sheet,
  grid,
  kill,
  mails,
  pages,
  waiting,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, n: { type: 'string' }, seed: { type: 'string' } },
});
const names = positionals.length === 0 ? Object.keys(benches) : positionals;
const unknown = names.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`知らない測定です: ${unknown.join('、')}。使えるもの: ${Object.keys(benches).join('、')}`);
  process.exitCode = 2;
} else {
  for (const name of names) {
    const figures = await benches[name]?.(number(values.n), number(values.seed));
    console.log(values.json ? JSON.stringify({ name, ...figures }) : `${name}\n${table(figures ?? {})}`);
  }
}

function number(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function table(figures: Figures): string {
  return Object.entries(figures)
    .map(([name, value]) => `  ${name.padEnd(28)} ${String(value)}`)
    .join('\n');
}
