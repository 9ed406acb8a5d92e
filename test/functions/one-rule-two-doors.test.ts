import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Tab } from '../../core/sheet/columns.ts';
import { nonceIn, type OpenedOffice, openOffice, town } from '../support/door.ts';

const answersSchema = z.object({
  answers: z.array(
    z.object({ status: z.string(), problems: z.array(z.object({ column: z.string(), message: z.string() })) }),
  ),
});
type Cells = Readonly<Record<string, string>>;
type Form = Readonly<Record<string, string | readonly string[]>>;

/** C-1 with an active plan and its meeting M-1 with final minutes; C-2 without any. */
async function aTownAtWork(): Promise<OpenedOffice> {
  const office = await openOffice();
  const members = [{ id: 'A', name: '試験ハナ', covered: true }];
  for (const id of ['C-1', 'C-2']) await office.does('木村', 'case', { id, issues: [1], members });
  await office.does('木村', 'consent', { case: 'C-1', member: 'A' });
  await office.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'protection-coordination' });
  await office.does('佐藤', 'convene', {
    ...{ meeting: 'M-1', date: '2026-06-15T14:00', place: '若草町役場', outlook: '3か月ごと' },
    invite: { 地域包括: { class: '相談支援', purpose: '受診の相談', members: ['A'] } },
  });
  await office.at('2026-06-15T15:30');
  await office.does('佐藤', 'record', { meeting: 'M-1', attendance: ['地域包括'], items: ['受診'], final: true });
  await office.does('佐藤', 'role', { ...role, meeting: 'M-1', id: 'R-1' });
  await office.does('佐藤', 'confirm', { role: 'R-1', by: '包括所長' });
  await office.does('佐藤', 'plan', { case: 'C-1', goals: ['受診する'], roles: ['R-1'] });
  return office;
}
const role = {
  agency: '地域包括',
  person: '鈴木',
  what: '訪問',
  for: 'A',
  purpose: '安否',
  frequency: '週1回',
  by: '次回の会議まで',
};

type Rule = {
  readonly who?: string;
  readonly page: string;
  readonly form: Form;
  readonly tab: Tab;
  readonly cells: Cells;
  /** The column that the row is marked at. */
  readonly at: string;
  /** What both answers say. */
  readonly says: RegExp;
};
const roleCells = { 機関: '地域包括', 担当者: '鈴木', 内容: '訪問', 対象者: 'A', 目的: '安否', 頻度: '週1回' };
const planCells = { ケース番号: 'C-1', 目標: '受診する', 役割番号: 'R-1' };
const planForm = { does: 'plan', goals: '受診する', role: ['R-1'], from: '2026-06-15', to: '2027-06-14' };

