import { beforeAll, describe, expect, it } from 'vitest';
import { readSentRow } from '../../core/commands/row/sent-row.ts';
import { tabNames } from '../../core/sheet/columns.ts';
import { convene, nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

/** What every object has, and no address of ours is. */
const words = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'length', 'name'];
const home = `/office/${town}`;
const addresses = (word: string) => [
  ...[`/${word}`, `/${word}/x`, `/office/${word}`, `/office/${word}/cases`, `/v1/${word}`, `/a/${word}`],
  ...[`${home}/${word}`, `${home}/${word}/x`, `${home}/cases/${word}`, `${home}/agencies/${word}`],
  ...[`${home}/${word}/C-1/letter/x`, `${home}/${word}/C-1/forms/x`, `${home}/plans/C-1/forms/${word}`],
  ...[`${home}/meetings/M-1/letter/地域包括/${word}`, `${home}/cases/C-1/letter/${word}`, `/status/${word}`],
];
const asked = (word: string) => [
  ...[`${home}/cases?lead=${word}&due=${word}&state=${word}&sort=${word}`, `${home}/audit?did=${word}`],
  ...[`${home}/agencies?lack=${word}&type=${word}&q=${word}`, `/v1/form?name=${word}&id=${word}`],
  ...[`${home}?undo=${word}&done=${word}&saved=${word}`, `${home}/cases?${word}=${word}`],
];

let office: OpenedOffice;
beforeAll(async () => {
  office = await openOffice();
  await convene(office);
});

describe.each(words)('%s', (word) => {
  it('is no page', async () => {
    for (const as of ['木村', '中村'])
      for (const path of addresses(word)) {
        const { status } = await office.get(path, { as });
        expect({ path, fails: status >= 500 }).toEqual({ path, fails: false });
      }
    expect((await office.get(`${home}/${word}/x`, { as: '木村' })).status).toBe(404);
  });

  it('breaks no page that is searched with it', async () => {
    for (const path of asked(word)) {
      const { status } = await office.get(path, { as: '中村' });
      expect({ path, fails: status >= 500 }).toEqual({ path, fails: false });
    }
  });

  it('is no field, no choice and no verb of a form', async () => {
    const nonce = nonceIn(await office.get(`${home}/cases/new`, { as: '木村' }));
    for (const form of [
      { does: word, [word]: word },
      { does: 'case', id: 'C-8', [word]: '123456789018', state: word, [`name-${word}`]: '' },
      { does: 'request', case: 'C-1', meeting: 'M-9', framework: word, [word]: 'x'.repeat(20_000) },
    ]) {
      const { status } = await office.post(`${home}/cases/new`, { nonce, ...form }, { as: '木村' });
      expect({ form: form.does, fails: status >= 500 }).toEqual({ form: form.does, fails: false });
    }
  });

  it('is no tab, no column and no word of a cell', async () => {
    const send = async (body: string, as: string) => (await office.postRaw('/v1/rows', body, { as })).status;
    expect(await send(`{"tab":"${word}","rows":[]}`, '木村')).toBe(400);
    for (const tab of tabNames) {
      const cells = Object.keys(readSentRow(tab, { row: 'x' }).cells).length;
      expect(cells).toBe(0);
      const columns = ['機関番号', '会議番号', '役割区分', '決定', '休止・廃止', '連絡方法', '枠組み', '必須'];
      const typed = columns.map((column) => `"${column}":"${word}"`).join();
      const body = `{"tab":"${tab}","rows":[{"row":"${word}","version":1,"${word}":"123456789018",${typed}}]}`;
      expect({ tab, status: await send(body, '木村') }).toEqual({ tab, status: 200 });
    }
    expect((await office.postRaw('/v1/facts', `{"tabs":{"${word}":""}}`, { as: '木村' })).status).toBeLessThan(500);
    const path = `/office/home/${word}/x`;
    expect((await office.postRaw('/v1/sidebar', JSON.stringify({ path }), { as: '木村' })).status).toBe(200);
  });
});
