import { describe, expect, it } from 'vitest';
import { menu } from '../../core/commands/menu.ts';
import { reasons } from '../../core/commands/undo.ts';
import { insteadOfUndo } from '../../core/undo/rules.ts';
import { textOf } from '../support/source-tree.ts';
import { aConvenedTown, aPlannedTown, aRecordedTown, members, role } from '../support/small-meeting.ts';
import { aSmallTown, type SmallTown, town } from '../support/small-town.ts';

const refused = (why: keyof typeof reasons) => ({ code: 'not-undone', why: reasons[why] });
const request = { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 };

/** The records of a town, without their versions: those only ever go up. */
async function everything({ store }: SmallTown) {
  const kinds = ['case', 'meeting', 'role', 'plan', 'task', 'status'] as const;
  const all = await Promise.all(kinds.map((kind) => store.list(kind, town)));
  return all.flat().map((record) => ({ ...record, version: 0 }));
}

describe('the last step of the same day', () => {
  const household = { id: 'C-1', issues: [1], members };
  type Story = (one: SmallTown) => Promise<void>;
  const stories: readonly (readonly [string, () => Promise<SmallTown>, Story])[] = [
    ['a case opened by mistake', () => aSmallTown(), (one) => one.does('木村', 'case', household)],
    [
      'a change of a case',
      async () => {
        const one = await aSmallTown();
        await one.does('木村', 'case', household);
        return one;
      },
      (one) => one.does('木村', 'case', { id: 'C-1', summary: '別の世帯の話' }),
    ],
    [
      'a consent typed in for the wrong member',
      async () => {
        const one = await aSmallTown();
        await one.does('木村', 'case', household);
        return one;
      },
      (one) => one.does('木村', 'consent', { case: 'C-1', member: 'B' }),
    ],
    [
      'a request filed by mistake',
      async () => {
        const one = await aSmallTown();
        await one.does('木村', 'case', household);
        return one;
      },
      (one) => one.does('木村', 'request', request),
    ],
    [
      'a task ticked off by mistake',
      () => aConvenedTown(['包括', '民生']),
      (one) => one.does('木村', 'task', { kind: 'fax', about: '民生', note: '送った' }),
    ],
    ['a role', () => aRecordedTown(), (one) => one.does('木村', 'role', role)],
  ];

  it.each(stories)('%s is undone as if it had not been', async (_name, begun, story) => {
    const one = await begun();
    const before = await everything(one);
    await story(one);
    expect(await everything(one)).not.toEqual(before);
    await one.does('木村', 'undo', {});
    expect(await everything(one)).toEqual(before);
    expect((await one.store.audit(town)).at(-1)).toMatchObject({ who: 'staff:木村', did: 'undo', door: 'scenario' });
    expect(await one.store.list('step', town)).toEqual([]);
    expect(await one.tries('木村', 'undo', {})).toEqual(refused('nothing'));
  });

  it('a 見送り is undone by the officer, and the request waits again', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', household);
    await one.does('木村', 'request', request);
    await one.does('佐藤', 'decline', { meeting: 'M-1', reason: '様子を見る', review: '2026-07-01' });
    await one.does('佐藤', 'undo', {});
    expect(await one.meeting()).toMatchObject({ state: 'requested' });
    expect(await one.meeting()).not.toHaveProperty('declined');
  });

  it('a draft of the minutes gives way to the draft before it', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-15T15:00');
    await one.does('木村', 'record', { meeting: 'M-1', attendance: ['包括'], items: ['一回目'] });
    await one.does('木村', 'record', { meeting: 'M-1', attendance: ['包括'], items: ['二回目'] });
    await one.does('木村', 'undo', {});
    expect(await one.meeting()).toMatchObject({ records: [{ items: [{ topic: '一回目' }] }] });
  });
});

