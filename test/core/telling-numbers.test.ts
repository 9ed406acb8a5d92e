import { describe, expect, it } from 'vitest';
import { convening, invite } from '../support/small-meeting.ts';
import { aSmallTown, town } from '../support/small-town.ts';

const member = { id: 'A', name: '青山　ハナ', kana: 'アオヤマ ハナ', covered: true };

async function aTown(caseId = 'C-1') {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: caseId, issues: [1], members: [member, { id: 'B', name: '青山次郎' }] });
  await one.does('木村', 'consent', { case: caseId, member: 'A' });
  await one.does('木村', 'member', { case: caseId, id: 'B', remove: true, reason: '転出' });
  return one;
}

const request = { cases: ['C-1'], framework: 'needy-support', ground: 1 };

describe('the number of a meeting, which every mail repeats', () => {
  it.each([
    'ハナの会議',
    '青山家-1',
    'あおやま-1',
    'ｱｵﾔﾏ-1',
    '青山次郎の会議',
    '認知症-1',
    '虐待対応1',
    'ＤＶ-1',
    'dv1',
    '生保-3',
    '滞納者の会議',
    'ひきこもり支援',
    '引きこもり支援',
  ])('is refused when it tells: %s', async (meeting) => {
    const one = await aTown();
    // Asked for before, so the desk hosts the case.
    await one.does('木村', 'request', { meeting: 'M-0', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    const refused = { code: 'bad-input', field: '会議番号' };
    expect(await one.tries('木村', 'request', { ...request, meeting })).toMatchObject(refused);
    const convened = { ...convening, ...request, meeting, invite: invite('包括') };
    expect(await one.tries('佐藤', 'convene', convened)).toMatchObject(refused);
  });

  it.each(['M-1', '支援会議-12', '若草町R8-3', 'ADVICE-1', '令和8年度第2回'])('may be %s', async (meeting) => {
    const one = await aTown();
    expect(await one.tries('木村', 'request', { ...request, meeting })).toEqual({ code: 'ok' });
  });

  it('is no safer when it is the number of a case whose household was named later', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: '青山-1' });
    await one.does('木村', 'member', { ...member, case: '青山-1' });
    expect(await one.tries('木村', 'request', { ...request, cases: ['青山-1'], meeting: 'M-1' })).toMatchObject({
      code: 'bad-input',
      field: 'ケース番号',
    });
  });

  it('leaves a place its name: a family is often called as its town is', async () => {
    const one = await aTown();
    await one.does('木村', 'request', { meeting: 'M-0', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    const said = { ...convening, ...request, invite: invite('包括') };
    expect(await one.tries('佐藤', 'convene', { ...said, place: '青山次郎宅' })).toMatchObject({ field: '場所' });
    expect(await one.tries('佐藤', 'convene', { ...said, place: '青山公民館' })).toEqual({ code: 'ok' });
  });
});

describe('the number of a case', () => {
  const telling = (field: string) => ({ code: 'bad-input', field });
  const said = { id: '青山-1', name: '青山 ハナ', outcome: '継続' };

  it('is refused when the case is opened, not only when a meeting is asked for', async () => {
    const one = await aSmallTown();
    expect(await one.tries('木村', 'case', { id: 'ハナ1', members: [member] })).toMatchObject(telling('id'));
    expect(await one.tries('木村', 'case', { id: '生保-1' })).toMatchObject(telling('id'));
    expect(await one.store.list('case', town)).toEqual([]);
  });

  it('is refused when a consultation becomes a case, and asked about in its own column of the sheet', async () => {
    const one = await aSmallTown();
    expect(await one.tries('木村', 'consultation', said)).toMatchObject(telling('id'));
    expect(await one.tries('木村', 'consultation', { ...said, id: 'U-1', case: '青山-1' })).toMatchObject(
      telling('case'),
    );
    const cells = { row: 1, version: 1, 受付番号: 'U-1', 氏名: '青山 ハナ', 相談日時: '2026-06-01' };
    const rows = [{ ...cells, 対応結果: '継続', ケース番号: 'アオヤマ1', フリガナ: 'アオヤマ ハナ' }];
    await one.does('木村', 'rows', { town, tab: '相談受付', rows });
    expect(await one.store.get('row', town, '相談受付/1')).toMatchObject({ problems: [{ column: 'ケース番号' }] });
    expect(await one.store.list('case', town)).toEqual([]);
  });

  it('is nobody’s business while the consultation stays one', async () => {
    const one = await aSmallTown();
    expect(await one.tries('木村', 'consultation', { ...said, outcome: '情報提供' })).toEqual({ code: 'ok' });
  });

  it('that is there already is not asked about again', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: '青山-1' });
    expect(await one.tries('木村', 'case', { id: '青山-1', members: [member] })).toEqual({ code: 'ok' });
  });
});
