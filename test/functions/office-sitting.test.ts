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
  // Looked through for each town by itself, its fields would be read for a minute.
  it('is refused at once for thousands of towns, and says how many there may be', async () => {
    const towns = Array.from({ length: 9000 }, (_, at) => [`${String(100_000 + at)}.case`, 'C-1'] as const);
    const answer = await sends(Object.fromEntries(towns));
    expect(answer.status).toBe(409);
    expect(answer.body).toContain('一つの席は8町村までです');
    expect((await office.get(`/office/${town}/meetings/M-1`, as)).body).not.toContain('回答待ち');
  });

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
    // Each has asked for its case: the number is that of its 開催依頼, and the ground stands there already.
    expect(second.body).toMatch(new RegExp(`name="${neighbour}.meeting"\\s+value="M-1"`));
    expect(second.body).toContain('根拠は記録済みです');
    expect(second.body).not.toContain(`name="${neighbour}.ground"`);
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

  it('answers a 開催依頼 with its very cases, and no other', async () => {
    await office.does('木村', 'case', {
      id: 'C-2',
      issues: [1],
      members: [{ id: 'A', name: '試験三郎', covered: true }],
    });
    await office.does('木村', 'request', { meeting: 'M-3', cases: ['C-2'], framework: 'needy-support', ground: 2 });
    const other = await sends({
      ...{ step: 'preview', date: '2026-06-16', [`${town}.meeting`]: 'M-3' },
      ...{ [`${neighbour}.meeting`]: 'M-1' },
    });
    expect(other.body).toContain('会議「M-3」は、ケースの違う依頼です');
    expect(other.body).toContain('M-1 は C-1 の開催依頼です');
  });

  it('is reached from a case and from a 開催依頼, with its cases chosen already', async () => {
    const link = `${page}?cases=C-1`;
    expect((await office.get(`/office/${town}/cases/C-1`, as)).body).toContain(link);
    expect((await office.get(`/office/${town}/meetings/M-1`, as)).body).toContain(link);
    expect((await office.get(`/office/${town}/cases/C-1`, { as: '木村' })).body).not.toContain(page);
    const { body } = await office.get(link, as);
    expect(body).toMatch(new RegExp(`name="${town}.case"\\s+value="C-1"\\s+checked`));
    expect(body).not.toMatch(new RegExp(`name="${neighbour}.case"\\s+value="C-1"\\s+checked`));
  });

  it('proposes place and roster of the body, and leaves out whom the officer unticks', async () => {
    const entry = { standing: 'required', class: '医療面の助言', purpose: '近況の共有' };
    await office.does('佐藤', 'body', {
      ...{ id: '支援会議', name: '青葉県支援会議', framework: 'needy-support', towns: [town, neighbour] },
      ...{ place: '{町村}公民館', roster: { 医療機関: entry } },
    });
    const cases = { does: 'convene-together', [`${town}.case`]: 'C-1', [`${neighbour}.case`]: 'C-1' };
    const nonce = nonceIn(await office.get(page, as));
    const { body } = await office.post(page, { ...cases, step: 'more', nonce }, as);
    expect(body).toMatch(/name="place"[^>]*value="若草町公民館"/);
    expect(body).toMatch(new RegExp(`name="${neighbour}.agency"\\s+value="医療機関"\\s+checked`));
    const rosters = { [`${town}.roster`]: '医療機関', [`${neighbour}.roster`]: '医療機関' };
    const silent = await sends({ ...rosters, step: 'preview' });
    expect(silent.body).toContain('「医療機関」を招集しない理由');
    const why = { [`${town}.why.医療機関`]: '入院がないため', [`${neighbour}.why.医療機関`]: '入院がないため' };
    expect(await sends({ ...rosters, ...why, step: 'send' })).toMatchObject({ status: 303 });
    const made = await office.app.deps.store.get('meeting', neighbour, 'M-1');
    expect(made?.invitations.map(({ agency }) => agency)).toEqual(['地域包括', '動物NPO']);
    expect(made?.leftOut).toEqual([{ agency: '医療機関', reason: '入院がないため' }]);
  });

  it('ticks whom a body calls that was chosen after the parts were drawn: what is looked at is what is sent', async () => {
    const entry = { standing: 'core', class: '医療面の助言', purpose: '近況の共有' };
    await office.does('佐藤', 'body', {
      ...{ id: '支援会議', name: '青葉県支援会議', framework: 'needy-support', towns: [town, neighbour] },
      ...{ roster: { 医療機関: entry } },
    });
    const { body } = await sends({ step: 'preview', body: '支援会議' });
    expect(body).toContain('若草病院への案内文');
    expect(body).toMatch(new RegExp(`name="${town}.agency"\\s+value="医療機関"\\s+checked`));
  });

  it('says why there is nothing to convene, and who is to ask', async () => {
    const empty = await openOffice({ towns: { [neighbour]: { name: '野原町', host: 'prefecture' } } });
    expect((await empty.get(page, as)).body).toContain('いまは、どの町村のケースも受けていません');
    const clerk = await empty.get(page, { as: '木村' });
    expect(clerk.body).toContain('二つ以上の町村の会議を招集する担当が開きます');
  });
});
