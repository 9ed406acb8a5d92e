import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forbiddenWordsIn } from '../../../core/message/mail-safe.ts';
import { CODE_PLACEHOLDER, LINK_PLACEHOLDER, mailKindSchema } from '../../../core/message/model.ts';
import { cancelWording } from '../../../core/message/wording/cancel.ts';
import { changeWording } from '../../../core/message/wording/change.ts';
import { invitationWording } from '../../../core/message/wording/invitation.ts';
import { columnsOf } from '../../../core/message/wording/lines.ts';
import { pollWording } from '../../../core/message/wording/poll.ts';
import { recordChangedWording } from '../../../core/message/wording/record.ts';
import { reminderWording } from '../../../core/message/wording/reminder.ts';
import { roleConfirmWording } from '../../../core/message/wording/role-confirm.ts';
import { everyBranch } from './sample-branches.ts';
import { at, day, everyMail, invited, toAgencies, unsent } from './sample-mails.ts';

const linesOf = (text: string) => text.split('\n');
const answered = ['invitation', 'poll', 'reminder', 'change', 'monitoring-request', 'monitoring-reminder'] as const;

/** What a municipal mail sanitizer leaves: no address, no {{link}} filled in, nothing to click. */
const sanitized = (text: string) =>
  text.replaceAll(LINK_PLACEHOLDER, 'https://example.jp/a/xyz').replaceAll(/https?:\S+/g, '');

