import { beforeEach, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../functions/workbook/read-workbook.ts';
import { partsOf, textOf } from '../../functions/workbook/parts-of-file.ts';
import type { HttpResponse } from '../../functions/http.ts';
import { openOffice, type OpenedOffice, town } from '../support/door.ts';

const home = `/office/${town}`;
const paper = `${home}/plans/C-1/forms/plan-application/A`;
const sheet = `${home}/plans/C-1/forms/evaluation-sheet/A`;
const slip = `${home}/consultations/U-1/forms/consultation-slip`;

const members = [
  { id: 'A', name: '=1+1', kana: 'シケンハナ', born: '昭和17年5月3日', covered: true },
  { id: 'B', name: '試験一郎', covered: true },
];

/** A plan of 支援調整会議, of two people; each has a role of their own. */
async function planned(framework = 'needy-coordination'): Promise<OpenedOffice> {
  const office = await openOffice();
  await office.does('木村', 'case', { id: 'C-1', issues: [1, 21], otherIssue: '多頭飼育', members });
  for (const { id } of members) await office.does('木村', 'consent', { case: 'C-1', member: id });
  await office.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework, ground: 1, reason: '急ぐ' });
  const invite = { 地域包括: { class: '相談支援', purpose: '受診の相談', members: ['A'] } };
  await office.does('佐藤', 'convene', {
    meeting: 'M-1',
    date: '2026-06-15T14:00',
    place: '役場',
    outlook: '未定',
    invite,
  });
  await office.at('2026-06-15T16:00');
  await office.does('佐藤', 'record', { meeting: 'M-1', attendance: ['地域包括'], items: ['受診'], final: true });
  const role = {
    meeting: 'M-1',
    agency: '地域包括',
    person: '試験主任',
    purpose: '受診',
    frequency: '月1回',
    by: '2026-12-31',
    else: '電話',
  };
  await office.does('佐藤', 'role', { ...role, id: 'R-1', what: '受診に付き添う', for: 'A' });
  await office.does('佐藤', 'role', { ...role, id: 'R-2', what: '面談を続ける', for: 'B' });
  for (const id of ['R-1', 'R-2']) await office.does('佐藤', 'confirm', { role: id, by: '所長' });
  await office.does('佐藤', 'plan', { case: 'C-1', goals: ['受診する'], roles: ['R-1', 'R-2'] });
  return office;
}

/** The texts of a saved file, line by line. */
function textsIn({ bytes = new Uint8Array() }: HttpResponse): string {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error('no workbook');
  const rows = [...read.value.values()].flatMap(({ rows: lines }) => lines);
  return rows.map(({ cells }) => [...cells.values()].map(({ text }) => text).join('|')).join('\n');
}

