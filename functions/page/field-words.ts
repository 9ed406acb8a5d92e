import { fieldWords } from '../../core/names-of-fields.ts';
import { ownIn } from '../../core/own.ts';
import { messageOf } from '../../core/refusal-words.ts';
import type { Refused } from '../../core/refusal.ts';

/** What a field of a form is called: `purpose.医療機関` is 「招集の目的」. */
export function wordFor(field: string): string {
  return ownIn(fieldWords, field.split(/[.-]/)[0] ?? '') ?? field;
}

/** The fields that are called so: 「場所」 is `place`. */
export function namesFor(word: string): readonly string[] {
  return Object.entries(fieldWords).flatMap(([name, called]) => (called === word ? [name] : []));
}

const whereSent: Partial<Record<Refused['code'], string>> = {
  forbidden: 'この操作は、この立場の人にはできません。何も変えていません。操作しようとしたことは記録されました。',
  'nonce-missing':
    '画面が古くなったため、まだ何も記録していません。入力した内容は残してあります。もう一度ボタンを押してください。',
};
const CODE_USED_UP =
  'この確認コードは使えません（5回まちがえた、10分が過ぎた、またはまだ受け取っていない）。新しい確認コードを受け取って、入れてください。';

/** A refusal of a form in the words of the screen. */
export function explain(refused: Refused): string {
  if (refused.code === 'code-wrong' && refused.triesLeft === 0) return CODE_USED_UP;
  return 'field' in refused ? messageOf(refused) : (whereSent[refused.code] ?? messageOf(refused));
}
