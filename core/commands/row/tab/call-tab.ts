import { listIn, textIn, yesIn } from '../../../sheet/cells.ts';
import { said, type TabReading } from '../tab-reading.ts';

/** 招集: one agency of one meeting, and the answer that came by telephone or FAX. */
export const callTab: TabReading = {
  read: (cells) => [
    said('call', {
      meeting: textIn(cells['会議番号']),
      agency: textIn(cells['機関']),
      class: textIn(cells['役割区分']),
      purpose: textIn(cells['招集の目的']),
      members: textIn(cells['対象の世帯員']) === undefined ? undefined : listIn(cells['対象の世帯員']),
      required: yesIn(cells['必須']),
      answer: textIn(cells['回答']),
      source: textIn(cells['回答の受け方'])?.normalize('NFKC'),
      deputy: textIn(cells['代理の人']),
      text: textIn(cells['意見・希望']),
      leave: textIn(cells['取りやめる理由']),
      preparation: textIn(cells['ご準備いただくもの']),
    }),
  ],
  columnOf: {
    meeting: '会議番号',
    agency: '機関',
    class: '役割区分',
    purpose: '招集の目的',
    members: '対象の世帯員',
    answer: '回答',
    source: '回答の受け方',
    deputy: '代理の人',
    text: '意見・希望',
    leave: '取りやめる理由',
    preparation: 'ご準備いただくもの',
  },
  refusals: {
    'unknown-meeting': '会議番号',
    'wrong-state': '会議番号',
    'not-host': '会議番号',
    'unknown-agency': '機関',
    'agency-ended': '機関',
    'not-invited': '機関',
    'partner-missing': '取りやめる理由',
    'unknown-member': '対象の世帯員',
    'reason-missing': '招集の目的',
    'replies-closed': '回答',
    'consent-missing': '機関',
    'home-town-unasked': '機関',
  },
};
