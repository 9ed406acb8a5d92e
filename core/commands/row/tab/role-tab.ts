import { textIn } from '../../../sheet/cells.ts';
import { said, type TabReading } from '../tab-reading.ts';

/** 役割分担: who does what, for whom, until when. */
export const roleTab: TabReading = {
  read: (cells) => [
    said('role', {
      id: textIn(cells['役割番号']),
      meeting: textIn(cells['会議番号']),
      agency: textIn(cells['機関']),
      person: textIn(cells['担当者']),
      what: textIn(cells['内容']),
      for: textIn(cells['対象者']),
      purpose: textIn(cells['目的']),
      frequency: textIn(cells['頻度']),
      by: textIn(cells['期限']),
      else: textIn(cells['うまくいかない時']),
      state: textIn(cells['進め方']),
      confirmedBy: textIn(cells['所属で確認した人']),
      override: textIn(cells['欠けたまま進める理由']),
    }),
  ],
  columnOf: {
    id: '役割番号',
    meeting: '会議番号',
    agency: '機関',
    person: '担当者',
    what: '内容',
    for: '対象者',
    purpose: '目的',
    frequency: '頻度',
    by: '期限',
    else: 'うまくいかない時',
    state: '進め方',
    confirmedBy: '所属で確認した人',
    override: '欠けたまま進める理由',
    機関: '機関',
  },
  refusals: {
    'unknown-meeting': '会議番号',
    'wrong-state': '会議番号',
    'unknown-agency': '機関',
    'unknown-member': '対象者',
    'role-incomplete': '欠けたまま進める理由',
    'not-confirmed': '所属で確認した人',
    'already-exists': '役割番号',
  },
};
