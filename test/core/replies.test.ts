import { describe, expect, it } from 'vitest';
import { replyCodeOf } from '../../core/message/reply-code.ts';
import { aConvenedTown } from '../support/small-meeting.ts';
import { aSmallTown, type SmallTown, town } from '../support/small-town.ts';

const reply = (answer: string, more: object = {}) => ({ meeting: 'M-1', answer, ...more });

describe('an answer', () => {
  it('may be changed until the meeting begins, and not at that moment', async () => {
    const one = await aConvenedTown(['包括']);
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'reply', reply('出席'));
    await one.until('2026-06-15T13:59');
    await one.does('包括', 'reply', reply('欠席'));
    expect((await one.invitation('包括')).replies.map(({ answer }) => answer)).toEqual(['出席', '欠席']);
    await one.sleepUntil('2026-06-15T14:00');
    expect(await one.tries('包括', 'reply', reply('出席'))).toMatchObject({ code: 'replies-closed' });
  });

  it('may be a wish for another day twice in one moment: the last one is what the convener is asked', async () => {
    const one = await aConvenedTown(['包括']);
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'reply', reply('日程変更希望', { text: '16日なら' }));
    await one.does('包括', 'reply', reply('日程変更希望', { text: '17日なら' }));
    expect(await one.tasks()).toEqual(['reschedule 包括 → 佐藤']);
    const open = (await one.store.list('task', town)).filter((task) => task.done === undefined);
    expect(open).toMatchObject([{ said: '17日なら' }]);
    expect((await one.invitation('包括')).replies).toHaveLength(2);
  });

  it('is refused at the start even when the run has not noticed yet that the meeting began', async () => {
    const one = await aConvenedTown(['包括']);
    await one.until('2026-06-02T10:00');
    one.runs.clear();
    await one.sleepUntil('2026-06-15T14:00');
    expect(await one.state()).toBe('inviting');
    expect(await one.tries('包括', 'reply', reply('出席'))).toMatchObject({ code: 'replies-closed' });
  });

  it('of everybody lets the meeting wait for its day; a change of mind does not undo that', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'reply', reply('出席'));
    expect(await one.state()).toBe('inviting');
    await one.does('精神科', 'reply', reply('日程変更希望', { text: '16日なら' }));
    expect(await one.state()).toBe('scheduled');
    await one.until('2026-06-03T10:00');
    await one.does('包括', 'reply', reply('欠席'));
    expect(await one.state()).toBe('scheduled');
  });

  it('within ten seconds of delivery is kept, does not count, and somebody makes sure', async () => {
    const one = await aConvenedTown(['包括']);
    await one.does('包括', 'reply', reply('出席'));
    expect(await one.invitation('包括')).toMatchObject({ replies: [{ answer: '出席', unconfirmed: true }] });
    expect(await one.state()).toBe('inviting');
    expect(await one.tasks()).toEqual(['confirm-reply 包括 → 佐藤']);
    await one.does('包括', 'reply', reply('出席'));
    expect(await one.tasks()).toEqual(['confirm-reply 包括 → 佐藤']);
    await one.does('佐藤', 'reply', reply('出席', { agency: '包括', source: '電話' }));
    expect([await one.state(), await one.tasks()]).toEqual(['scheduled', []]);
  });

  it('against another one in the same breath does not count either, and the silent are still reminded', async () => {
    const one = await aConvenedTown(['包括']);
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'reply', reply('出席'));
    await one.does('包括', 'reply', reply('欠席'));
    expect(await one.state()).toBe('inviting');
    one.news();
    await one.until('2026-06-04T09:00');
    expect(one.news()).toEqual(['reminder → 包括']);
  });

  it('typed in by staff says who typed it and how it came; by telephone when nothing is said', async () => {
    const one = await aConvenedTown(['民生', '包括']);
    await one.does('佐藤', 'reply', reply('代理出席', { agency: '民生', source: 'FAX', deputy: '副会長' }));
    await one.does('木村', 'reply', reply('意見書提出', { agency: '包括', text: '見守りを続ける' }));
    expect(await one.invitation('民生')).toMatchObject({
      replies: [{ source: 'FAX', enteredBy: '佐藤', deputy: '副会長' }],
    });
    expect(await one.invitation('包括')).toMatchObject({
      replies: [{ source: '電話', enteredBy: '木村', text: '見守りを続ける' }],
    });
    expect(await one.tasks()).toEqual([]);
  });

  it.each([
    ['of an agency that was not invited', '社協', reply('出席'), 'not-invited'],
    ['typed in for nobody', '佐藤', reply('出席'), 'not-invited'],
    ['typed in for an agency that was not invited', '佐藤', reply('出席', { agency: '社協' }), 'not-invited'],
    ['of a kind there is none of', '包括', reply('たぶん'), 'bad-input'],
    ['to a meeting there is none of', '包括', { meeting: 'M-9', answer: '出席' }, 'unknown-meeting'],
    ['of somebody who sends nobody', '包括', reply('代理出席', { deputy: '　' }), 'bad-input'],
    ['of an opinion without words', '精神科', reply('意見書提出'), 'bad-input'],
    ['typed in without the opinion that came by FAX', '佐藤', reply('意見書提出', { agency: '包括' }), 'bad-input'],
    ['typed in by a viewer', '山本', reply('出席', { agency: '包括' }), 'forbidden'],
    ['typed in by a clerk of another town', '林', reply('出席', { agency: '包括' }), 'forbidden'],
  ])('%s is refused', async (...[, who, said, code]) => {
    const one = await aConvenedTown(['包括']);
    expect(await one.tries(who, 'reply', said)).toMatchObject({ code });
  });

  it('that asks for another day is a task for the convener, with the wish, until the day moves or it is answered anew', async () => {
    const one = await aConvenedTown(['包括', '精神科']);
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'reply', reply('日程変更希望', { text: '16日の午後なら' }));
    await one.does('佐藤', 'reply', reply('日程変更希望', { agency: '精神科', text: '17日' }));
    expect(await one.tasks()).toEqual(['reschedule 包括 → 佐藤', 'reschedule 精神科 → 佐藤']);
    expect((await one.store.list('task', town)).map(({ said }) => said)).toEqual(['16日の午後なら', '17日']);
    await one.until('2026-06-02T11:00');
    await one.does('精神科', 'reply', reply('出席'));
    expect(await one.tasks()).toEqual(['reschedule 包括 → 佐藤']);
    await one.does('佐藤', 'change', { meeting: 'M-1', place: '保健センター' });
    expect(await one.tasks()).toEqual(['reschedule 包括 → 佐藤']);
    await one.does('佐藤', 'change', { meeting: 'M-1', date: '2026-06-16T14:00' });
    expect(await one.tasks()).toEqual([]);
  });

  it('an agency answers for itself alone, whatever it says', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'reply', reply('出席', { agency: '精神科' }));
    expect((await one.invitation('精神科')).replies).toEqual([]);
  });

  it('before the meeting is convened is refused', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1' });
    await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'layered-support', ground: 1 });
    expect(await one.tries('包括', 'reply', reply('出席'))).toMatchObject({ code: 'not-invited' });
  });
});

