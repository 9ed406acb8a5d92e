import { beforeAll, describe, expect, it } from 'vitest';
import { convene, linkOf, nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

const newCase = `/office/${town}/cases/new`;
let office: OpenedOffice;
beforeAll(async () => {
  office = await openOffice();
  await convene(office);
});

const manyTowns = (count: number) =>
  Array.from({ length: count }, (_, at) => `${String(100_000 + at)}.case=C-1`).join('&');
const typed = 'あいうえお';
const sent: readonly (readonly [string, string, string])[] = [
  ['more letters than any page', `summary=${typed}&${'x'.repeat(2_000_000)}=1`, '2,000,000文字分まで'],
  ['more fields than any page', `summary=${typed}&${manyTowns(10_001)}`, '10,000まで'],
  [
    'one field more often than any page',
    `summary=${typed}${'&case=C-1'.repeat(2001)}`,
    '「ケース番号」が2,001あります',
  ],
  ['more in one field than any', `summary=${typed}&note=${'x'.repeat(100_001)}`, '100,000文字まで'],
  ['a name nobody has', `summary=${typed}&${'n'.repeat(9000)}=${'x'.repeat(100_001)}`, `「${'n'.repeat(40)}…」`],
];

describe('a form with', () => {
  it.each(sent)('%s is told so, and nothing of it is sent back', async (_what, body, words) => {
    const nonce = nonceIn(await office.get(newCase, { as: '木村' }));
    for (const with_ of ['', `nonce=${nonce}&does=case&`]) {
      const answer = await office.postRaw(newCase, `${with_}${body}`, { as: '木村' });
      expect(answer.status).toBe(413);
      expect(answer.body).toContain(words);
      expect(answer.body).toContain('何も記録していません');
      expect(answer.body).not.toContain(typed);
      expect(answer.body.length).toBeLessThan(10_000);
    }
  });

  it('too much for any page is told so at the door of an agency, whether the link opens anything or not', async () => {
    const link = await linkOf(office, '地域包括');
    for (const path of [link, `${link}/papers`, '/a/nobodys', '/a/nobodys/papers'])
      expect((await office.postRaw(path, `text=${'x'.repeat(100_001)}`)).status).toBe(413);
  });

  it('too much for any page is told so in the sidebar of a sheet', async () => {
    const body = JSON.stringify({ path: newCase, form: `note=${'x'.repeat(100_001)}` });
    const answer = await office.postRaw('/v1/sidebar', body, { as: '木村' });
    expect(JSON.parse(answer.body)).toMatchObject({ status: 413 });
  });

  it('as much as the largest page may hold is read', async () => {
    const nonce = nonceIn(await office.get(newCase, { as: '木村' }));
    const body = `nonce=${encodeURIComponent(nonce)}&does=case&id=C-9&summary=${'x'.repeat(90_000)}${'&x=1'.repeat(1990)}`;
    const answer = await office.postRaw(newCase, body, { as: '木村' });
    expect(answer.status).not.toBe(413);
    expect(answer.body).toContain('x'.repeat(90_000));
  });
});
