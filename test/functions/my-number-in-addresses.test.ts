import { describe, expect, it } from 'vitest';
import { holdsMyNumber } from '../../core/my-number.ts';
import { recordSchemas } from '../../core/records.ts';
import { convene, nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

const NUMBER = '123456789018';
const home = `/office/${town}`;

/** Everything stored, the lines of the audit log too, as text. */
async function stored({ app }: OpenedOffice): Promise<string> {
  const { store, prefecture } = app.deps;
  const kinds = Object.keys(recordSchemas).filter((kind): kind is keyof typeof recordSchemas => kind in recordSchemas);
  const records = [town, prefecture].flatMap((code) => [
    ...kinds.filter((kind) => kind !== 'status').map((kind) => store.list(kind, code)),
    store.audit(code),
  ]);
  return JSON.stringify(await Promise.all(records));
}

describe('a My Number in an address, or in what is looked for', () => {
  it.each([
    `${home}/cases/${NUMBER}`,
    `${home}/meetings/${NUMBER}`,
    `${home}/meetings/M-1/letter/${NUMBER}`,
    `${home}/consultations/${NUMBER}`,
    `${home}/plans/${NUMBER}`,
    `${home}/agencies/${NUMBER}`,
    `${home}/cases?name=${NUMBER}`,
    `${home}/${NUMBER}`,
    `/office/${NUMBER}`,
    `/a/${NUMBER}`,
    `/status?town=${NUMBER}`,
    `/v1/form?case=${NUMBER}&town=${town}`,
    `/v1/facts?town=${NUMBER}`,
  ])('is kept nowhere, by whoever opens %s', async (path) => {
    const office = await openOffice();
    await convene(office);
    for (const as of ['木村', '中村', '佐藤', '山本', undefined]) {
      await office.get(path, as === undefined ? {} : { as });
      await office.postRaw(path, 'name=x', as === undefined ? {} : { as });
    }
    expect(holdsMyNumber(await stored(office))).toBe(false);
  });

  it('is kept nowhere when the sidebar asks for such a page', async () => {
    const office = await openOffice();
    await office.postRaw('/v1/sidebar', JSON.stringify({ path: `${home}/cases/${NUMBER}` }), { as: '山本' });
    await office.postRaw('/v1/sidebar', JSON.stringify({ path: `${home}/cases/${NUMBER}` }), { as: '木村' });
    expect(holdsMyNumber(await stored(office))).toBe(false);
  });

  it('is kept nowhere when it is looked for among cases, or in the log', async () => {
    const office = await openOffice();
    await convene(office);
    for (const path of [`${home}/cases`, `${home}/audit`]) {
      const nonce = nonceIn(await office.get(path, { as: '中村' }));
      const fields = { name: NUMBER, about: NUMBER, who: NUMBER, lead: NUMBER, q: NUMBER };
      await office.post(path, { nonce, ...fields, does: 'find' }, { as: '中村' });
      await office.post(path, { nonce, ...fields }, { as: '中村' });
    }
    expect(holdsMyNumber(await stored(office))).toBe(false);
  });

  it.each(['/v1/rows', '/v1/lacking', '/v1/facts', '/v1/sidebar'])('is kept nowhere by %s', async (path) => {
    const office = await openOffice();
    const said = {
      town: NUMBER,
      tab: 'ケース',
      rows: [{ row: NUMBER, version: 1, ケース番号: NUMBER, [NUMBER]: 'x' }],
      path: NUMBER,
    };
    await office.postRaw(path, JSON.stringify(said), { as: '木村' });
    await office.postRaw(path, JSON.stringify({ ...said, town }), { as: '木村' });
    await office.postRaw(path, JSON.stringify({ ...said, town, tab: NUMBER }), { as: '木村' });
    expect(holdsMyNumber(await stored(office))).toBe(false);
  });
});
