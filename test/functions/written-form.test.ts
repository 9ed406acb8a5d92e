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