describe('a reply typed in for the wrong agency', () => {
  it('is taken out though others answered since, and what it closed is open again', async () => {
    const one = await aConvenedTown(['包括', '精神科', '民生']);
    const open = await one.tasks();
    await one.until('2026-06-01T10:00');
    await one.does('佐藤', 'reply', { meeting: 'M-1', agency: '民生', answer: '欠席', source: '電話' });
    expect(await one.tasks()).not.toEqual(open);
    await one.does('包括', 'reply', { meeting: 'M-1', answer: '出席' });
    await one.does('佐藤', 'undo', {});
    expect((await one.invitation('民生')).replies).toEqual([]);
    expect((await one.invitation('包括')).replies).toMatchObject([{ answer: '出席' }]);
    expect(await one.tasks()).toEqual(open);
    expect(await one.state()).toBe('inviting');
  });

  it('stays once that agency itself said something else', async () => {
    const one = await aConvenedTown(['包括', '精神科']);
    await one.until('2026-06-01T10:00');
    await one.does('佐藤', 'reply', { meeting: 'M-1', agency: '精神科', answer: '欠席', source: '電話' });
    await one.until('2026-06-01T10:05');
    await one.does('精神科', 'reply', { meeting: 'M-1', answer: '出席' });
    expect(await one.tries('佐藤', 'undo', {})).toEqual(refused('changed'));
  });
});

describe('what cannot be undone', () => {
  it('says so once the day is over, and what was overwritten is gone with the next step of anybody', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members });
    await one.sleepUntil('2026-06-02T00:00');
    expect(await one.tries('木村', 'undo', {})).toEqual(refused('over'));
    await one.does('佐藤', 'case', { id: 'C-2', town, members });
    expect((await one.store.list('step', town)).map(({ id }) => id)).toEqual(['佐藤']);
  });

  it('is what somebody else changed since, and what a meeting rests on', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members });
    await one.does('佐藤', 'request', request);
    expect(await one.tries('木村', 'undo', {})).toEqual(refused('needed'));
    await one.does('佐藤', 'member', { case: 'C-1', id: 'C', name: '試験三郎' });
    await one.does('木村', 'consent', { case: 'C-1', member: 'A' });
    await one.does('佐藤', 'consent', { case: 'C-1', member: 'B' });
    expect(await one.tries('木村', 'undo', {})).toEqual(refused('changed'));
  });

  it('is a convening, a withdrawn consent, final minutes, a plan in force: others have been told or count on it', async () => {
    const one = await aPlannedTown();
    expect(await one.tries('佐藤', 'undo', {})).toEqual(refused('nothing'));
    await one.does('木村', 'consent', { case: 'C-1', member: 'A', withdraw: true });
    expect(await one.tries('木村', 'undo', {})).toEqual(refused('nothing'));
    const convened = await aConvenedTown();
    expect(await convened.tries('佐藤', 'undo', {})).toEqual(refused('nothing'));
  });

  it('is another one’s step, but for a supervisor; and no viewer or agency undoes anything', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members });
    expect(await one.tries('佐藤', 'undo', { by: '木村' })).toEqual(refused('notYours'));
    expect(await one.tries('包括', 'undo', {})).toEqual({ code: 'forbidden' });
    await one.does('中村', 'undo', { by: '木村' });
    expect(await one.store.list('case', town)).toEqual([]);
  });

  it('is a step that is not the one on the button', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members });
    const [step] = await one.store.list('step', town);
    await one.until('2026-06-01T09:30');
    await one.does('木村', 'case', { id: 'C-2', members });
    expect(await one.tries('木村', 'undo', { step: step?.at })).toEqual(refused('nothing'));
  });

  it('is decided for every verb there is', () => {
    expect(Object.keys(insteadOfUndo).toSorted()).toEqual(Object.keys(menu).toSorted());
    const table = textOf('docs/adr/0019-undo.md');
    expect(Object.keys(menu).filter((verb) => !table.includes(`\`${verb}\``))).toEqual([]);
  });
});
