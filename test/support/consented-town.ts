import { convening, invite, members, role } from './small-meeting.ts';
import { aSmallTown, type SmallTown } from './small-town.ts';

export type Stage = 'requested' | 'inviting' | 'scheduled' | 'recording' | 'deciding' | 'monitored';
export const stages: readonly Stage[] = ['requested', 'inviting', 'scheduled', 'recording', 'deciding', 'monitored'];

/** M-1 about C-1 of this framework, brought to this stage; both members have consented. */
export async function aTownAt(
  stage: Stage,
  framework: string,
  consent?: { readonly until: string },
): Promise<SmallTown> {
  const one = await aSmallTown();
  const until = stages.indexOf(stage);
  await one.does('木村', 'case', { id: 'C-1', members });
  for (const { id } of members) await one.does('木村', 'consent', { case: 'C-1', member: id, ...consent });
  await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework, ground: 1 });
  if (until >= 1) await one.does('佐藤', 'convene', { ...convening, invite: invite('包括', '精神科') });
  if (until >= 2) {
    await one.until('2026-06-02T10:00');
    for (const agency of ['包括', '精神科']) await one.does(agency, 'reply', { meeting: 'M-1', answer: '出席' });
  }
  if (until >= 3) await one.until('2026-06-15T15:00');
  if (until >= 4) {
    await one.does('佐藤', 'record', { meeting: 'M-1', attendance: ['包括'], items: ['受診'], final: true });
    await one.does('佐藤', 'role', role);
    await one.does('佐藤', 'confirm', { role: 'R-1', by: '包括所長' });
    await one.does('佐藤', 'plan', { case: 'C-1', goals: ['受診する'], roles: ['R-1'] });
  }
  if (until >= 5) await monitored(one);
  one.news();
  return one;
}

async function monitored(one: SmallTown): Promise<void> {
  await one.tries('佐藤', 'confirm', { plan: 'C-1' });
  await one.tries('佐藤', 'decide', { plan: 'C-1' });
  await one.play();
  await one.until('2026-09-02T10:00');
}

export async function withdraws(one: SmallTown): Promise<void> {
  await one.does('木村', 'consent', { case: 'C-1', member: 'A', withdraw: true });
}
