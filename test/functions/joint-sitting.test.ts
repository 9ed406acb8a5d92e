import { expect, it } from 'vitest';
import { personIdSchema, townCodeSchema } from '../../core/ids.ts';
import { openOffice, town } from '../support/door.ts';

const neighbour = townCodeSchema.parse('393037');
const members = [{ id: 'A', name: '試験花子', covered: true }];
const call = { class: '見守り', purpose: '試験の目的' };
const part = (of: string, meeting: string, id: string) => ({
  ...{ town: of, meeting, cases: [id], ground: 1, agenda: [{ case: id, minutes: 30 }] },
  invite: { 動物NPO: call },
});

it('the paper of a joint sitting tells of all its parts, and the office of each town only that there are others', async () => {
  const office = await openOffice({
    towns: { [neighbour]: { name: '野原町', host: 'prefecture' } },
    people: { [personIdSchema.parse('野田')]: { role: 'clerk', town: neighbour } },
  });
  await office.does('木村', 'case', { id: 'C-1', members });
  await office.does('野田', 'case', { id: 'C-7', members });
  await office.does('佐藤', 'convene-together', {
    ...{ date: '2026-06-15T14:00', place: '福祉保健所', outlook: '1回', framework: 'needy-support' },
    parts: [part(town, 'M-1', 'C-1'), part(neighbour, 'N-1', 'C-7')],
  });
  const fax = async (of: typeof town) => (await office.app.deps.store.list('task', of)).map(({ taskKind }) => taskKind);
  expect([await fax(town), await fax(neighbour)]).toEqual([['fax'], []]);
  const page = `/office/${town}/meetings/M-1`;
  const { body: paper } = await office.get(`${page}/letter/${encodeURIComponent('動物NPO')}`, { as: '佐藤' });
  for (const said of ['続けて同じ席で', 'N-1', 'ケース C-7', '14:30']) expect(paper).toContain(said);
  expect(paper).not.toContain('{{');
  const reply = paper.slice(paper.indexOf('reply-sheet'));
  expect(reply).toContain('N-1（このお答えが届きます）');

  const host = (await office.get(page, { as: '佐藤' })).body;
  expect(host).toContain(`/office/${neighbour}/meetings/N-1`);
  const own = (await office.get(page, { as: '木村' })).body;
  expect(own).toContain('ほかの1町村の会議と、同じ席で続けて開きます');
  expect(own).not.toContain('N-1');
  const { body: printed } = await office.get(`${page}/letter/${encodeURIComponent('動物NPO')}`, { as: '木村' });
  expect(printed).not.toContain('N-1');

  // Once a part is off nobody shares the sitting any more, and no page says so.
  await office.does('佐藤', 'cancel', { meeting: 'N-1', reason: '開催依頼の取下げ' });
  for (const off of [page, `/office/${neighbour}/meetings/N-1`])
    expect((await office.get(off, { as: '佐藤' })).body).not.toContain('同じ席で続けて開きます');
});

it('a town that keeps the secretariat of its part is offered to end that part, and not to move or end the others', async () => {
  const office = await openOffice({
    towns: { [neighbour]: { name: '野原町', host: 'prefecture', secretariat: 'town' } },
    people: { [personIdSchema.parse('野田')]: { role: 'clerk', town: neighbour } },
  });
  await office.does('木村', 'case', { id: 'C-1', members });
  await office.does('野田', 'case', { id: 'C-7', members });
  await office.does('佐藤', 'convene-together', {
    ...{ date: '2026-06-15T14:00', place: '福祉保健所', outlook: '1回', framework: 'needy-support' },
    parts: [part(town, 'M-1', 'C-1'), part(neighbour, 'N-1', 'C-7')],
  });
  const page = `/office/${neighbour}/meetings/N-1`;
  const offered = async (who: string) => {
    const { body } = await office.get(page, { as: who });
    return ['会議を中止する', 'name="remove"', 'name="whole"', 'name="date"'].filter((one) => body.includes(one));
  };
  expect(await offered('佐藤')).toEqual(['会議を中止する', 'name="remove"', 'name="whole"', 'name="date"']);
  expect(await offered('野田')).toEqual(['会議を中止する', 'name="remove"']);
});