describe('プラン兼事業等利用申込書', () => {
  let office: OpenedOffice;
  beforeEach(async () => {
    office = await planned();
  });
  const file = async (path = paper) => office.get(`${path}?file=xlsx`, { as: '木村' });

  it('says the same on paper and in the file, in the count of eras, and leaves empty what nobody recorded', async () => {
    const { body } = await office.get(paper, { as: '木村' });
    const texts = textsIn(await file());
    for (const said of [
      ...['ID', 'C-1', '昭和17年5月3日', 'シケンハナ', '多頭飼育', '受診する', '受診に付き添う', '試験主任'],
      ...['令和8年6月15日', '令和9年6月14日', '令和8年9月15日', '■初回', '支援調整会議開催日', '□支援決定', '署名'],
    ]) {
      expect(body).toContain(said);
      expect(texts).toContain(said);
    }
    // 作成日 and 支援決定・確認日 are to be written.
    expect(texts).toContain('作成日|　　　年　　月　　日');
    expect(texts).toContain('支援決定・確認日|　　　年　　月　　日');
    expect(body).not.toMatch(/undefined|null|\[object/);
  });

  it('is about one person: the roles for another member of the household are not on it', async () => {
    expect(textsIn(await file())).not.toContain('面談を続ける');
    const other = textsIn(await file(`${home}/plans/C-1/forms/plan-application/B`));
    expect(other).toContain('面談を続ける');
    expect(other).not.toContain('受診に付き添う');
  });

  it('draws its boxes with signs that fonts of Japanese have: a ☐ borrowed from another font may look crossed', async () => {
    const { body } = await office.get(paper, { as: '木村' });
    for (const drawn of [body, textsIn(await file())]) {
      expect(drawn).toMatch(/■初回\u3000□再プラン/);
      expect(drawn).not.toMatch(/[\u2610-\u2612]/);
    }
  });

  it('ticks the decision, and notes the confirmation beside the empty line for the signature', async () => {
    await office.does('佐藤', 'confirm', { plan: 'C-1', by: '本人' });
    await office.does('佐藤', 'decide', { plan: 'C-1', on: '2026-06-22' });
    const texts = textsIn(await file());
    expect(texts).toContain('■支援決定　□確認');
    expect(texts).toContain('支援決定・確認日|令和8年6月22日');
    expect(texts).toContain('（本人確認の記録：令和8年6月15日　本人）');
    expect(texts).toMatch(/^日付\|[\u3000年月日]+\|署名$/m);
  });

  it('holds texts only: a name that looks like a formula is what it is', async () => {
    const { bytes = new Uint8Array() } = await file();
    const parts = partsOf(bytes);
    const xml = parts.ok ? textOf(parts.value, 'xl/worksheets/sheet1.xml') : '';
    expect(xml).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t></is>');
    expect(xml).not.toMatch(/<f>|<v>|sheetProtection/);
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(xml).toContain('orientation="portrait" fitToWidth="1" fitToHeight="0"');
    expect(parts.ok && textOf(parts.value, 'xl/workbook.xml')).toMatch(/_xlnm\.Print_Area.*\$A\$1:\$X\$\d+</);
  });

  it('is for whoever may read the case, and each reading and each file is in the audit log', async () => {
    for (const path of [paper, `${paper}?file=xlsx`]) {
      expect((await office.get(path, { as: '山本' })).status).toBe(403);
      expect((await office.get(path, { as: '木村' })).status).toBe(200);
    }
    const audit = await office.app.deps.store.audit(town);
    const read = audit.filter(({ did }) => did === 'read').map(({ part }) => part);
    expect(read).toEqual(expect.arrayContaining(['standard-form', 'form-file']));
  });

  it('is reached from the plan and from the case, once for each person', async () => {
    for (const page of ['plans/C-1', 'cases/C-1']) {
      const { body } = await office.get(`${home}/${page}`, { as: '木村' });
      expect(body.match(/>様式を印刷</g)).toHaveLength(4);
      expect(body).toContain(`href="${paper}?file=xlsx"`);
    }
  });

  it('is not of a household that has no such member, plan or case', async () => {
    for (const path of ['plans/C-1/forms/plan-application/Z', 'plans/C-9/forms/plan-application/A'])
      expect((await office.get(`${home}/${path}`, { as: '木村' })).status).toBe(404);
    for (const path of [
      'consultations/C-1/forms/plan-application',
      'plans/C-1/forms/consultation-slip',
      'plans/C-1/forms/x',
    ])
      expect((await office.get(`${home}/${path}`, { as: '木村' })).status).toBe(404);
  });

  it('goes out to a program by GET /v1/form, with the same rights', async () => {
    const asked = '/v1/form?name=plan-application&id=C-1&member=A';
    expect(textsIn(await office.get(asked, { as: '木村' }))).toBe(textsIn(await file()));
    expect((await office.get(asked, { as: '山本' })).status).toBe(400);
    expect((await office.get(`${asked}&town=${town}`, { as: '山本' })).status).toBe(403);
    expect((await office.get(`${asked}&town=${town}`, { as: '佐藤' })).status).toBe(200);
    expect((await office.get('/v1/form?name=x&id=C-1', { as: '木村' })).body).toContain('plan-application');
  });
});

describe('評価シート', () => {
  it('is filled from the evaluation that was made, with what agencies reported in its period', async () => {
    const office = await planned();
    await office.does('佐藤', 'confirm', { plan: 'C-1', by: '本人' });
    await office.does('佐藤', 'decide', { plan: 'C-1', on: '2026-06-22' });
    await office.at('2026-09-10T10:00');
    await office.does('佐藤', 'report', {
      plan: 'C-1',
      agency: '地域包括',
      role: 'R-1',
      status: '実施',
      note: '二回受診した',
    });
    await office.does('佐藤', 'evaluate', {
      plan: 'C-1',
      changes: '通院が続いている',
      outcome: '終結',
      handover: '地域包括',
    });
    const texts = textsIn(await office.get(`${sheet}?file=xlsx`, { as: '木村' }));
    for (const said of [
      ...['評価回|第1回|評価担当者|', '評価記入日|令和8年9月10日', '見られた変化|通院が続いている'],
      ...[
        '（受診に付き添う）：実施　二回受診した',
        '■終結　□再プランして継続　□中断',
        '■他機関へのつなぎあり　□つなぎなし',
      ],
      ...['決定日|令和8年9月10日', '現在の状況と残された課題\n'],
    ])
      expect(texts).toContain(said);
  });

  it('is empty, with every box to write in, where nothing was evaluated yet', async () => {
    const office = await planned();
    const texts = textsIn(await office.get(`${sheet}?file=xlsx`, { as: '木村' }));
    expect(texts).toContain('評価回|第　　回');
    expect(texts).toContain('□終結　□再プランして継続　□中断');
    expect(texts).not.toContain('■');
  });

  it('bears the names of 重層 where the plan is of its meeting, and is no paper of 生活保護', async () => {
    const layered = await planned('layered-coordination');
    const texts = textsIn(await layered.get(`${sheet}?file=xlsx`, { as: '木村' }));
    expect(texts).toContain('多機関協働事業　評価シート');
    expect(texts).toContain('重層的支援会議開催日');
    const protection = await planned('protection-coordination');
    const refused = await protection.get(sheet, { as: '木村' });
    expect([refused.status, refused.body.includes('「評価シート」の様式がありません')]).toEqual([409, true]);
    expect((await protection.get(`${home}/plans/C-1`, { as: '木村' })).body).not.toContain('様式を印刷');
  });
});

describe('生活相談連絡票', () => {
  it('has the boxes of the form, ticked as the consultation says', async () => {
    const office = await openOffice();
    const said = {
      name: '試験なぎさ',
      born: 'S40.2.3',
      on: '2026-06-01',
      household: '3人世帯（相談者・子）',
      section: '税務課',
      text: '滞納の相談',
    };
    await office.does('木村', 'consultation', { id: 'U-1', ...said });
    const { body } = await office.get(slip, { as: '木村' });
    for (const words of [
      ...['□T ■S □H □R　40年2月3日', '3人世帯（■相談者 □配偶者 ■子 □その他）　□不明', '□確認済み'],
      ...['令和8年6月1日', '試験なぎさ', '税務課', '滞納の相談'],
    ])
      expect(body).toContain(words);
    expect((await office.get(`${home}/consultations/U-1`, { as: '木村' })).body).toContain(`href="${slip}"`);
    // Without 情報提供同意 it stays inside the town.
    expect((await office.get(slip, { as: '佐藤' })).status).toBe(403);
    expect((await office.get(`/v1/form?name=consultation-slip&id=U-1&town=${town}`, { as: '佐藤' })).status).toBe(403);
  });
});

it('whoever may not read a town hears the same of a number there is and of one there is not', async () => {
  const office = await planned();
  for (const name of ['plan-application', 'consultation-slip'])
    for (const id of ['C-1', 'C-99']) {
      const path = `/v1/form?name=${name}&id=${id}&town=${town}`;
      expect({ path, status: (await office.get(path, { as: '山本' })).status }).toEqual({ path, status: 403 });
    }
  expect((await office.get('/v1/form?name=plan-application&id=C-99', { as: '木村' })).status).toBe(404);
});
