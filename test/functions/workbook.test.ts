import { describe, expect, it } from 'vitest';
import { XLSX } from '../../functions/workbook/file-answer.ts';
import { columnNamesOf } from '../../functions/workbook/town-workbook.ts';
import { tabNames } from '../../core/sheet/columns.ts';
import { aSmallTown, known, town } from '../support/small-town.ts';
import { answersIn, call, cases, download, edited, next, textsOf, told, workbookOf } from '../support/workbooks.ts';

describe('a town that cannot open the spreadsheet', () => {
  it('takes a workbook with every tab and column', async () => {
    const file = textsOf(await download(await aSmallTown()));
    for (const tab of tabNames) expect(file[tab]?.[0]).toEqual(columnNamesOf(tab));
  });

  it('brings a filled one, and each row is answered', async () => {
    const one = await aSmallTown();
    expect(await answersIn(one, workbookOf(cases))).toMatchObject([
      { tab: 'ケース', at: 2, status: '済' },
      { tab: 'ケース', at: 3, status: '済' },
    ]);
    expect(await one.store.get('case', town, 'C-1')).toMatchObject({ summary: '母の物忘れ' });
  });

  it('brings the same file again, and nothing happens twice', async () => {
    const one = await aSmallTown();
    await told(one, workbookOf(cases));
    const before = await one.store.get('case', town, 'C-1');
    expect(await answersIn(one, workbookOf(cases))).toMatchObject([{ status: '済' }, { status: '済' }]);
    expect(await one.store.get('case', town, 'C-1')).toEqual(before);
  });

  it('brings back what it took: nothing changed, and nothing is sent', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', {
      id: 'C-1',
      issues: [1],
      summary: '=1+1',
      members: [{ id: 'A', name: '試験花子' }],
    });
    const file = await download(one);
    expect(await answersIn(one, file)).toEqual([]);
    expect(textsOf(await next(one, file))).toEqual(textsOf(file));
  });

  it('edits a case that was opened on a page', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', issues: [1], summary: '前', members: [] });
    expect(await answersIn(one, edited(await download(one), 'ケース', 'C-1', { 概要: '後' }))).toMatchObject([
      { status: '済' },
    ]);
    expect(await one.store.get('case', town, 'C-1')).toMatchObject({ summary: '後', issues: [1] });
  });

  it('leaves alone what a colleague changed meanwhile, and asks where both changed one thing', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', issues: [1], summary: '前', members: [] });
    const file = await download(one);
    await one.does('木村', 'case', { id: 'C-1', summary: '同僚が直した' });
    expect(await answersIn(one, edited(file, 'ケース', 'C-1', { 緊急度: '高' }))).toMatchObject([{ status: '済' }]);
    expect(await one.store.get('case', town, 'C-1')).toMatchObject({ summary: '同僚が直した', urgency: 'high' });

    const both = await answersIn(one, edited(file, 'ケース', 'C-1', { 概要: '私が直した' }));
    expect(both).toMatchObject([{ status: '競合' }]);
    expect(await one.store.get('case', town, 'C-1')).toMatchObject({ summary: '同僚が直した' });
  });

  it('mends a refused row in the file it got back', async () => {
    const one = await aSmallTown();
    const back = await next(
      one,
      workbookOf({
        ケース: [
          ['ケース番号', '課題'],
          ['C-1', '22'],
        ],
      }),
    );
    expect(textsOf(back)['ケース']?.[1]?.join('|')).toContain('要修正');
    expect(await answersIn(one, edited(back, 'ケース', 'C-1', { 課題: '2' }))).toMatchObject([{ status: '済' }]);
  });

  it('keeps nothing of a My Number, and gives none back', async () => {
    const one = await aSmallTown();
    const file = workbookOf({
      ケース: [
        ['ケース番号', '概要'],
        ['C-1', '番号は 123456789018 です'],
      ],
    });
    expect(await answersIn(one, file)).toMatchObject([{ status: '要修正' }]);
    expect(JSON.stringify([await one.store.list('row', town), textsOf(await next(one, file))])).not.toContain(
      '123456789018',
    );
  });

  it('is told of titles that were moved, renamed or lost', async () => {
    const one = await aSmallTown();
    const moved = workbookOf({
      ケース: [
        ['概要', 'ケース番号'],
        ['右の列に番号', 'C-1'],
      ],
    });
    expect(await answersIn(one, moved)).toMatchObject([{ status: '済' }]);
    expect(
      await told(
        one,
        workbookOf({
          ケース: [
            ['番号', '概要'],
            ['C-2', 'あ'],
          ],
        }),
      ),
    ).toContain('「ケース番号」が見つからない');
  });

  it('brings more rows than are done at once, and the rest with the file it got back', async () => {
    const one = await aSmallTown();
    const many = Array.from({ length: 301 }, (_, at) => [`C-${String(at + 1)}`, '1']);
    const file = workbookOf({ ケース: [['ケース番号', '課題'], ...many] });
    const first = await call(one, '木村', { bytes: file, accept: XLSX });
    expect(await answersIn(one, known(first.bytes, 'a file'))).toMatchObject([{ at: 302, status: '済' }]);
  });

  it('keeps its workbook from every other town', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', issues: [1], summary: 'わが町の事情', members: [] });
    expect(JSON.stringify(textsOf(await download(one, '野田')))).not.toContain('わが町の事情');
    expect((await call(one, '佐藤')).status).toBe(403);
    expect((await call(one, '野田', { bytes: await download(one) })).body).toContain('のファイルです');
    const noted = await one.store.audit(town);
    expect(noted).toContainEqual(expect.objectContaining({ did: 'read', part: 'workbook', about: ['C-1'] }));
  });
});