describe('an answer by mail', () => {
  async function mailed(one: SmallTown, text: string, from = 'a@example.jp') {
    const code = replyCodeOf(one.deps.secrets, await one.meeting(), await one.invitation('包括'));
    await one.does('佐藤', 'inbound', {
      mail: { from, subject: 'Re: 関係機関会議', text: text.replace('CODE', code) },
    });
    return (await one.invitation('包括')).replies.at(-1)?.answer ?? (await one.tasks()).join();
  }

  it.each([
    ['出席\nCODE', '出席'],
    ['出席します。よろしくお願いします。\nCODE', '出席'],
    ['お世話になっております。\n出席いたします\nCODE', '出席'],
    ['回答：欠席\nCODE', '欠席'],
    ['代理出席します。係長が参ります。\nCODE', '代理出席'],
    ['意見書提出\n受診を勧めています。\nCODE', '意見書提出'],
    ['欠席です。\nCODE\n> 出席・欠席をお知らせください', '欠席'],
  ])('%j says it outright', async (text, answer) => {
    const one = await aConvenedTown(['包括']);
    expect(await mailed(one, text)).toBe(answer);
    expect(await one.invitation('包括')).toMatchObject({ replies: [{ source: 'メール返信', unconfirmed: false }] });
  });

  it.each([
    ['出席できません。CODE'],
    ['残念ながら出席しません。\nCODE'],
    ['出席か欠席か、まだ分かりません。\nCODE'],
    ['欠席ではなく出席です。\nCODE'],
    ['出席\nいや、欠席\nCODE'],
    ['出席しますが、午後だけです。\nCODE'],
    ['了解しました。CODE'],
    ['代理出席します。\nCODE'],
    ['意見書提出\nCODE'],
    ['> 出席\nCODE'],
  ])('%j is for a person to read', async (text) => {
    const one = await aConvenedTown(['包括']);
    expect(await mailed(one, text)).toBe('confirm-reply 包括 → 佐藤');
  });

  it.each([
    ['鈴木 <a@example.jp>', '出席'],
    ['A@Example.JP', '出席'],
    ['xa@example.jp', 'confirm-reply 包括 → 佐藤'],
    ['a@example.jp <b@attacker.example>', 'confirm-reply 包括 → 佐藤'],
    ['a@example.jp.attacker.example', 'confirm-reply 包括 → 佐藤'],
  ])('from %s: %s', async (from, expected) => {
    const one = await aConvenedTown(['包括']);
    expect(await mailed(one, '出席\nCODE', from)).toBe(expected);
  });

  it('keeps what else was written, as a written opinion must be', async () => {
    const one = await aConvenedTown(['包括']);
    await mailed(one, '意見書提出\n受診を勧めています。\nCODE');
    expect((await one.invitation('包括')).replies[0]?.text).toContain('受診を勧めています。');
  });

  it('says who comes instead', async () => {
    const one = await aConvenedTown(['包括']);
    await mailed(one, '代理出席します。係長が参ります。\nCODE');
    expect((await one.invitation('包括')).replies[0]?.deputy).toBe('係長が参ります');
  });

  it('without a reply code belongs to nobody', async () => {
    const one = await aConvenedTown(['包括']);
    expect(await one.tries('佐藤', 'inbound', { mail: { from: 'a@example.jp', text: '出席' } })).toMatchObject({
      code: 'unknown-mail',
    });
  });
});
