import { describe, expect, it } from 'vitest';
import { menu, type Verb } from '../../core/commands/menu.ts';
import { settingsOf } from '../../core/settings/rules.ts';
import { aConvenedTown, aPlannedTown } from '../support/small-meeting.ts';
import { aSmallTown, hostTown, neighbour, prefecture, town } from '../support/small-town.ts';

const MY_NUMBER = '123456789018';
const verbs = Object.keys(menu).filter((verb): verb is Verb => Object.hasOwn(menu, verb));

describe('a My Number', () => {
  it.each(verbs.filter((verb) => verb !== 'rows'))(
    'is refused by %s before anything is read, and the refusal is logged without it',
    async (verb) => {
      const one = await aSmallTown();
      const before = [await one.store.list('case', town), await one.store.list('agency', prefecture)];
      expect(await one.tries('木村', verb, { note: { deep: [`個人番号 ${MY_NUMBER}`] } })).toEqual({
        code: 'my-number',
        field: 'deep',
      });
      expect([await one.store.list('case', town), await one.store.list('agency', prefecture)]).toEqual(before);
      const audit = await one.store.audit(prefecture);
      expect(audit).toMatchObject([{ who: 'staff:木村', did: 'refused:my-number', to: verb }]);
      expect(JSON.stringify(audit)).not.toContain(MY_NUMBER);
    },
  );

  it('is refused as a number, in full width, and as the name of a field', async () => {
    const one = await aSmallTown();
    for (const said of [
      { id: 'C-1', summary: Number(MY_NUMBER) },
      { id: 'C-1', summary: '１２３４　５６７８　９０１８' },
      { [MY_NUMBER]: 'x' },
    ])
      expect(await one.tries('木村', 'case', said)).toMatchObject({ code: 'my-number' });
  });
});

describe('reading case content', () => {
  it.each(['木村', '佐藤', '中村'])('%s may, and it is logged who read what', async (who) => {
    const one = await aConvenedTown();
    await one.does(who, 'open', 'C-1');
    await one.does(who, 'open', { meeting: 'M-1' });
    expect((await one.store.audit(town)).slice(-2)).toMatchObject([
      { who: `staff:${who}`, did: 'read', to: 'C-1' },
      { who: `staff:${who}`, did: 'read', to: 'M-1' },
    ]);
  });

  it.each([
    ['a viewer', '山本', 'C-1'],
    ['a viewer', '山本', 'M-1'],
    ['a clerk of another town', '林', 'C-1'],
    ['an agency', '包括', 'C-1'],
  ])('%s (%s) may not read %s, and the attempt is logged', async (...[, who, id]) => {
    const one = await aConvenedTown();
    expect(await one.tries(who, 'open', id)).toEqual({ code: 'forbidden' });
    expect((await one.store.audit(town)).at(-1)).toMatchObject({
      who: expect.stringContaining(`:${who}`),
      did: 'refused:forbidden',
      to: id,
      part: 'open',
    });
  });

  it('an agency reads its meeting once somebody there took note of the secrecy duty, and no other', async () => {
    const one = await aConvenedTown();
    expect(await one.tries('包括', 'open', 'M-1')).toEqual({ code: 'acknowledgement-missing' });
    await one.does('包括', 'acknowledge', { meeting: 'M-1', name: '鈴木' });
    expect(await one.invitation('包括')).toMatchObject({ acknowledged: { name: '鈴木' } });
    expect(await one.tries('包括', 'open', 'M-1')).toEqual({ code: 'ok' });
    expect(await one.tries('社協', 'open', 'M-1')).toEqual({ code: 'not-invited', agency: '社協' });
    expect(await one.tries('木村', 'acknowledge', { meeting: 'M-1' })).toEqual({ code: 'forbidden' });
    await one.does('佐藤', 'change', { meeting: 'M-1', remove: '包括' });
    expect(await one.tries('包括', 'open', 'M-1')).toEqual({ code: 'not-invited', agency: '包括' });
  });
});

