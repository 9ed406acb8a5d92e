import { beforeEach, describe, expect, it } from 'vitest';
import { filledIn, formsIn } from '../support/page-forms.ts';
import { convene, nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
const home = `/office/${town}`;
const list = `${home}/agencies`;
const page = async (path: string, who = '木村') => (await office.get(path, { as: who })).body;

async function send(path: string, form: Record<string, string | readonly string[]>, who = '木村') {
  const nonce = nonceIn(await office.get(path, { as: who }));
  return office.post(path, { nonce, ...form }, { as: who });
}
const clinic = {
  does: 'agency',
  id: 'K-1',
  name: '白波診療所',
  typeCode: 'medical',
  mail: 'ｈｐ＠ｅｘａｍｐｌｅ．ｊｐ',
  phone: '089（000）9999',
  'person-0': '試験一郎',
  'section-0': '相談室',
  only: '',
};

describe('the register of agencies', () => {
  it('throws no contact away for want of a name: the form is refused, with what was typed', async () => {
    await send(`${list}/new`, clinic);
    const { store, prefecture } = office.app.deps;
    const stored = async () => store.get('agency', prefecture, 'K-1');
    const version = String((await stored())?.version);
    const refused = await send(`${list}/K-1`, { ...clinic, version, 'person-1': '', 'direct-1': '089-000-3333' });
    expect(refused.body).toContain('担当者の名前か係の名前を入れてください');
    expect(refused.body).toContain('089-000-3333');
    expect((await stored())?.contacts).toHaveLength(1);
  });

  it('is found from the navigation, and lists what this town sees', async () => {
    await office.does('木村', 'agency', {
      id: '大家',
      name: '試験荘',
      type: '大家',
      phone: '089-000-1111',
      only: town,
    });
    expect(await page(home)).toContain(`href="${list}"`);
    expect(await page(list)).toContain('試験荘');
    expect(await page('/office/393029/agencies', '佐藤')).not.toContain('試験荘');
  });

  it('narrows to those without mail, without a 担当者, or of one kind', async () => {
    await office.does('木村', 'agency', {
      id: '図書館',
      name: '移動図書館',
      type: '移動図書館',
      phone: '089-000-2222',
    });
    const without = await page(`${list}?of=mail`);
    expect(without).toContain('移動図書館');
    expect(without).not.toContain('若草町社会福祉協議会');
    expect(await page(`${list}?of=contact`)).toContain('移動図書館');
    expect(await page(`${list}?of=${encodeURIComponent('医療・保健')}`)).not.toContain('移動図書館');
  });

  it('takes a new one, shows it, and warns when nobody is named', async () => {
    expect(await send(`${list}/new`, clinic)).toMatchObject({ headers: { location: `${list}/K-1?done=agency` } });
    const shown = await page(`${list}/K-1`);
    for (const word of ['白波診療所', 'hp@example.jp', '089-000-9999', '相談室', '試験一郎'])
      expect(shown).toContain(word);
    expect(shown).not.toContain('担当者が登録されていません');
    await send(`${list}/K-1`, { ...clinic, 'person-0': '', 'section-0': '' });
    expect(await page(`${list}/K-1`)).toContain('担当者が登録されていません');
  });

  it('keeps what was typed when something is wrong, and says what', async () => {
    const refused = await send(`${list}/new`, { ...clinic, phone: '12345' });
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('数字5桁');
    expect(refused.body).toContain('value="白波診療所"');
  });

  it('offers the one that is there when a new one looks like it', async () => {
    const twin = { ...clinic, name: '若 草 病 院' };
    const refused = await send(`${list}/new`, twin);
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('この機関ではありませんか');
    expect(refused.body).toContain(`href="${list}/${encodeURIComponent('医療機関')}"`);
    expect((await send(`${list}/new`, { ...twin, anyway: '分院' })).status).toBe(303);
  });

  it('lets the host call the types as it likes', async () => {
    await send(list, { does: 'labels', town: '390003', 'label.medical': 'お医者さん' }, '佐藤');
    expect(await page(list)).toContain('お医者さん');
    expect((await send(list, { does: 'labels', town: '390003', 'label.medical': '×' })).status).toBe(403);
  });

  it('shows how an agency answered, without a word of the case', async () => {
    await convene(office);
    const shown = await page(`${list}/${encodeURIComponent('地域包括')}`);
    expect(shown).toContain('未回答');
    expect(shown).toContain('M-1');
    expect(shown).not.toMatch(/試験花子|C-1/);
  });
});

describe('the form for convening', () => {
  async function presses(shown: string, said: Readonly<Record<string, string>>): Promise<string> {
    const form = formsIn(shown).find(({ does }) => does === 'convene');
    if (form === undefined) throw new Error('no form for convening');
    const { step: _looked, ...sent } = filledIn(form, said);
    return (await office.post(`${home}/meetings/M-7`, sent, { as: '佐藤' })).body;
  }

  it('suggests, with reasons and drafts; ticks what is asked for; and names what is not registered', async () => {
    await office.does('木村', 'case', {
      id: 'C-7',
      issues: [1, 9],
      members: [{ id: 'A', name: '試験太郎', covered: true }],
    });
    await office.does('木村', 'request', { meeting: 'M-7', cases: ['C-7'], framework: 'needy-support', ground: 1 });
    const form = await page(`${home}/meetings/M-7`, '佐藤');
    expect(form).toContain('受診や介護サービスの利用について');
    expect(form).toContain(`${list}/new?type=alcohol-group`);
    expect(form).not.toMatch(/value="地域包括"\s+checked/);
    const picked = await presses(form, { pick: 'suggested', date: '2026-06-15', 'purpose.地域包括': '' });
    expect(picked).toMatch(/value="地域包括"\s+checked/);
    expect(picked).toContain('受診や介護サービスの利用について');
    const wide = await presses(form, { pick: 'wide', date: '2026-06-15', 'purpose.基幹': '手帳の相談' });
    expect(wide).toMatch(/value="基幹"\s+checked/);
    // What was typed before the button was pressed stays.
    expect(wide).toContain('value="2026-06-15"');
    expect(wide).toContain('手帳の相談');
    expect(await page(`${list}/new?type=alcohol-group`)).toMatch(/value="alcohol-group" selected/);
  });

  it('takes two purposes of one agency, in two parts, about different members', async () => {
    const members = [
      { id: 'A', name: '試験ハナ', covered: true },
      { id: 'B', name: '試験一郎', covered: true },
    ];
    await office.does('木村', 'case', { id: 'C-7', issues: [2], members });
    await office.does('木村', 'request', { meeting: 'M-7', cases: ['C-7'], framework: 'needy-support', ground: 1 });
    const sent = {
      ...{ does: 'convene', step: 'send', date: '2026-06-15', time: '14:00', place: '役場', outlook: '計4回' },
      ...{ agency: '保健所', 'class.保健所': '相談支援', 'purpose.保健所': '受診の相談', 'members.保健所': 'B' },
      ...{ 'class2.保健所': '生活環境', 'purpose2.保健所': '多頭飼育の相談', 'members2.保健所': 'A' },
    };
    expect((await send(`${home}/meetings/M-7`, sent, '佐藤')).status).toBe(303);
    const [invitation] = (await office.app.deps.store.get('meeting', town, 'M-7'))?.invitations ?? [];
    expect(invitation).toMatchObject({
      class: '相談支援',
      purposes: [
        { text: '受診の相談', members: ['B'] },
        { text: '多頭飼育の相談', members: ['A'], class: '生活環境' },
      ],
    });
    const [mail] = await office.app.deps.store.list('message', town, 'M-7/invitation/');
    expect(mail?.text).toContain('相談支援、生活環境');
    expect(mail?.text).not.toContain('多頭');
  });
});
