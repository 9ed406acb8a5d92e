import { describe, expect, it } from 'vitest';
import { cancelWording } from '../../../core/message/wording/cancel.ts';
import { at, invited } from './sample-mails.ts';

describe('the word that one part of a joint sitting is off', () => {
  const standing = (meetingId: string, startsAt: string) => ({
    ...{ meetingId, startsAt: at(startsAt), classes: ['見守り'], caseNumbers: ['C-5'], times: [], link: '{{link-2}}' },
  });
  const beside = [standing('N-2', '2026-06-15T15:20'), standing('N-1', '2026-06-15T14:40')];

  it.each([
    [false, beside.slice(1), '【一部の取りやめ・ほかは予定どおり】6月15日(月)14:40 関係機関会議 N-1'],
    [true, beside, '【一部の出席依頼の取消・ほかは予定どおり】6月15日(月)14:40 関係機関会議 N-1ほか1件'],
  ])('says in its subject when to come now, and to which (withdrawn: %s)', (withdrawn, alongside, said) => {
    const { subject, text } = cancelWording({ ...invited, withdrawn, alongside });
    expect(subject).toBe(said);
    expect(text.split('\n')[2]).toContain('M-1');
  });
});
