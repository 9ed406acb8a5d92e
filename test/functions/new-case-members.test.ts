import { beforeEach, describe, expect, it } from 'vitest';
import { nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
const page = `/office/${town}/cases/new`;

async function sent(form: Readonly<Record<string, string>>) {
  const nonce = nonceIn(await office.get(page, { as: '木村' }));
  return office.post(page, { does: 'case', nonce, id: 'C-1', state: '受付', ...form }, { as: '木村' });
}

const names = (body: string) => [...body.matchAll(/name="name-([^"]+)"/g)].map(([, letter]) => letter);

describe('the members of a new case', () => {
  it('may be any number, one more at each press, without script, and nothing typed is lost', async () => {
    expect(names((await office.get(page, { as: '木村' })).body)).toEqual(['A']);
    const typed: Record<string, string> = { 'name-A': '試験花子', 'covered-A': 'yes', summary: '物忘れ', issue: '2' };
    for (let count = 2; count <= 28; count += 1) {
      const more = await sent({ ...typed, step: 'more' });
      expect(more.status).toBe(200);
      expect(names(more.body)).toHaveLength(count);
      const added = names(more.body).at(-1) ?? '';
      for (const value of ['試験花子', '物忘れ']) expect(more.body).toContain(value);
      Object.assign(typed, { [`name-${added}`]: `試験${added}` });
    }
    expect(await office.app.deps.store.list('case', town)).toEqual([]);

    expect((await sent(typed)).status).toBe(303);
    const one = await office.app.deps.store.get('case', town, 'C-1');
    expect(one?.members).toHaveLength(28);
    expect(one?.members.at(-1)).toMatchObject({ id: 'M28', name: '試験M28', covered: false });
    expect(one).toMatchObject({ summary: '物忘れ', issues: [2] });
  });

  it('come back with the form when something else is wrong with it', async () => {
    const refused = await sent({
      'name-A': '試験花子',
      'name-B': '試験次郎',
      'name-C': '',
      'born-B': '昭和43年2月30日',
    });
    expect(refused.status).toBe(409);
    expect(names(refused.body)).toEqual(['A', 'B', 'C']);
    expect(refused.body).toContain('value="試験次郎"');
  });
});
