import { describe, expect, it } from 'vitest';
import { forbiddenInMail, forbiddenWordsIn } from '../../../core/message/mail-safe.ts';
import { BASE_PLACEHOLDER, LINK_PLACEHOLDER } from '../../../core/message/model.ts';
import { staffHandoverWording } from '../../../core/message/wording/handover.ts';
import { overdueWording } from '../../../core/message/wording/overdue.ts';
import { staffTaskWording, taskWords } from '../../../core/message/wording/staff-task.ts';
import { taskKindSchema } from '../../../core/task/model.ts';
import { at, day, toStaff } from './sample-mails.ts';

const linesOf = (text: string) => text.split('\n');

describe('a mail to staff', () => {
  it.each(Object.entries(toStaff))(
    '%s: carries ids and the office page, and no link of an agency',
    (_kind, { text }) => {
      expect(linesOf(text)).toContain(`${BASE_PLACEHOLDER}/office/393011/meetings/M-1`);
      expect(text).not.toContain(LINK_PLACEHOLDER);
      expect(text.startsWith('木村 様\n')).toBe(true);
    },
  );

  it.each(taskKindSchema.options)('names a %s task and what to do', (taskKind) => {
    const facts = { staffName: '佐藤', page: '/office/393011/meetings/M-1', about: '民生', subjectId: 'M-1' };
    const { subject, text } = staffTaskWording({ ...facts, taskKind, openedAt: at('2026-06-09T09:00') });
    expect(subject).toBe(`【6月9日(火)から・${taskWords[taskKind].name}】民生（M-1）`);
    expect(text.replaceAll(/\n\u3000?/g, '')).toContain(taskWords[taskKind].act);
  });

  it('names a meeting once in the subject when the task is about the meeting itself', () => {
    const facts = { staffName: '佐藤', page: '/office/393011/meetings/M-1', about: 'M-1', subjectId: 'M-1' };
    const { subject, text } = staffTaskWording({ ...facts, taskKind: 'quorum', openedAt: at('2026-06-09T09:00') });
    expect(subject).toBe('【6月9日(火)から・出席の不足】M-1');
    expect(linesOf(text).filter((line) => line.startsWith('■') && line.includes('M-1'))).toEqual(['■ 番号：M-1']);
  });

  it('asks the supervisor to decide, not to type', () => {
    const late = { staffName: '主任', page: '/office', what: '会議録', id: 'M-1', wasDue: day('2026-06-22') } as const;
    expect(overdueWording({ ...late, reader: 'supervisor' }).text).toContain('進め方をご判断ください');
    expect(overdueWording({ ...late, reader: 'officer' }).text).toContain('上司にご相談ください');
  });

  it('hands over 110 cases in a mail that is still short', () => {
    const cases = Array.from({ length: 110 }, (_, index) => `C-${String(index + 1)}`);
    const facts = { staffName: '山本', page: '/office', from: day('2027-04-01'), formerOfficer: '佐藤' };
    const { subject, text } = staffHandoverWording({ ...facts, cases });
    expect(subject).toContain('110件');
    expect(text).toContain('ほか90件');
    expect(linesOf(text).length).toBeLessThan(25);
  });
});

describe('the forbidden words', () => {
  it('are the programmes and the real names of all meetings', () => {
    expect(forbiddenInMail).toEqual(expect.arrayContaining(['生活困窮', '生活保護', '被保護', '支援会議（生活困窮）']));
  });

  it('are found in what an office would print', () => {
    expect(forbiddenWordsIn('若草町 福祉課 生活保護係')).toEqual(['生活保護']);
    expect(forbiddenWordsIn('若草町 福祉課')).toEqual([]);
  });
});
