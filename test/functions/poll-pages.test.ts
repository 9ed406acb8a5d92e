import { beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../../local/scenario/pages-of.ts';
import { linkOf, nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

let office: OpenedOffice;
const page = `/office/${town}/meetings/M-1`;
const members = [{ id: 'A', name: '試験ハナ', covered: true }];

beforeEach(async () => {
  office = await openOffice();
  await office.does('木村', 'case', { id: 'C-1', issues: [1], members });
  await office.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
});

async function sends(form: Readonly<Record<string, string>>) {
  const nonce = nonceIn(await office.get(page, { as: '佐藤' }));
  return office.post(page, { ...form, nonce }, { as: '佐藤' });
}
const asking = {
  does: 'convene',
  place: '若草町役場',
  outlook: '3か月ごと 計4回',
  agency: '地域包括',
  'class.地域包括': '相談支援',
  'purpose.地域包括': '受診の相談',
  'members.地域包括': 'A',
  'slot-date-1': '2026-06-16',
  'slot-time-1': '10:00',
  'slot-date-2': '2026-06-20',
  'slot-time-2': '14:00',
};
const meeting = async () => office.app.deps.store.get('meeting', town, 'M-1');

describe('the forms of a poll (日程調整)', () => {
  it('show the deadline and a slot on a closed day before anything is sent, and keep what was typed', async () => {
    const seen = textOf((await sends({ ...asking, step: 'preview' })).body);
    expect(seen).toContain('都合の回答期限は6月8日(月)17:15になります');
    expect(seen).toContain('6月20日(土)は土曜日です');
    const both = await sends({ ...asking, step: 'preview', date: '2026-06-15', time: '14:00' });
    expect(textOf(both.body)).toContain('開催日を空にしてください');
    expect(both.body).toContain('2026-06-20');
    expect((await meeting())?.state).toBe('requested');
  });

  it('say afterwards that dates are asked about, and not that anybody was invited', async () => {
    const sent = await sends({ ...asking, step: 'send' });
    const { body } = await office.get(sent.headers['location'] ?? '', { as: '佐藤' });
    expect(textOf(body)).toContain('候補の日の都合を聞きます');
    expect(textOf(body)).not.toContain('招集しました');
  });

  it('call nobody 必須 who is not asked: the mark is refused with who it is, not dropped', async () => {
    const refused = await sends({ ...asking, step: 'send', required: '保健所' });
    expect(refused.status).not.toBe(303);
    expect(textOf(refused.body)).toContain('保健所');
    expect((await meeting())?.state).toBe('requested');
  });

  it('ask for the first slot, and leave the others to choice', async () => {
    const labels = async () => {
      const { body } = await office.get(page, { as: '佐藤' });
      // Slots that are added to a running poll are all of choice; the form that asks anew stands below.
      const asked = body.slice(Math.max(0, body.indexOf('新しい候補で都合を聞き直します')));
      return [...asked.matchAll(/候補(\d+)の日<span class="(\w+)">([^<]*)/g)];
    };
    expect((await labels()).slice(0, 2).map(([, , , word]) => word)).toEqual(['都合を聞くときは必須', '任意']);
    await sends({ ...asking, step: 'send' });
    expect((await labels()).slice(0, 2).map(([, , , word]) => word)).toEqual(['必須', '任意']);
  });

  it('ask, take ○△× typed in from a telephone call, and fix the date by one press', async () => {
    expect(await sends({ ...asking, step: 'send' })).toMatchObject({ status: 303 });
    const polling = await meeting();
    const slots = polling?.poll?.slots ?? [];
    expect(polling?.state).toBe('polling');
    const waiting = textOf((await office.get(page, { as: '佐藤' })).body);
    expect(waiting).toContain('回答を待っています');
    expect(waiting).not.toContain('どの候補も条件に合いません');
    const half = await sends({
      does: 'answer-poll-0',
      agency: '地域包括',
      source: '電話',
      [`mark.${slots[0] ?? ''}`]: '○',
    });
    expect(textOf(half.body)).toContain('すべての候補に○△×をつけてください');
    const marks = Object.fromEntries(slots.map((slot, index) => [`mark.${slot}`, index === 0 ? '△' : '○']));
    await sends({ does: 'answer-poll-0', agency: '地域包括', source: '電話', ...marks });
    expect(textOf((await office.get(page, { as: '佐藤' })).body)).toContain(
      'いちばんよい候補は 6月20日(土) 14:00 です',
    );
    await sends({ does: 'fix', slot: slots[1] ?? '' });
    expect((await meeting())?.state).toBe('scheduled');
  });

  it('let the convener make sure of ○△× that came too fast to be a person: from then on they count', async () => {
    await sends({ ...asking, step: 'send' });
    await office.does('地域包括', 'answer-poll', { meeting: 'M-1', marks: ['○', '×'] });
    const doubtful = (await office.get(page, { as: '佐藤' })).body;
    expect(doubtful).toContain('届いた○△×でよいと確かめた');
    expect(textOf(doubtful)).toContain('未確認');
    expect((await sends({ does: 'confirm-reply-0', agency: '地域包括' })).status).toBe(303);
    const sure = (await office.get(page, { as: '佐藤' })).body;
    expect(sure).not.toContain('届いた○△×でよいと確かめた');
    expect(textOf(sure)).toContain('都合を回答済み');
    const said = (await meeting())?.invitations[0]?.availabilities ?? [];
    expect(said.map(({ unconfirmed, enteredBy }) => [unconfirmed, enteredBy])).toEqual([
      [true, undefined],
      [false, '佐藤'],
    ]);
    const tasks = await office.app.deps.store.list('task', town);
    expect(tasks.filter(({ taskKind, done }) => taskKind === 'confirm-reply' && done === undefined)).toEqual([]);
  });
});

describe('the slots of a running poll (候補の取りやめ・追加)', () => {
  const link = async () => linkOf(office, '地域包括');
  const slotsNow = async () => (await meeting())?.poll?.slots ?? [];

  it('are changed on the page of the meeting, which shows what was taken back', async () => {
    await sends({ ...asking, step: 'send' });
    const [gone = ''] = await slotsNow();
    const changed = await sends({ does: 'slots', drop: gone, 'slot-date-1': '2026-06-23', 'slot-time-1': '10:00' });
    expect(changed.status).toBe(303);
    const seen = textOf((await office.get(page, { as: '佐藤' })).body);
    expect(seen).toContain('取りやめた候補');
    expect(seen).toContain('日程の候補の変更');
    expect((await slotsNow()).length).toBe(2);
  });

  it('that came later are owed, and what was said of the others is still shown and counted', async () => {
    await sends({ ...asking, step: 'send' });
    await office.at('2026-06-02T10:00:00+09:00');
    await office.does('佐藤', 'answer-poll', { meeting: 'M-1', agency: '地域包括', marks: ['○', '×'], source: '電話' });
    await sends({ does: 'slots', 'slot-date-1': '2026-06-23', 'slot-time-1': '10:00' });
    const seen = textOf((await office.get(page, { as: '佐藤' })).body);
    expect(seen).not.toContain('まだどの機関も答えていません');
    expect(seen).toContain('いちばんよい候補は 6月16日(火) 10:00 です');
    expect(seen).toContain('加えた候補が未回答');
  });

  it('are never none: what was typed stays, and the page says to add one or to end the poll', async () => {
    await sends({ ...asking, step: 'send' });
    const nonce = nonceIn(await office.get(page, { as: '佐藤' }));
    const refused = await office.post(page, { does: 'slots', nonce, drop: await slotsNow() }, { as: '佐藤' });
    expect(refused.status).toBe(409);
    expect(textOf(refused.body)).toContain('残る候補がなくなります');
    expect(refused.body.match(/name="drop"[^>]* checked/gu)).toHaveLength(2);
  });

  it('that an agency still has on its screen are refused when it sends, and the rest it marked is kept', async () => {
    await sends({ ...asking, step: 'send' });
    const [gone = '', left = ''] = await slotsNow();
    const open = await office.get(await link());
    await sends({ does: 'slots', drop: gone });
    const late = { does: 'answer-poll', nonce: nonceIn(open), [`mark.${gone}`]: '○', [`mark.${left}`]: '△' };
    const refused = await office.post(await link(), { ...late, note: '午前のみ' });
    expect(refused.status).toBe(409);
    expect(textOf(refused.body)).toContain('6月16日(火)10:00の候補は、取りやめになりました');
    expect(textOf(refused.body)).toContain('いまの候補は2026年6月20日(土)14:00です');
    expect(refused.body).toContain('午前のみ');
    expect(refused.body).not.toContain(`name="mark.${gone}"`);
    expect(refused.body).toMatch(new RegExp(`name="mark\\.${left}"\\s+value="△"[^>]*checked`, 'u'));
  });
});
