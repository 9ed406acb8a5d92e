import { expect, it } from 'vitest';
import { convene, openOffice, town } from '../support/door.ts';
import { formsIn } from '../support/page-forms.ts';

it('an opinion for a meeting in writing is typed in as an opinion, not as an absence that nobody chose', async () => {
  const office = await openOffice();
  await convene(office);
  await office.does('佐藤', 'in-writing', { meeting: 'M-1', until: '2026-06-12T17:00', reason: '主治医が来られない' });
  const { body } = await office.get(`/office/${town}/meetings/M-1`, { as: '佐藤' });
  const form = formsIn(body).find(({ kind }) => kind === 'reply');
  expect(body).toContain('電話・FAXの意見を入力する');
  expect(form?.values).toContainEqual(['answer', '意見書提出']);
  expect(form?.texts).toEqual(['text']);
});

it('an opinion sent in by who cannot come is put before the meeting: an item of the minutes, after what is discussed anyway', async () => {
  const office = await openOffice();
  await convene(office);
  await office.at('2026-06-02T09:30');
  await office.does('基幹', 'reply', { meeting: 'M-1', answer: '意見書提出', text: '訪問は週二回がよい' });
  await office.does('地域包括', 'reply', { meeting: 'M-1', answer: '意見書提出', text: '取り下げた意見' });
  await office.at('2026-06-02T10:00');
  await office.does('地域包括', 'reply', { meeting: 'M-1', answer: '出席' });
  const page = `/office/${town}/meetings/M-1`;
  expect((await office.get(page, { as: '佐藤' })).body).toContain('訪問は週二回がよい');

  await office.at('2026-06-15T15:00');
  const { body } = await office.get(page, { as: '佐藤' });
  const topics = [...body.matchAll(/name="topic\.\d+"[^>]*?value="([^"]*)"/g)].map(([, value]) => value);
  expect(topics.slice(0, 2)).toEqual(['', expect.stringContaining('意見書（')]);
  expect(body).toMatch(/name="discussed\.1"[^>]*>\s*訪問は週二回がよい</);
  expect(body).not.toMatch(/name="discussed\.\d+"[^>]*>\s*取り下げた意見</);

  await office.does('佐藤', 'record', { meeting: 'M-1', attendance: ['地域包括'], items: ['受診を続ける'] });
  expect((await office.get(page, { as: '佐藤' })).body).not.toMatch(
    /name="discussed\.\d+"[^>]*>\s*訪問は週二回がよい</,
  );
});
