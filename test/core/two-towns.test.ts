import { describe, expect, it } from 'vitest';
import { inOneTown } from '../../core/access/one-town.ts';
import { perform } from '../../core/commands/perform.ts';
import { convening, invite, members } from '../support/small-meeting.ts';
import { actorNamed, aSmallTown, hostTown, town } from '../support/small-town.ts';

const fresh = { ...convening, cases: ['C-1'], framework: 'needy-support', ground: 1, invite: invite('包括') };

describe('two towns that number their cases and meetings alike', () => {
  it('each convene their own, and an agency answers each over its own link', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members });
    await one.does('佐藤', 'convene', fresh);
    await one.does('林', 'case', { id: 'C-1', members });
    await one.does('林', 'convene', fresh);
    await one.until('2026-06-02T10:00');
    const behindTheLink = inOneTown(one.deps, hostTown);
    const said = { meeting: 'M-1', answer: '出席' };
    expect(await perform(behindTheLink, actorNamed('包括'), 'reply', said)).toMatchObject({ ok: true });
    expect(await one.store.get('meeting', hostTown, 'M-1')).toMatchObject({ state: 'scheduled' });
    expect(await one.store.get('meeting', town, 'M-1')).toMatchObject({ state: 'inviting' });
  });

  it('never have the request of the one convened about the case of the other', async () => {
    const one = await aSmallTown();
    await one.does('林', 'case', { id: 'C-5', members });
    await one.does('林', 'request', { meeting: 'M-1', cases: ['C-5'], framework: 'needy-support', ground: 2 });
    await one.does('木村', 'case', { id: 'C-1', members });
    await one.does('佐藤', 'convene', fresh);
    expect(await one.meeting()).toMatchObject({ state: 'inviting', cases: ['C-1'] });
    expect(await one.store.get('meeting', hostTown, 'M-1')).toMatchObject({ state: 'requested', cases: ['C-5'] });
  });

  it('have their rows read by an officer who names the town', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members });
    await one.does('林', 'case', { id: 'C-1', members });
    await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    const rows = [{ row: 1, version: 1, ケース番号: 'C-1', 世帯員番号: 'Z', 氏名: '試験末子' }];
    await one.does('佐藤', 'rows', { town, tab: '世帯員', rows });
    expect(await one.store.get('row', town, '世帯員/1')).toMatchObject({ status: '済' });
    expect((await one.case()).members).toHaveLength(3);
  });
});
