import { beforeAll, describe, expect, it } from 'vitest';
import { personIdSchema, townCodeSchema } from '../../core/ids.ts';
import { addressOf, type ListName, type Place } from '../../functions/work-office/routes.ts';
import { known } from '../support/small-town.ts';
import { convene, openOffice, type OpenedOffice, town } from '../support/door.ts';

type Numbered = Exclude<Place['page'], ListName>;

/** A page with a number in its address does not compile before it has its line here. */
const numbered = {
  consultation: ({ consultation }) => [{ page: 'consultation', id: consultation }],
  case: (one) => [{ page: 'case', id: one.case }],
  glance: (one) => [{ page: 'glance', id: one.case }],
  plan: (one) => [{ page: 'plan', id: one.case }],
  meeting: ({ meeting }) => [{ page: 'meeting', id: meeting }],
  letter: (one) => [
    { page: 'letter', folder: 'meetings', id: one.meeting, agency: '動物NPO' },
    { page: 'letter', folder: 'cases', id: one.case, agency: '動物NPO' },
    { page: 'letter', folder: 'plans', id: one.case, agency: '動物NPO' },
  ],
  'standard-form': (one) => [
    { page: 'standard-form', folder: 'plans', id: one.case, form: 'plan-application' },
    { page: 'standard-form', folder: 'plans', id: one.case, form: 'evaluation-sheet' },
    { page: 'standard-form', folder: 'consultations', id: one.consultation, form: 'consultation-slip' },
  ],
  agency: ({ other }) => [{ page: 'agency', id: other }],
  body: ({ other }) => [{ page: 'body', id: other }],
} as const satisfies Record<Numbered, (one: Numbers) => readonly Place[]>;

type Numbers = Readonly<Record<'case' | 'consultation' | 'meeting' | 'other', string>>;
const places = (one: Numbers): readonly Place[] => Object.values(numbered).flatMap((of) => [...of(one)]);

const hosted: Numbers = { case: 'C-1', consultation: 'U-1', meeting: 'M-1', other: '社協' };
/** What the town keeps to itself: the desk of the prefecture has nothing to do with it. */
const kept: Numbers = { case: 'C-7', consultation: 'U-7', meeting: 'M-99', other: '知らない' };
const free: Numbers = { case: 'C-99', consultation: 'U-99', meeting: 'M-99', other: '知らない' };

let office: OpenedOffice;
beforeAll(async () => {
  const other = townCodeSchema.parse('393029');
  office = await openOffice({
    towns: { [other]: { name: '白波町', host: 'town' } },
    people: { [personIdSchema.parse('林')]: { role: 'clerk', town: other } },
  });
  await convene(office);
  await office.does('木村', 'consultation', { id: 'U-1', name: '試験三郎', on: '2026-06-01', outcome: '情報提供' });
  await office.does('木村', 'consultation', { id: 'U-7', name: '試験四郎', on: '2026-06-01', outcome: '情報提供' });
  await office.does('木村', 'case', { id: 'C-7', members: [{ id: 'A', name: '試験花子', covered: true }] });
});

const plain = (text: string) => decodeURIComponent(text).replaceAll(/[CMU]-\d+|社協|知らない/g, '番号');

/** What every door says of these numbers to somebody: status and words, the numbers themselves taken out. */
async function saidTo(as: string, numbers: Numbers): Promise<readonly string[]> {
  const said: string[] = [];
  const here = known(await office.app.deps.store.get('town', office.app.deps.prefecture, town), town);
  for (const place of places(numbers)) {
    const path = addressOf({ town: here }, place);
    const answers = [
      await office.get(path, { as }),
      await office.get(`${path}?file=1`, { as }),
      await office.post(path, { does: 'note' }, { as }),
      await office.postRaw('/v1/sidebar', JSON.stringify({ path }), { as }),
      ...(place.page === 'standard-form'
        ? [await office.get(`/v1/form?name=${place.form}&id=${place.id}&town=${town}`, { as })]
        : []),
    ];
    said.push(...answers.map(({ status, body }) => plain(`${place.page} ${String(status)} ${body}`)));
  }
  return said;
}

describe('a number that somebody may not see', () => {
  it.each([
    ['the clerk of another town', '林', hosted],
    ['a viewer of the prefecture', '山本', hosted],
    ['the officer, of what the town keeps to itself', '佐藤', kept],
    ['the supervisor of the prefecture, of the same', '中村', kept],
  ])('is answered to %s as a number there is none of, at every door', async (_who, as, numbers) => {
    expect(await saidTo(as, numbers)).toEqual(await saidTo(as, free));
  });

  it('is answered with what is wanted to whom it concerns', async () => {
    expect((await office.get(`/office/${town}/cases/C-7`, { as: '木村' })).status).toBe(200);
    expect((await office.get(`/office/${town}/cases/C-99`, { as: '木村' })).status).toBe(404);
    expect((await office.get(`/office/${town}/cases/C-1`, { as: '佐藤' })).status).toBe(200);
  });
});
