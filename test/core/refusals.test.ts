import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readInput } from '../../core/commands/refusal-of-input.ts';
import { townCodeSchema } from '../../core/ids.ts';
import { menu } from '../../core/commands/menu.ts';
import { messageOf, refusalCodes } from '../../core/refusal-words.ts';
import type { RefusalCode, Refused } from '../../core/refusal.ts';
import { at, day } from '../support/moments.ts';

/** One of each; a new code does not compile until it stands here. */
const examples: { readonly [C in RefusalCode]: Refused<C> } = {
  'consent-missing': { code: 'consent-missing', framework: 'needy-coordination', members: ['試験花子', '試験次郎'] },
  'tax-consent-missing': { code: 'tax-consent-missing', cases: ['C-1'], agency: '社協' },
  'not-supervisor': { code: 'not-supervisor' },
  'supervisor-missing': { code: 'supervisor-missing', framework: 'needy-coordination', members: ['試験花子'] },
  'ground-missing': { code: 'ground-missing', framework: 'needy-support' },
  'danger-missing': { code: 'danger-missing', received: '急いでいる' },
  'reason-missing': { code: 'reason-missing', field: '緊急に開く理由' },
  'not-host': { code: 'not-host', town: '393011' },
  'unknown-consultation': { code: 'unknown-consultation', id: 'U-9' },
  'unknown-case': { code: 'unknown-case', id: 'C-9' },
  'unknown-meeting': { code: 'unknown-meeting', id: 'M-9' },
  'unknown-agency': { code: 'unknown-agency', id: '占い師' },
  'unknown-member': { code: 'unknown-member', id: 'X' },
  'unknown-role': { code: 'unknown-role', id: 'R-9' },
  'unknown-plan': { code: 'unknown-plan', id: 'C-9' },
  'unknown-person': { code: 'unknown-person', id: '田中' },
  'unknown-body': { code: 'unknown-body', id: 'B-9' },
  'framework-off': { code: 'framework-off', name: 'ケース検討会議', instead: ['支援調整会議'] },
  'not-designated': { code: 'not-designated', agency: '大家' },
  'unknown-town': { code: 'unknown-town', id: '399999' },
  'unknown-task': { code: 'unknown-task', id: '包括' },
  'unknown-trigger': { code: 'unknown-trigger', id: '緊急' },
  'ambiguous-id': { code: 'ambiguous-id', id: 'M-1' },
  'unknown-mail': { code: 'unknown-mail', id: '包括' },
  'stale-version': { code: 'stale-version', sent: 1, stored: 2 },
  stale: { code: 'stale' },
  'not-invited': { code: 'not-invited', agency: '社協' },
  'slot-withdrawn': {
    code: 'slot-withdrawn',
    withdrawn: [at('2026-06-15T14:00')],
    left: [at('2026-06-16T10:00'), at('2026-06-17T10:00')],
  },
  'poll-closed': { code: 'poll-closed', state: '回答待ち' },
  'replies-closed': { code: 'replies-closed', startsAt: at('2026-06-15T14:00') },
  'unknown-page': { code: 'unknown-page' },
  'too-many-codes': { code: 'too-many-codes', limit: 10 },
  'link-expired': { code: 'link-expired' },
  'link-unknown': { code: 'link-unknown' },
  'nonce-missing': { code: 'nonce-missing' },
  'code-wrong': { code: 'code-wrong', triesLeft: 4 },
  'acknowledgement-missing': { code: 'acknowledgement-missing' },
  'role-incomplete': { code: 'role-incomplete', missing: ['担当者', '期限'] },
  'meeting-missing': { code: 'meeting-missing', case: 'C-1', cancelled: 'M-1', withdrawn: true },
  'not-confirmed': { code: 'not-confirmed', what: '本人確認' },
  'not-signed-in': { code: 'not-signed-in' },
  'sign-in-expired': { code: 'sign-in-expired' },
  'sign-in-unproven': { code: 'sign-in-unproven' },
  'account-unknown': { code: 'account-unknown', account: 'a@example.jp' },
  'account-unverified': { code: 'account-unverified', account: 'a@example.jp' },
  'account-domain': { code: 'account-domain', account: 'a@example.jp' },
  'account-mixed': { code: 'account-mixed', account: 'a@example.jp', opened: 'b@example.jp' },
  'push-unavailable': { code: 'push-unavailable' },
  'spreadsheet-unreadable': { code: 'spreadsheet-unreadable', received: '若草町の台帳' },
  'spreadsheet-taken': { code: 'spreadsheet-taken', town: '393029' },
  'sign-in-taken': { code: 'sign-in-taken', person: '試験木村' },
  forbidden: { code: 'forbidden' },
  'bad-date': { code: 'bad-date', received: '令和8年2月30日', field: '生年月日' },
  'bad-code': { code: 'bad-code', received: '22', field: '課題' },
  'bad-input': { code: 'bad-input', field: '場所', problem: '空のままです。' },
  'my-number': { code: 'my-number', field: '概要' },
  'too-many': { code: 'too-many', received: 501, limit: 500 },
  'already-closed': { code: 'already-closed', state: '中止' },
  'already-exists': { code: 'already-exists', id: 'M-1' },
  'too-late': { code: 'too-late', date: at('2026-06-01T09:00') },
  'not-after': { code: 'not-after', field: '次回の予定', received: day('2026-06-14'), than: day('2026-06-15') },
  'member-unplanned': { code: 'member-unplanned', members: ['試験末子'] },
  'attendee-unknown': { code: 'attendee-unknown', received: '占い師', may: ['若草病院', '若草町（393011）'] },
  'review-too-far': { code: 'review-too-far', review: day('2026-12-16'), limit: day('2026-12-15') },
  'not-undone': { code: 'not-undone', why: 'その日を過ぎました' },
  'watch-missing': { code: 'watch-missing' },
  'minutes-empty': { code: 'minutes-empty' },
  'agency-similar': { code: 'agency-similar', found: [{ id: '病院', name: '若草病院', because: ['name', 'fax'] }] },
  'agency-ended': { code: 'agency-ended', id: '病院' },
  'agency-in-use': { code: 'agency-in-use', agency: '若草病院', meetings: 2 },
  'agency-shared': { code: 'agency-shared', agency: '若草病院' },
  'mail-in-use': { code: 'mail-in-use', agency: '若草病院', meetings: 2 },
  'case-unseen': { code: 'case-unseen', town: townCodeSchema.parse('393011'), cases: ['C-1'] },
  'home-town-unasked': { code: 'home-town-unasked', case: 'C-1', town: '北川村' },
  'partner-missing': { code: 'partner-missing', agencies: ['北川村社協'] },
  'other-body': { code: 'other-body', town: '飯田市' },
  'approver-missing': { code: 'approver-missing' },
  'wrong-state': { code: 'wrong-state', state: '回答待ち' },
  'not-disposable': { code: 'not-disposable', items: [{ id: 'C-3', why: 'held' }] },
  'same-person': { code: 'same-person', person: '木村' },
  'unknown-disposal': { code: 'unknown-disposal', id: 'M-12' },
  disposed: { code: 'disposed', id: 'C-3', at: at('2032-04-01T09:00') },
};
const refusals: readonly Refused[] = Object.values(examples);

