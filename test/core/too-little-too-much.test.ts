import { describe, expect, it } from 'vitest';
import { perform } from '../../core/commands/perform.ts';
import { personIdSchema } from '../../core/ids.ts';
import { messageOf } from '../../core/refusal-words.ts';
import { aSmallTown } from '../support/small-town.ts';

describe('what is too little or too much', () => {
  it.each([
    ['body', { id: '', name: '青葉県支援会議', framework: 'needy-support' }, '空のままです。入れてください。'],
    ['settings', { town: '393011', auditFiscalYears: 0 }, '小さすぎます（1から）。'],
    ['settings', { town: '393011', auditFiscalYears: 31 }, '大きすぎます（30まで）。'],
    ['settings', { town: '393011', reminders: [1, 2, 3, 4, 5, 6] }, ': 多すぎます（5まで）。'],
    ['request', { meeting: 'あ'.repeat(200), cases: ['C-1'], framework: 'needy-support' }, '長すぎます'],
  ] as const)('of %s is said as what it is: text, number or choices', async (verb, said, words) => {
    const one = await aSmallTown();
    const done = await perform(
      one.deps,
      { kind: 'staff', id: personIdSchema.parse('中村'), role: 'supervisor' },
      verb,
      said,
    );
    expect(done.ok ? '' : messageOf(done.error)).toContain(words);
  });

  it('is a name where a name was left out, and no reason', () => {
    expect(messageOf({ code: 'reason-missing', field: '氏名' })).toBe(
      '氏名がまだ書かれていません。氏名を書いてください。まだ分からないときは「不明」と書き、あとで直せます。',
    );
    expect(messageOf({ code: 'reason-missing', field: 'reason' })).toContain('ひとこと書いてください');
  });
});
