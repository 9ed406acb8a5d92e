import { describe, expect, it } from 'vitest';
import { caseStates } from '../../core/case/model.ts';
import { frameworks } from '../../core/framework/frameworks.ts';
import { answerSchema } from '../../core/invitation/model.ts';
import { roleClasses } from '../../core/invitation/role-class.ts';
import { outcomeSchema, reportStatusSchema } from '../../core/plan/model.ts';
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
    expect(columnHelp.ケース['状態']?.choices).toEqual(Object.values(caseStates));
    expect(columnHelp.招集['役割区分']?.choices).toEqual(roleClasses);
    expect(columnHelp.招集['回答']?.choices).toEqual(answerSchema.options);
    expect(columnHelp['モニタリング・評価']['経過']?.choices).toEqual(reportStatusSchema.options);
    expect(columnHelp['モニタリング・評価']['評価']?.choices).toEqual(outcomeSchema.options);
  });
});
