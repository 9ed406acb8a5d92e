import { beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../../local/scenario/pages-of.ts';
import { nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

let office: OpenedOffice;
const members = [{ id: 'A', name: '試験ハナ', covered: true }];
const series = async () => office.app.deps.store.get('series', office.app.deps.prefecture, '定例会議');

beforeEach(async () => {
  office = await openOffice();
  for (const id of ['C-1', 'C-2']) await office.does('木村', 'case', { id, issues: [1], members });
  const body = { id: '定例会議', name: '試験会議', framework: 'needy-support', regular: '毎月第2火曜 14:00' };
  await office.does('佐藤', 'body', body);
  await office.does('佐藤', 'series', { body: '定例会議' });
  // Before somebody asks the host for a meeting, its officer reads no case of the town.
  const asked = { cases: ['C-1'], framework: 'needy-support', ground: 1 };
  await office.does('木村', 'request', { meeting: 'M-0', ...asked });
});

async function sends(page: string, form: Readonly<Record<string, string>>) {
  const nonce = nonceIn(await office.get(page, { as: '佐藤' }));
  return office.post(page, { ...form, nonce }, { as: '佐藤' });
}

describe('定例会に諮る', () => {
  const page = `/office/${town}/cases/C-1`;

  it('is chosen on the page of the case, for a date that takes it, and the page says so', async () => {
    const shown = (await office.get(page, { as: '佐藤' })).body;
    const [, choice = ''] = /<option value="(定例会議 [^"]+)"/u.exec(shown) ?? [];
    expect(await sends(page, { does: 'case-to-sitting', sitting: choice, ground: '1' })).toMatchObject({ status: 303 });
    expect((await series())?.sittings.flatMap(({ items }) => items)).toMatchObject([{ case: 'C-1', ground: 1 }]);
    expect(textOf((await office.get(page, { as: '佐藤' })).body)).toContain('定例会の議題です');
  });

  it('is chosen on the page of a 開催依頼, which is answered by it, with its ground', async () => {
    await office.does('木村', 'request', { meeting: 'M-1', cases: ['C-2'], framework: 'needy-support', ground: 2 });
    const meeting = `/office/${town}/meetings/M-1`;
    const shown = (await office.get(meeting, { as: '佐藤' })).body;
    const [, choice = ''] = /<option value="(定例会議 [^"]+)"/u.exec(shown) ?? [];
    expect(await sends(meeting, { does: 'request-to-sitting', sitting: choice })).toMatchObject({ status: 303 });
    expect((await office.app.deps.store.get('meeting', town, 'M-1'))?.state).toBe('elsewhere');
    expect((await series())?.sittings.flatMap(({ items }) => items)).toMatchObject([{ request: 'M-1', ground: 2 }]);
  });

  it('is offered to nobody of the town, who does not convene, and for no date of a series that ended', async () => {
    expect(textOf((await office.get(page, { as: '木村' })).body)).not.toContain('定例会に諮る');
    await office.does('佐藤', 'series', { body: '定例会議', end: true });
    expect(textOf((await office.get(page, { as: '佐藤' })).body)).not.toContain('定例会に諮る');
  });
});