describe('what a viewer or an agency may change', () => {
  const deeds: readonly (readonly [Verb, unknown])[] = [
    ['case', { id: 'C-1', town, summary: 'x' }],
    ['member', { case: 'C-1', id: 'A', name: 'x' }],
    ['consent', { case: 'C-1', member: 'A' }],
    ['agency', { id: '包括', mail: 'x@example.jp' }],
    ['settings', { phone: '000-000-0000' }],
    ['request', { meeting: 'M-9', cases: ['C-1'], framework: 'needy-support', ground: 1 }],
    ['task', { kind: 'phone', about: '包括' }],
    ['record', { meeting: 'M-1' }],
    ['correct', { meeting: 'M-1', reason: 'x' }],
    ['role', { meeting: 'M-1', id: 'R-1', what: 'x' }],
    ['plan', { case: 'C-1', goals: 'x' }],
    ['confirm', { plan: 'C-1' }],
    ['decide', { plan: 'C-1' }],
    ['evaluate', { plan: 'C-1', changes: 'x', outcome: '終結' }],
    ['trigger', { case: 'C-1', trigger: 'x' }],
    ['handover', { from: '木村', to: '佐藤' }],
  ];

  it.each(deeds)('nothing by %s', async (verb, said) => {
    const one = await aPlannedTown();
    for (const who of ['山本', '精神科']) expect(await one.tries(who, verb, said)).toEqual({ code: 'forbidden' });
  });
});

describe('settings', () => {
  it('of the prefecture hold in every town, rule by rule, but for what a town sets itself', async () => {
    const one = await aSmallTown();
    await one.does('佐藤', 'settings', { phone: '000-000-0000', recordDueBusinessDays: 3 });
    await one.does('林', 'settings', { town: hostTown, phone: '000-000-0009' });
    await one.does('佐藤', 'settings', { recordDueBusinessDays: 4 });
    expect(await settingsOf(one.deps, town)).toMatchObject({ phone: '000-000-0000', recordDueBusinessDays: 4 });
    expect(await settingsOf(one.deps, hostTown)).toMatchObject({ phone: '000-000-0009', recordDueBusinessDays: 4 });
  });

  it.each([
    ['of a town it does not host', '佐藤', { town: hostTown, phone: '000-000-0000' }, 'not-host'],
    ['of the prefecture by a town', '林', { phone: '000-000-0000' }, 'forbidden'],
    ['a sender that names the programme', '佐藤', { sender: '生活保護係' }, 'bad-input'],
    ['a time no clock shows', '佐藤', { chaseAt: '25:00' }, 'bad-input'],
    ['a setting there is none of', '佐藤', { color: '青' }, 'bad-input'],
  ])('%s are refused', async (...[, who, said, code]) => {
    const one = await aSmallTown();
    expect(await one.tries(who, 'settings', said)).toMatchObject({ code });
  });
});

describe('an id that two towns gave', () => {
  it('is the own town’s for its clerk; an officer of both is told so instead of being shown the wrong one', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', summary: '若草町' });
    await one.does('野田', 'case', { id: 'C-1', summary: '野原町' });
    expect(await one.tries('野田', 'open', { case: 'C-1' })).toEqual({ code: 'ok' });
    expect((await one.store.audit(neighbour)).at(-1)).toMatchObject({ did: 'read', to: 'C-1' });
    expect(await one.tries('佐藤', 'open', { case: 'C-1' })).toEqual({ code: 'ambiguous-id', id: 'C-1' });
  });
});

describe('a town that hosts its own meetings', () => {
  it('shows its cases to nobody of the prefecture', async () => {
    const one = await aSmallTown();
    await one.does('林', 'case', { id: 'C-5', members: [{ id: 'A', name: '試験花子' }] });
    expect(await one.tries('佐藤', 'open', 'C-5')).toEqual({ code: 'forbidden' });
    expect(await one.tries('佐藤', 'consent', { case: 'C-5', member: 'A' })).toEqual({
      code: 'not-host',
      town: hostTown,
    });
  });
});
