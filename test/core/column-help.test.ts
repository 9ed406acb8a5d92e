import { describe, expect, it } from 'vitest';
import { featureNames } from '../../core/case/features.ts';
import { issueNames } from '../../core/case/issues.ts';
import { caseStates } from '../../core/case/model.ts';
import { routes } from '../../core/consultation/codes.ts';
import { frameworks } from '../../core/framework/frameworks.ts';
import { columnHelp } from '../../core/sheet/column-help.ts';
import { tabNames, tabs } from '../../core/sheet/columns.ts';

/** The add-on takes nothing but `core/sheet`, so what its columns offer is held here to what the rules know. */
describe('what the columns of the spreadsheet offer', () => {
  it('is about columns that are there', () => {
    for (const tab of tabNames) {
      const columns: readonly string[] = tabs[tab];
      expect(Object.keys(columnHelp[tab]).filter((column) => !columns.includes(column))).toEqual([]);
    }
  });

  it('is in the words of the rules', () => {
    expect(columnHelp.会議['枠組み']?.choices).toEqual(Object.values(frameworks).map(({ name }) => name));
    expect(columnHelp.相談受付['経路']?.choices).toEqual(routes);
    expect(columnHelp.ケース['状態']?.choices).toEqual(Object.values(caseStates));
  });

  it.each([
    ['課題', issueNames],
    ['世帯特徴', featureNames],
  ])('names every code of %s by its number', (column, names) => {
    const listed = Object.entries(names).map(([code, name]) => `${code} ${name}`);
    expect(columnHelp.ケース[column]?.note?.split('\n').slice(1)).toEqual(listed);
  });
});
