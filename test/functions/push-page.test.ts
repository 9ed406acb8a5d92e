import { beforeEach, describe, expect, it } from 'vitest';
import { pushSheets } from '../../core/commands/push/push-sheets.ts';
import { SheetRefused } from '../../core/errors.ts';
import { addSeconds } from '../../core/time.ts';
import { nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';
import { spreadsheetOf } from '../support/google-sheets.ts';

const path = `/office/${town}/settings/push`;
const id = spreadsheetOf(town);
const text = (body: string) => body.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, '');

describe('the page of シートへの自動書き込み', () => {
  let office: OpenedOffice;
  beforeEach(async () => {
    office = await openOffice();
    await office.at('2026-06-01T09:00');
  });
  const shown = async (as = '中村') => office.get(path, { as });
  const send = async (form: Readonly<Record<string, string>>, as = '中村') =>
    office.post(path, { ...form, nonce: nonceIn(await shown()) }, { as });
  const stored = async () => office.app.deps.store.get('push', office.app.deps.prefecture, town);

  it('is found from the settings, and says whom to share the sheet with and what is written', async () => {
    expect((await office.get(`/office/${town}/settings`, { as: '木村' })).body).toContain(`href="${path}"`);
    const page = text((await shown()).body);
    expect(page).toContain('いまは書き込んでいません');
    expect(page).toContain('tsudoi@local.example.jp');
    expect(page).toContain('人が入れる列には触れません');
  });

  it('takes the whole address as it stands in the browser, and is switched off again', async () => {
    const address = `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`;
    const sent = await send({ does: 'push-on', spreadsheet: address });
    expect(sent).toMatchObject({ status: 303, headers: { location: `${path}?done=push-on` } });
    expect(await stored()).toMatchObject({ on: true, spreadsheet: id });
    expect(text((await office.get(`${path}?done=push-on`, { as: '中村' })).body)).toContain('書き込みを始めました');
    await send({ does: 'push-off' });
    expect(await stored()).toMatchObject({ on: false, spreadsheet: id });
  });

  it('keeps what cannot be read in its field, and says what to paste', async () => {
    const page = await send({ does: 'push-on', spreadsheet: '若草町の台帳' });
    expect(page.body).toContain('value="若草町の台帳"');
    expect(text(page.body)).toContain('アドレスをそのまま貼り付けてください');
    expect(await stored()).toBeUndefined();
  });

  it('has no switch for a clerk, and none for an officer who is no supervisor', async () => {
    for (const as of ['木村', '佐藤']) {
      expect((await shown(as)).body).not.toContain('push-on');
      expect((await send({ does: 'push-on', spreadsheet: id }, as)).status).toBe(403);
    }
    expect(await stored()).toBeUndefined();
  });

  it('says why it stopped, with a task that leads here', async () => {
    await send({ does: 'push-on', spreadsheet: id });
    const refused = async () => Promise.reject(new SheetRefused('not-shared'));
    const spreadsheets = { tabs: refused, read: refused, write: refused };
    const { deps } = office.app;
    await pushSheets({ ...deps, spreadsheets, pause: async () => undefined }, addSeconds(deps.clock.now(), 50));
    expect(text((await shown()).body)).toContain('書き込みが止まっています');
    expect(text((await shown()).body)).toContain('編集者として加えてください');
    const tasks = await office.get(`/office/${town}/tasks`, { as: '中村' });
    expect(tasks.body).toContain(`href="${path}"`);
    await send({ does: 'push-on', spreadsheet: id });
    expect((await office.get(`/office/${town}/tasks`, { as: '中村' })).body).not.toContain(`href="${path}"`);
  });
});
