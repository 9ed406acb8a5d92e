import { townCodeSchema, type TownCode } from '../../core/ids.ts';
import type { Change, Store } from '../../core/ports.ts';
import { type Kind, recordSchemas, type Versioned } from '../../core/records.ts';
import { type Status, statusSchema } from '../../core/status/model.ts';
import { addDays, daySchema, epochOf, type Instant } from '../../core/time.ts';
import { type Given, givenSchema } from '../../local/scenario/given.ts';
import { seed } from '../../local/scenario/seed.ts';
import { type OpenedOffice, town } from './door.ts';
import { worlds } from './form-worlds.ts';

/** How many towns there are, how many cases in all, and how many of those in the first town; each has a meeting. */
export type Size = { readonly towns: number; readonly cases: number; readonly first: number };

/** Everything of a town's that is about one household. What hangs on a link or a run of the template's is left out: copies have neither. */
const kinds = ['consultation', 'case', 'meeting', 'role', 'plan', 'task', 'message', 'row'] as const satisfies Kind[];
/** One household at a moment of its story, and how things stood then. */
type Household = { readonly at: Instant; readonly records: readonly Versioned[]; readonly statuses: readonly Status[] };

const codes = (count: number): readonly TownCode[] =>
  Array.from({ length: count }, (_, at) => (at === 0 ? town : townCodeSchema.parse(String(394000 + at))));
const letters = '青海山川谷原浜森沢島';
const nameOf = (at: number) => `試験${letters[at % 10] ?? ''}${letters[Math.floor(at / 10) % 10] ?? ''}町`;
const firstNames = ['ハナ', '太郎', '文子', '健', '梅', '正雄', '和子', '誠', '千代', '勇', '長い名前の花子マリア'];

/** A prefecture of many towns, most of them hosted by it: 若草町 over and over, with households at every moment of their story. */
export async function fillPrefecture(store: Store, now: Instant, { towns, cases, first }: Size): Promise<void> {
  await seed(store, givenOf(codes(towns)));
  const moments = await households(now);
  const each = Math.ceil((cases - first) / Math.max(1, towns - 1));
  for (const [at, code] of codes(towns).entries()) {
    const mine = at === 0 ? first : each;
    for (let number = 1; number <= mine; number += 1) {
      const one = moments[(number * 7 + at) % moments.length];
      if (one !== undefined) await save(store, copyOf(one, { code, number, now }));
    }
  }
}

function givenOf(towns: readonly TownCode[]): Given {
  const agencies = Array.from({ length: 40 }, (_, at) => [
    `試験機関${String(at + 1)}`,
    {
      type: ['医療施設', '社会福祉協議会', 'NPO法人'][at % 3],
      name: `試験機関${String(at + 1)}`,
      phone: '000-000-0000',
    },
  ]);
  return givenSchema.parse({
    prefecture: { code: '390003', name: '青葉県' },
    towns: Object.fromEntries(
      towns.map((code, at) => [
        code,
        {
          name: at === 0 ? '若草町' : nameOf(at),
          host: at % 8 === 7 ? 'town' : 'prefecture',
          area: `圏域${String(at % 5)}`,
        },
      ]),
    ),
    people: {
      ...{
        木村: { role: 'clerk', town },
        佐藤: { role: 'host' },
        中村: { role: 'supervisor' },
        山本: { role: 'viewer' },
      },
      森: { role: 'area', areas: ['圏域0'] },
    },
    agencies: Object.fromEntries(agencies),
  });
}

/** The moments of the office's forms, with what was written by then. */
async function households(now: Instant): Promise<readonly Household[]> {
  const all = await Promise.all(Object.values(worlds).map(async ({ open }) => householdOf(await open())));
  return all.filter(({ at, records }) => at <= now && records.some(({ kind }) => kind === 'case'));
}

async function householdOf({ app: { deps } }: OpenedOffice): Promise<Household> {
  const records = await Promise.all(kinds.map(async (kind) => deps.store.list(kind, town)));
  const statuses = (await deps.store.statuses()).filter((one) => one.town === town);
  return { at: deps.clock.now(), records: records.flat(), statuses };
}

type Copy = { readonly code: TownCode; readonly number: number; readonly now: Instant };

/** The same household in another town under another number and name, its days moved by whole weeks up to now. */
function copyOf({ at, records, statuses }: Household, { code, number, now }: Copy): Change {
  const weeks = Math.floor((epochOf(now) - epochOf(at)) / WEEK);
  const copied = (record: Versioned | Status): unknown =>
    JSON.parse(
      JSON.stringify(record)
        .replaceAll(/\b([CMUR])-(\d)\b/g, (_id, letter: string, old: string) => idOf(letter, number, old))
        .replaceAll(`"${town}"`, `"${code}"`)
        .replaceAll('ハナ', firstNames[number % firstNames.length] ?? '')
        .replaceAll(/\b2026-\d\d-\d\d/g, (day) => addDays(daySchema.parse(day), weeks * 7))
        .replaceAll(/"version":\d+/g, '"version":0'),
    );
  return {
    put: records.map((record) => recordSchemas[record.kind].parse(copied(record))),
    mirror: statuses.map((status) => statusSchema.parse(copied(status))),
  };
}

const WEEK = 7 * 24 * 3600 * 1000;
const idOf = (letter: string, number: number, old: string) =>
  `${letter}-${String(number)}${old === '1' ? '' : `-${old}`}`;

async function save(store: Store, change: Change): Promise<void> {
  const saved = await store.commit(change);
  if (!saved.ok) throw new Error('one number twice');
}
