import { beforeAll, describe, expect, it } from 'vitest';
import { townCodeSchema } from '../../core/ids.ts';
import { openOffice, type OpenedOffice, town } from '../support/door.ts';

const home = `/office/${town}`;
const members = [{ id: 'A', name: '試験ハナ', covered: true }];
const MANY = 53;

let office: OpenedOffice;
beforeAll(async () => {
  office = await openOffice({ towns: { [townCodeSchema.parse('393037')]: { name: '野原町', host: 'prefecture' } } });
  for (let number = 1; number <= MANY; number += 1) {
    const asked = { meeting: `M-${String(number)}`, cases: [`C-${String(number)}`] };
    await office.does('木村', 'case', { id: `C-${String(number)}`, issues: [1], members });
    await office.does('木村', 'request', { ...asked, framework: 'needy-support', ground: 1 });
  }
  await office.does('佐藤', 'elsewhere', { meeting: 'M-1', body: '地域ケア会議', on: '2026-06-10' });
});

/** The meetings a page leads to, each once, in the order they stand there. */
async function meetingsOn(path: string, as = '木村'): Promise<readonly string[]> {
  const { body } = await office.get(path, { as });
  return [...new Set([...body.matchAll(/\/meetings\/(M-\d+)"/g)].map(([, id = '']) => id))];
}

describe('a list of meetings', () => {
  it('shows what somebody has to decide first and a body elsewhere with its day, in the order of numbers', async () => {
    expect((await meetingsOn(home)).slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, at) => `M-${String(at + 2)}`));
    const { body } = await office.get(`${home}/meetings?page=2`, { as: '木村' });
    expect(body).toMatch(/既存会議[\s\S]*地域ケア会議 <time[^>]*>2026年6月10日\(水\)/);
  });

  it('is short on the page of the day, and fifty a page on its own', async () => {
    expect((await office.get(home, { as: '木村' })).body).toContain(`すべて見る（ほか${String(MANY - 10)}件）`);
    expect(await meetingsOn(`${home}/meetings`)).toHaveLength(50);
    expect(await meetingsOn(`${home}/meetings?page=2`)).toEqual(['M-52', 'M-53', 'M-1']);
  });

  it('of 開催依頼 is fifty a page, and counted by town', async () => {
    expect(await meetingsOn('/office', '佐藤')).toHaveLength(50);
    expect(await meetingsOn('/office?page=2', '佐藤')).toHaveLength(MANY - 51);
    expect((await office.get('/office', { as: '佐藤' })).body).toMatch(
      new RegExp(`開催依頼"\\s+class="number">${String(MANY - 1)}<`),
    );
  });
});

describe('the list of 用事', () => {
  it('is fifty a page, and its links say which meeting each is about', async () => {
    const { body } = await office.get(`${home}/tasks`, { as: '佐藤' });
    const labels = [...body.matchAll(/aria-label="([^"]*を開く)"/g)].map(([, label = '']) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.length).toBeLessThanOrEqual(50);
  });
});
