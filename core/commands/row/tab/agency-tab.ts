import type { Reach } from '../../../agency/model.ts';
import { textIn, yesIn } from '../../../sheet/cells.ts';
import { said, type TabReading } from '../tab-reading.ts';
import { ownIn } from '../../../own.ts';

const reaches: Readonly<Record<string, Reach>> = {
  メール: 'mail',
  FAX: 'fax',
  電話: 'phone',
  郵送: 'post',
  郵便: 'post',
};
const ends: Readonly<Record<string, string>> = { 休止: 'paused', 廃止: 'closed', 再開: 'resumed' };

/** In the words of the menu where it is one of the sheet's; another word stays, to be refused. */
function wordIn(words: Readonly<Record<string, string>>, cell: string | undefined): string | undefined {
  const text = textIn(cell)?.normalize('NFKC');
  return text === undefined ? undefined : (ownIn(words, text) ?? text);
}

/** 関係機関: the register, row by row. */
export const agencyTab: TabReading = {
  read: (cells) => [
    said('agency', {
      id: textIn(cells['機関番号']),
      name: textIn(cells['機関名']),
      type: textIn(cells['機関種別']),
      contact: textIn(cells['担当者']),
      reach: wordIn(reaches, cells['連絡方法']),
      mail: textIn(cells['メール']),
      phone: textIn(cells['電話']),
      fax: textIn(cells['FAX']),
      post: textIn(cells['郵送先']),
      hours: textIn(cells['連絡のつく時間']),
      head: textIn(cells['機関長']),
      notes: textIn(cells['メモ']),
      only: yesIn(cells['この町だけで使う']) ? true : undefined,
      anyway: textIn(cells['それでも登録する理由']),
      end: wordIn(ends, cells['休止・廃止']),
      reason: textIn(cells['休止・廃止の理由']),
    }),
  ],
  columnOf: {
    id: '機関番号',
    name: '機関名',
    type: '機関種別',
    contact: '担当者',
    reach: '連絡方法',
    mail: 'メール',
    phone: '電話',
    fax: 'FAX',
    post: '郵送先',
    hours: '連絡のつく時間',
    head: '機関長',
    notes: 'メモ',
    only: 'この町だけで使う',
    anyway: 'それでも登録する理由',
    end: '休止・廃止',
    reason: '休止・廃止の理由',
  },
  refusals: {
    'agency-similar': 'それでも登録する理由',
    'already-exists': '機関番号',
    'agency-ended': '休止・廃止',
    'mail-in-use': 'メール',
    'agency-shared': 'メール',
    'agency-in-use': 'この町だけで使う',
  },
};
