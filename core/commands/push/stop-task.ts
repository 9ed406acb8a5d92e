import type { Push, Stop } from '../../push/model.ts';
import type { Task } from '../../task/model.ts';
import { newTask } from '../../task/rules.ts';
import { addDays, dayOf, type Instant, jst } from '../../time.ts';

/** What is wrong at Google, and what helps, for whoever switched the writing on. */
export const stopWords: Readonly<Record<Stop, string>> = {
  'not-shared':
    'つどいのアカウントが、スプレッドシートの編集者ではなくなっています。表の「共有」で、画面にあるアドレスを編集者として加えてください。',
  'not-found':
    'スプレッドシートが見つかりません（削除されたか、番号が違います）。ごみ箱にあれば戻し、別の表に移したときは新しい表のアドレスを入れてください。',
  protected:
    'つどいが書く列が保護されていて、書き込めません。表の「データ」▸「シートと範囲を保護」で、つどいの列の保護を外すか、画面にあるアドレスを編集できる人に加えてください。',
};
const THEN =
  '直したら、設定の「シートへの自動書き込み」でもう一度「書き込む」にしてください。この用事は自動で済みになります。';

/** Tasks of this kind of a town begin so. */
export const PUSH_TASKS = 'push/sheet/';

const DAYS_TO_MEND = 7;

export function stopTask({ id: town, by }: Push, why: Stop, now: Instant): Task {
  return newTask({
    ...{ town, taskKind: 'sheet', for: by, about: town, openedAt: now, occasion: now },
    subject: { kind: 'push', id: 'push' },
    dueAt: jst(addDays(dayOf(now), DAYS_TO_MEND), '17:15'),
    said: `${stopWords[why]}${THEN}`,
  });
}
