import { beforeEach, describe, expect, it } from 'vitest';
import { personIdSchema, townCodeSchema } from '../../core/ids.ts';
import { convene, nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
const home = `/office/${town}`;

describe('a town with many cases', () => {
  it('shows fifty to a page, finds one by its number, and says how many more there are', async () => {
    for (let number = 1; number <= 53; number += 1)
      await office.does('木村', 'case', {
        id: `C-${String(number)}`,
        members: [{ id: 'A', name: number === 7 ? '試験 七子' : '試験', covered: true }],
      });
    const rows = async (query: string) => {
      const { body } = await office.get(`${home}${query}`, { as: '木村' });
      return { body, count: body.match(/\/cases\/C-\d+"/g)?.length };
    };
    const first = await rows('');
    expect(first.count).toBe(50);
    expect(first.body).toContain('ほか 3件');
    expect((await rows('?page=2')).count).toBe(3);
    // The address bar and the history keep what is sought: names lead nowhere.
    expect((await rows(`?q=${encodeURIComponent('七子')}`)).body).toContain('に合うケース 0件');
    expect((await rows('?q=ｃ-53')).count).toBe(1);
    expect((await rows('?q=%3Cb%3E')).body).toContain('「&lt;b&gt;」に合うケース 0件');
  });

  it('is searched by name too, with a form whose words stand in no address', async () => {
    await office.does('木村', 'case', { id: 'C-1', members: [{ id: 'A', name: '試験 七子', covered: true }] });
    await office.does('木村', 'case', { id: 'C-2', members: [{ id: 'A', name: '試験八郎', covered: true }] });
    const nonce = nonceIn(await office.get(`${home}/cases`, { as: '木村' }));
    const found = await office.post(`${home}/cases`, { does: 'find', nonce, q: '七子' }, { as: '木村' });
    expect(found.status).toBe(200);
    expect(found.body).toContain('「七子」に合うケース 1件');
    expect(found.body).toContain('/cases/C-1"');
    expect(found.body).not.toContain('/cases/C-2"');
    expect((await office.post(`${home}/cases`, { does: 'find', q: '七子' }, { as: '木村' })).status).toBe(403);
  });
});

describe('the navigation', () => {
  it('says of an address no page bears that there is none, and the way back', async () => {
    const page = await office.get(`/office/${town}/nowhere`, { as: '木村' });
    expect(page.status).toBe(404);
    expect(page.body).toContain('このアドレスのページはありません');
    expect(page.body).not.toContain('「」');
  });

  it('is the same on every page and marks where one is', async () => {
    await convene(office);
    for (const [tail, here] of [
      ['', '今日の仕事'],
      ['/cases', 'ケース'],
      ['/cases/C-1', 'ケース'],
      ['/meetings/M-1', '会議'],
      ['/tasks', '用事'],
    ] as const) {
      const { body } = await office.get(`${home}${tail}`, { as: '佐藤' });
      expect(body).toMatch(new RegExp(`aria-current="page">${here}</a>`));
      for (const word of ['今日の仕事', 'ケース', '会議', '用事', '町村一覧']) expect(body).toContain(`>${word}</a>`);
    }
  });

  it('leads to the tasks of the town, one’s own, and those that are done, with their note', async () => {
    await convene(office);
    expect((await office.get(`${home}/tasks`, { as: '佐藤' })).body).toContain('FAXで案内を送る');
    expect((await office.get(`${home}/tasks?of=mine`, { as: '木村' })).body).toContain('いま、することはありません');
    await office.does('佐藤', 'task', { kind: 'fax', about: '動物NPO', note: '10時に送信' });
    expect((await office.get(`${home}/tasks?of=done`, { as: '木村' })).body).toContain('10時に送信');
  });
});

describe('two meetings that owe one agency a FAX each', () => {
  const isOpen = async (meeting: string) => {
    const tasks = await office.app.deps.store.list('task', town, `${meeting}/`);
    return tasks.some((task) => task.taskKind === 'fax' && task.about === '動物NPO' && task.done === undefined);
  };

  it('have each their own task, ticked off on its own page', async () => {
    await convene(office);
    const invite = { 動物NPO: { class: '生活環境', purpose: '猫の相談', members: ['A'] } };
    await office.does('佐藤', 'convene', {
      ...{ meeting: 'M-2', cases: ['C-1'], framework: 'needy-support', ground: 1 },
      ...{ date: '2026-06-16T14:00', place: '若草町役場', outlook: '一度', invite },
    });
    expect([await isOpen('M-1'), await isOpen('M-2')]).toEqual([true, true]);

    const page = await office.get(`${home}/meetings/M-2`, { as: '佐藤' });
    const [, task = ''] = /name="task" value="([^"]*fax[^"]*)"/.exec(page.body) ?? [];
    const form = { does: 'task-0', nonce: nonceIn(page), kind: 'fax', about: '動物NPO', task };
    expect((await office.post(`${home}/meetings/M-2`, form, { as: '佐藤' })).status).toBe(303);
    expect([await isOpen('M-1'), await isOpen('M-2')]).toEqual([true, false]);
  });
});

describe('the 開催依頼 of all towns', () => {
  it('stand on the host’s first page, an emergency first and then the longest waiting, for whoever decides and nobody else', async () => {
    const other = townCodeSchema.parse('393037');
    const both = await openOffice({
      people: {
        [personIdSchema.parse('東')]: { role: 'host', areas: ['県東'] },
        [personIdSchema.parse('圏域')]: { role: 'area', areas: ['県北', '県東'] },
      },
      towns: {
        [town]: { name: '若草町', host: 'prefecture', area: '県北' },
        [other]: { name: '緑町', host: 'prefecture', area: '県東' },
      },
    });
    const members = [{ id: 'A', name: '試験花子', covered: true }];
    const issues = [1];
    const asked = { framework: 'needy-support', ground: 1 };
    await both.does('佐藤', 'case', { id: 'C-2', town: other, issues, members });
    await both.does('佐藤', 'request', { meeting: 'M-2', cases: ['C-2'], ...asked });
    await both.at('2026-06-10T09:00');
    await both.does('木村', 'case', { id: 'C-1', issues, members });
    await both.does('木村', 'request', {
      meeting: 'M-1',
      cases: ['C-1'],
      ...asked,
      emergency: true,
      danger: ['生命'],
      reason: '倒れている',
    });
    const shown = async (as: string) => (await both.get('/office', { as })).body;

    const body = await shown('佐藤');
    expect(body).toContain('開催依頼：2件');
    expect(body.indexOf('M-1 を決める')).toBeGreaterThan(0);
    expect(body.indexOf('M-1 を決める')).toBeLessThan(body.indexOf('M-2 を決める'));
    expect(body).toContain(`href="/office/${other}/meetings/M-2"`);
    expect(body).toContain('緊急</span>');
    expect(body).not.toContain('試験花子');
    expect(await shown('圏域')).toContain('開催依頼：0件');
    expect((await both.get('/office', { as: '東' })).status).toBe(303);
    expect((await both.get('/office', { as: '木村' })).status).toBe(303);
    expect((await both.get(`/office/${town}`, { as: '佐藤' })).body).toContain('href="/office#requests"');
  });
});