const rules: readonly (readonly [string, Rule])[] = [
  [
    '支援を終える needs a reason',
    {
      who: '木村',
      page: 'cases/C-2',
      form: { does: 'close', outcome: '終結', reason: '' },
      ...{ tab: 'ケース', cells: { ケース番号: 'C-2', 状態: '終結' }, at: '終える理由', says: /理由/ },
    },
  ],
  [
    '中断 of a plan that runs needs a reason',
    {
      page: 'cases/C-1',
      form: { does: 'close', outcome: '中断', reason: ' ' },
      ...{ tab: 'ケース', cells: { ケース番号: 'C-1', 状態: '中断' }, at: '終える理由', says: /理由/ },
    },
  ],
  [
    '評価 needs the changes that were seen',
    {
      page: 'plans/C-1',
      form: { does: 'evaluate', outcome: '終結', changes: '' },
      ...{ tab: 'モニタリング・評価', cells: { ケース番号: 'C-1', 回: '1', 評価: '終結' }, at: '見られた変化' },
      says: /見られた変化/,
    },
  ],
  [
    'a role until a day there is none of',
    {
      page: 'meetings/M-1',
      form: { does: 'role', id: 'R-2', ...role, by: '2027-02-30', state: '提案' },
      ...{ tab: '役割分担', cells: { 役割番号: 'R-2', 会議番号: 'M-1', ...roleCells, 期限: '2027-02-30' }, at: '期限' },
      says: /2027-02-30」は実在する日付として読めません。2027年2月は28日までです。/,
    },
  ],
  [
    'a role until a day without a year that no month has',
    {
      page: 'meetings/M-1',
      form: { does: 'role', id: 'R-2', ...role, by: '6月31日', state: '提案' },
      ...{ tab: '役割分担', cells: { 役割番号: 'R-2', 会議番号: 'M-1', ...roleCells, 期限: '6月31日' }, at: '期限' },
      says: /6月31日」は実在する日付として読めません。/,
    },
  ],
  [
    'a role that says nothing of what to do',
    {
      page: 'meetings/M-1',
      form: { does: 'role', id: 'R-2', ...role, what: '', state: '持ち帰り' },
      ...{
        tab: '役割分担',
        cells: { 役割番号: 'R-2', 会議番号: 'M-1', ...roleCells, 内容: '', 期限: '9月', 進め方: '持ち帰り' },
      },
      ...{ at: '欠けたまま進める理由', says: /足りない項目があります/ },
    },
  ],
  [
    'a review on a day there is none of',
    {
      page: 'plans/C-1',
      form: { ...planForm, review: '2026-09-31' },
      ...{ tab: '支援計画', cells: { ...planCells, 次回モニタリング: '2026-09-31' }, at: '次回モニタリング' },
      says: /2026-09-31」は実在する日付として読めません。2026年9月は30日までです。/,
    },
  ],
  [
    'a review after more than six months',
    {
      page: 'plans/C-1',
      form: { does: 'evaluate', outcome: '継続', changes: '外へ出た', review: '2027-03-15' },
      tab: 'モニタリング・評価',
      cells: { ケース番号: 'C-1', 回: '1', 評価: '継続', 見られた変化: '外へ出た', 次の期日: '2027-03-15' },
      at: '次の期日',
      says: /2027年3月15日\(月\)）は、2026年12月15日\(火\)までの日にしてください。/,
    },
  ],
  [
    'minutes that are final without a word of what was discussed, corrected without a reason',
    {
      page: 'meetings/M-1',
      form: { does: 'correct', 'topic-0': '家賃', reason: '' },
      ...{
        tab: '会議録',
        cells: { 会議番号: 'M-1', 検討した項目: '家賃', 確定する: 'はい' },
        at: '訂正の理由',
        says: /理由/,
      },
    },
  ],
  [
    'a first visit on a day there is none of',
    {
      page: 'consultations/new',
      form: { does: 'consultation', id: 'U-1', name: '試験', on: '2026-02-30', outcome: '受付' },
      ...{ tab: '相談受付', cells: { 受付番号: 'U-1', 氏名: '試験', 相談日時: '2026-02-30' }, at: '相談日時' },
      says: /2026-02-30」は実在する日付として読めません。2026年2月は28日までです。/,
    },
  ],
  [
    'nobody was born on a day there is none of',
    {
      page: 'cases/C-1',
      form: { does: 'member', id: 'A', name: '試験ハナ', born: '昭和18年2月29日' },
      ...{
        tab: '世帯員',
        cells: { ケース番号: 'C-1', 世帯員番号: 'A', 氏名: '試験ハナ', 生年月日: '昭和18年2月29日' },
      },
      ...{ at: '生年月日', says: /実在する日付として読めません。1943年2月は28日までです。/ },
    },
  ],
  [
    'an agency ends for a reason',
    {
      page: 'agencies/社協',
      form: { does: 'end-agency', how: 'closed', reason: '' },
      ...{ tab: '関係機関', cells: { 機関番号: '社協', 機関名: '若草町社会福祉協議会', '休止・廃止': '廃止' } },
      ...{ at: '休止・廃止の理由', says: /理由/ },
    },
  ],
];

describe('one rule at both doors, the page and the row', () => {
  let office: OpenedOffice;
  beforeAll(async () => {
    office = await aTownAtWork();
  });

  async function onPage({
    who: as = '佐藤',
    page,
    form,
  }: Rule): Promise<{ readonly status: number; readonly body: string }> {
    const path = `/office/${town}/${page.split('/').map(encodeURIComponent).join('/')}`;
    const nonce = nonceIn(await office.get(path, { as }));
    return office.post(path, { ...form, nonce }, { as });
  }

  async function byRow({ who: as = '佐藤', tab, cells }: Rule, row: string, version = 1) {
    const body = JSON.stringify({ town, tab, rows: [{ row, version, ...cells }] });
    const answer = await office.postRaw('/v1/rows', body, { as });
    return answersSchema.parse(JSON.parse(answer.body)).answers[0];
  }

  it.each(rules)('%s', async (name, rule) => {
    const page = await onPage(rule);
    expect([page.status, page.body.replaceAll(/<[^>]*>/g, '')]).toEqual([409, expect.stringMatching(rule.says)]);
    const row = await byRow(rule, `row-${String(rules.findIndex(([own]) => own === name))}`);
    expect(row).toMatchObject({
      status: '要修正',
      problems: [{ column: rule.at, message: expect.stringMatching(rule.says) }],
    });
  });

  it('lets a row end a case as the page does: the reason stays with it, and sending again ends nothing twice', async () => {
    const send = async (version: number, cells: Cells) =>
      byRow({ who: '木村', page: '', form: {}, tab: 'ケース', at: '', says: /./, cells }, 'end', version);
    const stored = async () => office.app.deps.store.get('case', town, 'C-3');
    const open = { ケース番号: 'C-3', 課題: '1' };
    expect(await send(1, open)).toMatchObject({ status: '済' });
    expect(await send(2, { ...open, 状態: '終結' })).toMatchObject({ status: '要修正' });
    expect(await stored()).toMatchObject({ state: 'received' });
    expect(await send(3, { ...open, 状態: '終結', 終える理由: '転出' })).toMatchObject({ status: '済' });
    const ended = await stored();
    expect([ended?.state, ended?.history?.at(-1)]).toEqual([
      'closed',
      expect.objectContaining({ is: '終結', reason: '転出', by: '木村' }),
    ]);
    const edited = { ...open, 状態: '終結', 終える理由: '転出', 概要: '転出先に引継いだ' };
    expect(await send(4, edited)).toMatchObject({ status: '済' });
    expect(await stored()).toMatchObject({ summary: '転出先に引継いだ', history: ended?.history });
  });
});
