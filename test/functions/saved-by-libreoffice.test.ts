import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { download, textsOf } from '../support/workbooks.ts';
import { aSmallTown } from '../support/small-town.ts';

/**
 * As LibreOffice 7.4 saves a workbook of ours: the texts in one list that cells point to, and no view of the sheets, so that the titles are
 * frozen no more. Seen in a file that went through it.
 */
function savedByLibreOffice(bytes: Uint8Array): Uint8Array {
  const list: string[] = [];
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]) => {
    if (!path.startsWith('xl/worksheets/sheet')) return [path, part] as const;
    const sheet = strFromU8(part)
      .replace(/<sheetViews>.*?<\/sheetViews>/s, '')
      .replaceAll(/ t="inlineStr"><is>(.*?)<\/is><\/c>/gs, (_cell, text: string) => {
        list.push(`<si>${text}</si>`);
        return ` t="s"><v>${String(list.length - 1)}</v></c>`;
      });
    return [path, strToU8(sheet)] as const;
  });
  const texts = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${list.join('')}</sst>`;
  return zipSync({ ...Object.fromEntries(parts), 'xl/sharedStrings.xml': strToU8(texts) });
}

describe('a workbook that LibreOffice saved in between', () => {
  it('is read as it was handed out, frozen titles or not', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', issues: [1], summary: '=1+1\n𠮷野髙子', state: '受付' });
    await one.does('木村', 'consultation', { id: '007', name: '𠮷野髙子', on: '2026-06-01', phone: '0312345678' });
    const ours = await download(one);
    const theirs = savedByLibreOffice(ours);
    expect(textsOf(theirs)).toEqual(textsOf(ours));
    expect(JSON.stringify(textsOf(theirs))).toContain('𠮷野髙子');
    expect(strFromU8(unzipSync(theirs)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('pane');
  });
});
