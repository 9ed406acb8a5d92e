import { expect, it } from 'vitest';
import { openOffice, type OpenedOffice, town } from '../support/door.ts';

const HELD = '同意の撤回があり、査察指導員の判断を待っています';

/** A meeting convened in the evening; the consent is withdrawn before its invitation has left. */
async function withdrawnOverNight(basis: Readonly<Record<string, unknown>>): Promise<OpenedOffice> {
  const office = await openOffice();
  await office.at('2026-06-01T20:00');
  const members = [{ id: 'A', name: '試験ハナ', covered: true }];
  await office.does('木村', 'case', { id: 'C-1', issues: [1], members });
  await office.does('木村', 'consent', { case: 'C-1', member: 'A' });
  await office.does('佐藤', 'convene', {
    ...{ meeting: 'M-1', cases: ['C-1'], date: '2026-06-15T14:00', place: '若草町役場', outlook: '一回', ...basis },
    invite: { 地域包括: { class: '相談支援', purpose: '受診の相談' } },
  });
  await office.does('木村', 'consent', { case: 'C-1', member: 'A', withdraw: true });
  await office.at('2026-06-02T10:00');
  return office;
}
const page = async (office: OpenedOffice, as: string) =>
  (await office.get(`/office/${town}/meetings/M-1`, { as })).body;

it('whoever opens the meeting reads that its invitations wait for the supervisor, until she has judged', async () => {
  const office = await withdrawnOverNight({ framework: 'protection-coordination' });
  for (const who of ['木村', '佐藤', '中村']) expect(await page(office, who)).toContain(HELD);
  await office.does('中村', 'judge', { meeting: 'M-1', decision: '続ける', reason: '安否の確認が要る' });
  expect(await page(office, '佐藤')).not.toContain(HELD);
});

it('nobody reads so where a ground carries the meeting: its invitations left in the morning', async () => {
  const office = await withdrawnOverNight({ framework: 'needy-support', ground: 1 });
  expect(await page(office, '中村')).not.toContain(HELD);
});
