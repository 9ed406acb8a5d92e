import { beforeEach, describe, expect, it } from 'vitest';
import { cased, first, invite } from '../support/agency-worlds.ts';
import { nonceIn, type OpenedOffice, town } from '../support/door.ts';

let office: OpenedOffice;
beforeEach(async () => {
  office = await cased();
  await office.does('佐藤', 'settings', { town, phone: '' });
});
const home = `/office/${town}`;
const letter = `${home}/meetings/M-1/letter/${encodeURIComponent('動物NPO')}`;
const said = '案内に載せる電話番号とFAX番号が、まだありません';
const link = `href="${home}/settings"`;
const mainOf = async (path: string, as = '佐藤') => {
  const { body } = await office.get(path, { as });
  return body.slice(body.indexOf('<main'));
};

describe('an office that has not set its telephone number', () => {
  it.each([
    ['on the desk', home],
    ['above its settings', `${home}/settings`],
    ['where a meeting is convened', `${home}/meetings/M-1`],
  ])('is told %s, with the way to set it, until it is set', async (_where, path) => {
    expect(await mainOf(path)).toContain(said);
    expect(await mainOf(path)).toContain(link);
    await office.does('佐藤', 'settings', { town, phone: '000-000-0000', fax: '000-000-7777' });
    expect(await mainOf(path)).not.toContain('まだありません');
  });

  it('is told again before the notices go out', async () => {
    const path = `${home}/meetings/M-1`;
    const typed = {
      date: '2026-06-15',
      time: '14:00',
      agency: ['地域包括'],
      'class.地域包括': '相談支援',
      'purpose.地域包括': '相談',
      'members.地域包括': ['A'],
    };
    const nonce = nonceIn(await office.get(path, { as: '佐藤' }));
    const sent = { does: 'convene', step: 'preview', nonce, outlook: '計4回', place: '役場', ...typed };
    const { body } = await office.post(path, sent, { as: '佐藤' });
    expect(body).toContain('まだ何も送っていません');
    const preview = body.slice(body.indexOf('<main'), body.indexOf('まだ何も送っていません'));
    expect(preview).toContain(said);
  });

  it('prints where a sheet is to be sent back in words, not as a gap', async () => {
    await office.does('佐藤', 'convene', { ...first, date: '2026-06-15T14:00', invite });
    const body = await mainOf(letter);
    expect(body).toContain(said);
    const sheet = body.slice(body.indexOf('reply-sheet'));
    expect(sheet).toContain('返信先のFAX番号は、青葉県郡部福祉事務所への電話でお確かめください');
    await office.does('佐藤', 'settings', { town, phone: '000-000-0000' });
    expect(await mainOf(letter)).toContain('案内に載せるFAX番号が、まだありません');
    expect(await mainOf(letter)).toContain('返信先のFAX番号は、電話 000-000-0000 でお確かめください');
  });

  it('tells its own people, not those of the town, who cannot set it', async () => {
    expect(await mainOf(home, '木村')).not.toContain('まだありません');
  });
});