describe('a mail of every kind', () => {
  it('is worded, but for the one by which nothing is sent', () => {
    expect([...Object.keys(everyMail), unsent].toSorted()).toEqual([...mailKindSchema.options].toSorted());
  });

  describe.each(everyBranch)('%s, %s', (_kind, _branch, { subject, text }) => {
    it('says in its subject what to do, and a date', () => {
      expect(subject).toMatch(/^【[^】]{2,25}】.*\S$/);
      expect(subject).toMatch(/\d月\d+日\([月火水木金土日]\)/);
      expect(columnsOf(subject)).toBeLessThanOrEqual(90);
    });

    it('names no programme, no meeting by its real name', () => {
      expect(forbiddenWordsIn(subject + text)).toEqual([]);
    });

    it('fits paper of 34 full-width characters', () => {
      expect(linesOf(text).filter((line) => columnsOf(line) > 68)).toEqual([]);
    });

    it('says nothing twice over, points at nothing that is not there, and speaks to nobody as そちら', () => {
      expect(text).not.toMatch(/([ぁ-ん一-龠ァ-ヶ]{2,})：\1は|をを|にに|がが|はは、|下記|そちら|でで|へへ/);
    });

    it('leaves no gap where a fact should be', () => {
      expect(text).not.toMatch(/undefined|null|NaN|\[object| \n|\n\n\n/);
      expect(text.endsWith('\n')).toBe(true);
    });
  });
});

describe('a mail to an agency', () => {
  it.each(Object.entries(toAgencies))('%s: addresses it, and says who writes and where to call', (_kind, { text }) => {
    expect(text.startsWith('若草診療所 相談室 様\n')).toBe(true);
    expect(text).toContain('青葉県若草福祉事務所');
    expect(text).toContain('電話 000-000-1111');
    expect(text).toContain('M-1');
  });

  it.each(Object.entries(toAgencies))('%s: has the link alone on its line, or no link', (kind, { text }) => {
    const withLink = linesOf(text).filter((line) => line.includes(LINK_PLACEHOLDER));
    expect(withLink).toEqual(kind === 'cancel' || kind === 'papers-code' ? [] : [LINK_PLACEHOLDER]);
  });

  it.each(Object.entries(toAgencies))('%s: still says how to go on when its links are gone', (_kind, { text }) => {
    expect(sanitized(text)).toMatch(/電話 000-000-1111/);
    expect(sanitized(text)).not.toContain('http');
  });

  it.each(answered)('%s: can be answered by page, telephone or FAX with the reply code', (kind) => {
    const left = sanitized(toAgencies[kind].text);
    expect(left).toMatch(/電話 000-000-1111 で「返信コード KX7-2MB」と(出欠|ご都合|状況)を伝える/);
    expect(left).toContain('印刷して○をつけ、FAXで送る');
    expect(left).toContain('（返信コード KX7-2MB）');
  });

  it('leaves the papers code to the text: a subject shows on locked screens', () => {
    const { subject, text } = toAgencies['papers-code'];
    expect(linesOf(text)).toContain(CODE_PLACEHOLDER);
    expect(subject).not.toContain(CODE_PLACEHOLDER);
  });
});

describe('what stands behind the link', () => {
  const secrets = ['試験花子', '若草町1-2', '認知症', '受診の相談', '病状の悪化'];
  const known = {
    ...invited,
    before: { startsAt: invited.startsAt },
    heldAt: invited.startsAt,
    edition: 2,
    roles: 1,
    confirmBy: invited.replyBy,
    household: '試験花子',
    address: '若草町1-2',
    condition: '認知症',
    purposes: [{ text: '受診の相談', members: ['試験花子'] }],
    reason: '病状の悪化',
    cancelled: { reason: '病状の悪化' },
  };

  const wordings = [
    invitationWording,
    reminderWording,
    changeWording,
    cancelWording,
    recordChangedWording,
    roleConfirmWording,
  ];

  it.each(wordings.map((wording) => [wording.name, wording] as const))(
    'stays there even when %s is handed all that is known',
    (_name, wording) => {
      const { subject, text } = wording(known);
      expect(secrets.filter((secret) => (subject + text).includes(secret))).toEqual([]);
    },
  );
});

describe('an invitation', () => {
  const { subject, text } = invitationWording(invited);

  it.each([
    ['when', '■ 日時：2026年6月15日(月)14:00'],
    ['where', '■ 場所：若草町役場 2階 会議室'],
    ['what for, in one word', '■ お力を借りたいこと：医療面の助言'],
    ['what to prepare', '■ ご準備：最近のかかわりを、手短にお話しいただければ十分です'],
    ['for how long', '■ 見通し：3か月ごと、計4回の見込みです'],
    ['which meeting and case', '■ 会議番号：M-1（ケース C-1）'],
    ['by when to answer', '2026年6月8日(月)17:15 までに、出欠をお知らせください。'],
    ['what may be answered', '出席 ・ 欠席 ・ 代理出席'],
    ['what else may be answered', '意見書提出 ・ 日程変更希望'],
    ['that calling a meeting is not leading', '招集担当は主担当を意味しません'],
    ['that an answer may change', '会議が始まるまで変更できます'],
    ['who writes', '青葉県若草福祉事務所（担当：佐藤）'],
  ])('says %s, with its links stripped', (_what, sentence) => {
    expect(sanitized(text)).toContain(sentence);
  });

  it('says the deadline and the date in its subject', () => {
    expect(subject).toBe('【6月8日(月)までに出欠を】6月15日(月)14:00 関係機関会議 M-1');
  });

  it('stands in docs/mail.md as it is sent', () => {
    const shown = readFileSync(join(import.meta.dirname, '../../../docs/mail.md'), 'utf8');
    expect(shown).toContain(`件名: ${subject}\n\n${text}`);
  });

  it('fits one page of a FAX', () => {
    expect(linesOf(text).length).toBeLessThanOrEqual(40);
  });

  it('is one mail for two classes', () => {
    const both = invitationWording({ ...invited, classes: ['医療面の助言', '生活環境'] });
    expect(both.text).toContain('■ お力を借りたいこと：医療面の助言、生活環境');
  });

  it('names the FAX number where the office has one', () => {
    const faxed = invitationWording({ ...invited, officeFax: '000-000-2222' });
    expect(faxed.text).toContain('3. 印刷して○をつけ、FAX 000-000-2222 へ送る');
  });

  it('sends the reader to the officer while the office has not set its number', () => {
    const silent = invitationWording({ ...invited, officePhone: '' });
    const unbroken = silent.text.replaceAll('\n　', '');
    expect(unbroken).toContain('2. 青葉県若草福祉事務所への電話で「返信コード KX7-2MB」と出欠を伝える');
    expect(unbroken).toContain('送り先は青葉県若草福祉事務所へご確認を');
    expect(silent.text).not.toMatch(/下記|電話 *\n| [へで]/);
  });

  it("is answered under the agency's name while there is no reply code", () => {
    const { text: uncoded } = invitationWording({ ...invited, replyCode: '' });
    expect(uncoded).toContain('2. 電話 000-000-1111 で「若草診療所、会議番号 M-1」と出欠を伝える');
    expect(uncoded).not.toContain('返信コード');
  });

  it('addresses the agency itself when nobody is named there', () => {
    expect(invitationWording({ ...invited, contact: undefined }).text).toMatch(/^若草診療所 御中\n/);
  });

  it('carries number and formal addressee where the office writes them', () => {
    const formal = invitationWording({ ...invited, documentNumber: '8若福第12号', head: '院長' });
    expect(formal.text).toContain('文書番号：8若福第12号\n宛先：院長 様\n');
  });

  it('keeps a name typed over two lines out of the next header', () => {
    const split = invitationWording({ ...invited, meetingName: '関係機関会議\r\nBcc: x@example.jp' });
    expect(split.subject).not.toMatch(/[\r\n]/);
  });
});

describe('a reminder', () => {
  const owed = { ...invited, today: day('2026-06-04') };

  it('says 本日 on the last day only', () => {
    expect(reminderWording(owed).subject).toMatch(/^【再送・6月8日\(月\)までに出欠を】/);
    expect(reminderWording({ ...owed, today: day('2026-06-08') }).subject).toMatch(
      /^【再送・本日6月8日\(月\)までに出欠を】/,
    );
  });
});

describe('a poll', () => {
  it('lists every candidate to mark on paper', () => {
    const slots = Array.from({ length: 10 }, (_, index) => at(`2026-06-${String(15 + index)}T14:00`));
    const { text } = pollWording({ ...invited, slots });
    expect(text.match(/○ ・ △ ・ ×/g)).toHaveLength(10);
    expect(text).toContain('10. 6月24日(水)14:00');
  });
});

describe('a change', () => {
  const { replyBy: _replyBy, ...meeting } = invited;

  it('of the place alone asks nobody again', () => {
    const { subject, text } = changeWording({ ...meeting, before: { place: '社会福祉協議会' } });
    expect(subject).toBe('【場所の変更】6月15日(月)14:00 関係機関会議 M-1');
    expect(text).toContain('出欠のご回答は、そのまま有効です。');
    expect(text).toContain('（変更前 社会福祉協議会）');
    expect(text).not.toContain('回答の方法');
  });

  it('of the date asks again, and shows both dates', () => {
    const { subject, text } = changeWording({ ...invited, before: { startsAt: at('2026-06-12T10:00') } });
    expect(subject).toMatch(/^【日時の変更・6月8日\(月\)までに出欠を】/);
    expect(text).toContain('■ 日時：2026年6月15日(月)14:00\n　（変更前 2026年6月12日(金)10:00）');
    expect(text).toContain('回答の方法');
  });
});

describe('a cancellation', () => {
  it('says 中止, that nothing is to be done, and no reason', () => {
    const { subject, text } = cancelWording(invited);
    expect(subject).toBe('【中止・ご対応は不要です】6月15日(月)14:00 関係機関会議 M-1');
    expect(text).toContain('お越しいただく必要はありません');
    expect(text).not.toContain('理由');
  });

  it('for one agency does not say that the meeting is off', () => {
    const { subject, text } = cancelWording({ ...invited, withdrawn: true });
    expect(subject + text).not.toContain('中止');
  });
});