describe('the words of a refusal', () => {
  it.each(refusals)('$code: whole sentences in Japanese, with what was received', (refused) => {
    const words = messageOf(refused);
    expect(words).toMatch(/[ぁ-ん].*。$/u);
    expect(words).not.toMatch(/undefined|null|NaN|\[object|Invalid/);
    const { code: _code, ...facts } = refused;
    const told = Object.values(facts).filter(
      (fact) => typeof fact === 'string' && !/^\d{4}-\d\d-\d\dT|^needy|^\d{4}-/.test(fact),
    );
    for (const fact of told) expect(words).toContain(fact);
  });

  it.each(refusals)('$code: in no words of the machine besides what was received', (refused) => {
    const received = Object.values(refused)
      .flat()
      .filter((fact) => typeof fact === 'string');
    const words = received.reduce((text, fact) => text.replaceAll(fact, ''), messageOf(refused));
    expect(words.replaceAll(/FAX|URL|ID|M-12|C-3|Google/g, '')).not.toMatch(/[A-Za-z]{2,}/);
  });

  it('are there for every code', () => {
    expect([...refusalCodes].toSorted()).toEqual(Object.keys(examples).toSorted());
  });

  it('leave out what is not known', () => {
    expect(messageOf({ code: 'replies-closed' })).toBe(
      '出欠の受付は終わりました。お急ぎのときは担当へお電話ください。',
    );
    expect(messageOf({ code: 'consent-missing', framework: 'layered-coordination', members: [] })).toContain(
      '世帯員がまだ登録されていません',
    );
  });
});

describe('what cannot be read', () => {
  const schema = z.strictObject({
    name: z.string(),
    kind: z.enum(['出席', '欠席']).optional(),
    count: z.number().min(1).max(9).optional(),
    many: z.array(z.string()).max(1).optional(),
  });

  it.each([
    [{}, 'name', '空のままです'],
    [{ name: 3 }, 'name', '書き方が違います'],
    [{ name: 'x', kind: 'たぶん' }, 'kind', '出席、欠席'],
    [{ name: 'x', count: 10 }, 'count', '9まで'],
    [{ name: 'x', count: 0 }, 'count', '1から'],
    [{ name: 'x', many: ['a', 'b'] }, 'many', '1まで'],
    [{ name: 'x', なまえ: 'y' }, '入力', 'なまえ'],
    [undefined, '入力', '空のままです'],
  ])('%j is told by its field', (said, field, problem) => {
    const read = readInput(schema, said);
    expect(read).toMatchObject({ ok: false, error: { code: 'bad-input', field } });
    expect(read.ok ? '' : messageOf(read.error)).toContain(problem);
  });

  it('is told in Japanese, whatever nonsense is said to whatever verb', () => {
    const verbs = fc.constantFrom(...Object.values(menu));
    const nonsense = fc.oneof(
      fc.anything(),
      fc.dictionary(
        fc.constantFrom('id', 'meeting', 'case', 'cases', 'date', 'invite', 'rows', 'period', 'remove'),
        fc.anything(),
      ),
    );
    fc.assert(
      fc.property(verbs, nonsense, ({ prepare }, said) => {
        const prepared = prepare(said);
        const words = prepared.ok ? 'はい。' : messageOf(prepared.error);
        expect(words).toMatch(/[ぁ-んァ-ヶ一-龠]/u);
        expect(words).not.toMatch(/Invalid|expected|received|Unrecognized/);
      }),
      { numRuns: 400 },
    );
  });
});
