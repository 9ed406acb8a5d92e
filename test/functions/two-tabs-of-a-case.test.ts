import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { filledIn, formsIn } from '../support/page-forms.ts';
import { convene, openOffice, type OpenedOffice, town } from '../support/door.ts';

const path = `/office/${town}/cases/C-1`;
const as = '木村';

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
  await convene(office);
});

async function formAt(does: string) {
  const found = formsIn((await office.get(path, { as })).body).find((one) => one.does === does);
  if (found === undefined) throw new Error(`no ${does} on ${path}`);
  return found;
}
const stored = async () => office.app.deps.store.get('case', town, 'C-1');

describe('a field that is emptied on the page of a case', () => {
  it('is empty then, and a blank one changes nothing', async () => {
    expect((await office.post(path, filledIn(await formAt('details'), { summary: '' }), { as })).status).toBe(303);
    expect(await stored()).toMatchObject({ summary: '' });
    expect((await stored())?.otherIssue).toBeUndefined();
  });

  it('is asked about where there must be something, instead of staying without a word', async () => {
    await office.does('木村', 'member', { case: 'C-1', id: 'A', born: '1943-04-01' });
    const answer = await office.post(path, filledIn(await formAt('member-0'), { born: '' }), { as });
    expect(answer.status).not.toBe(303);
    expect((await stored())?.members[0]?.born).toBe('1943-04-01');
  });
});

describe('two tabs on one case', () => {
  it('take both changes where no field was changed by both, and say so', async () => {
    const [one, other] = [await formAt('details'), await formAt('details')];
    expect((await office.post(path, filledIn(one, { otherIssue: '多頭飼育' }), { as })).status).toBe(303);
    const answer = await office.post(path, filledIn(other, { urgency: '高' }), { as });
    expect(answer.status).toBe(303);
    expect((await office.get(answer.headers['location'] ?? '', { as })).body).toContain(
      'ほかの人が変えた項目は、その人の内容のまま残しました',
    );
    expect(await stored()).toMatchObject({ otherIssue: '多頭飼育', urgency: 'high', summary: '母の物忘れ' });
  });

  it('do not stop a change of one member for a change of another', async () => {
    const [one, other] = [await formAt('member-0'), await formAt('member-1')];
    expect((await office.post(path, filledIn(one, { relation: '母' }), { as })).status).toBe(303);
    expect((await office.post(path, filledIn(other, { relation: '長男' }), { as })).status).toBe(303);
    expect(await stored()).toMatchObject({ members: [{ relation: '母' }, { relation: '長男' }] });
  });

  it('never put what was typed about one member into another when the first has left', async () => {
    const [late, leaving] = [await formAt('member-0'), await formAt('leave-household')];
    const left = await office.post(path, filledIn(leaving, { id: 'A', reason: '転出' }), { as });
    expect(left.status).toBe(303);
    expect((await office.post(path, filledIn(late, { relation: '母' }), { as })).status).not.toBe(500);
    expect(await stored()).toMatchObject({ members: [{ id: 'B', name: '試験一郎' }] });
    expect((await stored())?.members.find(({ id }) => id === 'B')?.relation).toBeUndefined();
  });

  it('leave the minutes to be read once more', async () => {
    await office.at('2026-06-15T15:00');
    const meeting = `/office/${town}/meetings/M-1`;
    const opened = async () =>
      formsIn((await office.get(meeting, { as: '佐藤' })).body).find(({ does }) => does === 'record');
    const [one, other] = [await opened(), await opened()];
    if (one === undefined || other === undefined) throw new Error('no minutes');
    const first = filledIn(one, { 'topic.0': '受診', 'conclusion.0': 'すすめる', final: 'no' });
    expect((await office.post(meeting, first, { as: '佐藤' })).status).toBe(303);
    const late = await office.post(meeting, filledIn(other, { outcome: 'decided', final: 'no' }), { as: '佐藤' });
    expect(late.status).toBe(409);
  });
});

type Details = {
  readonly summary: string;
  readonly otherIssue: string;
  readonly urgency: string;
  readonly issue: readonly string[];
};
const words = fc.constantFrom('一', '二', '三');
const details: fc.Arbitrary<Details> = fc.record({
  summary: words,
  otherIssue: words,
  urgency: fc.constantFrom('高', '中', '低'),
  issue: fc.subarray(['1', '2', '21'], { minLength: 1 }),
});
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

describe('whatever two tabs change', () => {
  it('each field ends as whoever changed it left it; both at one field is asked, and then nothing is stored', async () => {
    const names = ['summary', 'otherIssue', 'urgency', 'issue'] as const;
    await fc.assert(
      fc.asyncProperty(details, details, details, async (base, theirs, mine) => {
        await office.post(path, filledIn(await formAt('details'), base), { as });
        const [first, second] = [await formAt('details'), await formAt('details')];
        expect((await office.post(path, filledIn(first, theirs), { as })).status).toBe(303);
        const late = await office.post(path, filledIn(second, mine), { as });

        const both = names.filter(
          (name) => !same(base[name], theirs[name]) && !same(base[name], mine[name]) && !same(theirs[name], mine[name]),
        );
        expect(late.status).toBe(both.length === 0 ? 303 : 409);
        const wanted = (name: keyof Details) => (same(base[name], mine[name]) ? theirs[name] : mine[name]);
        const shown = new Map(names.map((name) => [name, both.length === 0 ? wanted(name) : theirs[name]] as const));
        const now = await formAt('details');
        for (const name of names)
          expect(now.values.filter(([field]) => field === name).map(([, value]) => value)).toEqual(
            [shown.get(name)].flat(),
          );
      }),
      { numRuns: 40 },
    );
  });
});
