import { describe, expect, it } from 'vitest';
import { type Notice, noticesIf, noticesOfSitting } from '../../core/commands/meeting/notices-if.ts';
import { actorNamed, aSmallTown, neighbour, type SmallTown, town } from '../support/small-town.ts';

const call = { class: '相談支援', purpose: '受診の相談' };
const gathering = { date: '2026-06-15T14:00', place: '福祉保健所', outlook: '1回', framework: 'needy-support' };

const discussed = [{ id: 'A', name: '試験花子', covered: true }];

async function twoTowns() {
  const one = await aSmallTown();
  for (const clerk of ['木村', '野田']) await one.does(clerk, 'case', { id: 'C-1', members: discussed });
  return one;
}

/** What agencies were mailed, subject first, with each link as a preview shows it. */
const sent = (one: SmallTown) =>
  one
    .mails()
    .map(({ to, text }) => `${to}: ${text.replaceAll(/https:\S+\/a\/\S+/g, '{{link}}')}`)
    .toSorted();
const byMail = (notices: readonly Notice[], one: SmallTown) =>
  notices
    .filter(({ agency }) => one.mails().some(({ to }) => to === agency))
    .map(({ agency, subject, text }) => `${agency}: ${subject}\n${text}`)
    .toSorted();

describe('a notice that is looked at before it is sent', () => {
  it('reads as it is sent', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members: discussed });
    const said = {
      ...{ ...gathering, meeting: 'M-1', cases: ['C-1'], ground: 1, preparation: '経過のわかるもの' },
      ...{ agenda: [{ case: 'C-1', minutes: 30 }], invite: { 包括: call, 社協: call } },
    };
    const shown = await noticesIf(one.deps, actorNamed('佐藤'), said);
    expect(one.mails()).toEqual([]);
    await one.does('佐藤', 'convene', said);
    expect(byMail(shown.ok ? shown.value : [], one)).toEqual(sent(one));
    expect(sent(one)).toHaveLength(2);
  });

  it('of a sitting reads as it is sent, with the further parts of each agency', async () => {
    const one = await twoTowns();
    const part = (of: string, ...agencies: readonly string[]) => ({
      ...{ town: of, meeting: 'M-1', cases: ['C-1'], ground: 1, agenda: [{ case: 'C-1', minutes: 30 }] },
      invite: Object.fromEntries(agencies.map((agency) => [agency, call])),
    });
    const said = { ...gathering, parts: [part(town, '包括', '社協'), part(neighbour, '社協', '精神科', '民生')] };
    const shown = await noticesOfSitting(one.deps, actorNamed('佐藤'), said);
    expect(shown.ok).toBe(true);
    await one.does('佐藤', 'convene-together', said);
    const notices = shown.ok ? shown.value.notices : [];
    expect(byMail(notices, one)).toEqual(sent(one));
    expect(notices.find(({ agency }) => agency === '社協')?.text.match(/\{\{link\}\}/g)).toHaveLength(2);
  });
});
