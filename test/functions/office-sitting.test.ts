import { beforeEach, describe, expect, it } from 'vitest';
import { personIdSchema, townCodeSchema } from '../../core/ids.ts';
import { nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

const neighbour = townCodeSchema.parse('393037');
const page = `/office/${town}/meetings/together`;
const as = { as: '佐藤' };
let office: OpenedOffice;

beforeEach(async () => {
  office = await openOffice({
    towns: { [neighbour]: { name: '野原町', host: 'prefecture' } },
    people: { [personIdSchema.parse('野田')]: { role: 'clerk', town: neighbour } },
  });
  await office.does('木村', 'case', {
    id: 'C-1',
    issues: [1],
    members: [{ id: 'A', name: '試験花子', covered: true }],
  });
  await office.does('野田', 'case', {
    id: 'C-1',
    issues: [1],
    members: [{ id: 'A', name: '試験次郎', covered: true }],
  });
  // What was asked for is on the desk of the host.
  const asked = { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 };
  await office.does('木村', 'request', asked);
  await office.does('野田', 'request', asked);
  await office.at('2026-06-01T10:00');
});

const called = (of: string, ...agencies: readonly string[]) => ({
  [`${of}.case`]: 'C-1',
  [`${of}.ground`]: '1',
  [`${of}.minutes.C-1`]: '30',
  [`${of}.order.C-1`]: '1',
  [`${of}.agency`]: agencies,
  ...Object.fromEntries(
    agencies.flatMap((agency) => [
      [`${of}.class.${agency}`, '相談支援'],
      [`${of}.purpose.${agency}`, `${of}の目的`],
    ]),
  ),
});
const form = {
  ...{ does: 'convene-together', date: '2026-06-15', time: '14:00', place: '福祉保健所', outlook: '1回' },
  ...{ framework: 'needy-support', body: '', cadence: '随時', mode: '対面', url: '' },
  ...called(town, '地域包括'),
  ...called(neighbour, '地域包括', '動物NPO'),
  ...{ [`${town}.turn`]: '2', [`${neighbour}.turn`]: '1', [`${town}.meeting`]: 'M-1', [`${neighbour}.meeting`]: 'M-1' },
};
const sends = async (more: Readonly<Record<string, string | string[]>> = {}) =>
  office.post(page, { ...form, ...more, nonce: nonceIn(await office.get(page, as)) }, as);

describe('a sitting of several towns, convened on a page', () => {
  it('is offered to the officer of the host at the list of towns, and to no town', async () => {
    expect((await office.get('/office', as)).body).toContain('/meetings/together"');
    expect((await office.get(`/office/${town}/meetings`, as)).body).toContain(page);
    expect((await office.get(`/office/${town}/meetings`, { as: '木村' })).body).not.toContain(page);
    const own = await office.get(page, { as: '木村' });
    expect(own.body).not.toContain('試験次郎');
    expect(own.body).not.toContain('<form method="post"');
  });

  it('asks for the cases first, then for the day and whom each town calls', async () => {
    const first = await office.get(page, as);
    expect(first.body).toContain('試験次郎');
    expect(first.body).not.toContain('開催日');
    const cases = { does: 'convene-together', [`${town}.case`]: 'C-1', [`${neighbour}.case`]: 'C-1' };
    const second = await office.post(page, { ...cases, step: 'more', nonce: nonceIn(first) }, as);
    expect(second.body).toContain('開催日');
    expect(second.body).toContain('野原町の会議に招集する関係機関');
    expect(second.body).toContain('同意なしで開けます');
    expect(second.body).toMatch(/name="time"\s+value="14:00"/);
    expect(second.body).toMatch(new RegExp(`name="${neighbour}.meeting"\\s+value="M-2"`));
    const picked = await office.post(
      page,
      { ...form, [`${neighbour}.agency`]: '', pick: 'wide', nonce: nonceIn(first) },
      as,
    );
    expect(picked.body).toMatch(new RegExp(`name="${neighbour}.agency"\\s+value="[^"]+"\\s+checked`));
  });

  it('is looked at before it is sent: the times of each town, and one notice an agency', async () => {
    const { body } = await sends({ step: 'preview' });
    expect(body).toContain('野原町の会議 M-1: 2026年6月15日(月)14:00');
    expect(body).toContain('若草町の会議 M-1: 2026年6月15日(月)14:30');
    expect(body.match(/への案内文<\/summary>|への案内文/g)?.length).toBeGreaterThan(1);
    expect(body).toContain('M-1（野原町）');
    expect(body).not.toContain('{{');
    expect(await office.app.deps.store.list('meeting', neighbour)).toMatchObject([{ state: 'requested' }]);
  });

  it('is sent once, and leads to the first part', async () => {
    const sent = await sends({ step: 'send' });
    expect(sent).toMatchObject({ status: 303 });
    expect(sent.headers['location']).toBe(`/office/${neighbour}/meetings/M-1?done=convene-together`);
    const meeting = await office.app.deps.store.get('meeting', town, 'M-1');
    expect(meeting).toMatchObject({ cases: ['C-1'], together: [{ town: neighbour }, { town }] });
    expect((await office.get(sent.headers['location'] ?? '', as)).body).toContain('合同の席に招集しました');
  });

  it('keeps what was typed when it is refused, and says what is wrong at its field', async () => {
    const sent = await sends({ step: 'send', [`${neighbour}.meeting`]: 'M-9', [`${neighbour}.ground`]: '' });
    expect(sent.status).toBeGreaterThanOrEqual(400);
    expect(sent.body).toContain(`${town}の目的`);
    expect(sent.body).toMatch(/2026-06-15/);
    const late = await sends({ step: 'preview', date: '2026-05-01' });
    expect(late.body).toContain('これからの日時を入れてください');
  });
});
