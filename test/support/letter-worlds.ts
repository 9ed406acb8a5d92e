import { personIdSchema, townCodeSchema } from '../../core/ids.ts';
import { after, cased, first, held, invite } from './agency-worlds.ts';
import { openOffice, type OpenedOffice, town } from './door.ts';

const neighbours = { 野原町: townCodeSchema.parse('393037'), 川上町: townCodeSchema.parse('393045') } as const;
const clerks = { 野原町: '野田', 川上町: '川口' } as const;
const names = ['野原町', '川上町'] as const;
const members = [{ id: 'A', name: '試験花子', covered: true }];

const fax = { fax: '000-000-7777', sender: '青葉県東部福祉事務所' };

/** Three towns in one sitting, called in 30 minutes each; 動物NPO, which has a FAX only, is called to all of them. */
export async function satTogether(numbers: readonly [string, string, string]): Promise<OpenedOffice> {
  const [own, second, third] = numbers;
  const office = await openOffice({
    towns: Object.fromEntries(names.map((name) => [neighbours[name], { name, host: 'prefecture' }])),
    people: Object.fromEntries(
      names.map((name) => [personIdSchema.parse(clerks[name]), { role: 'clerk', town: neighbours[name] }]),
    ),
  });
  await office.does('木村', 'case', { id: 'C-1', members });
  for (const [at, name] of names.entries())
    await office.does(clerks[name], 'case', { id: `C-${String(at + 5)}`, members });
  const call = { class: '見守り', purpose: '多頭飼育の相談' };
  const part = (of: string, meeting: string, id: string) => ({
    ...{ town: of, meeting, cases: [id], ground: 1, agenda: [{ case: id, minutes: 30 }], invite: { 動物NPO: call } },
  });
  await office.does('佐藤', 'convene-together', {
    ...{ date: '2026-06-15T14:00', place: '青葉県東部総合福祉センター 別館２階 第三会議室' },
    ...{ outlook: '3か月ごと、計4回の見込みです', framework: 'needy-support' },
    parts: [part(town, own, 'C-1'), part(neighbours.野原町, second, 'C-5'), part(neighbours.川上町, third, 'C-6')],
  });
  await after(office, '佐藤', 'settings', { town, ...fax });
  await office.at('2026-06-02T10:00');
  return office;
}

/** A second household, C-2, of which the plan is reviewed two days after that of C-1. */
export async function withSecondPlan(office: OpenedOffice): Promise<OpenedOffice> {
  await office.does('木村', 'case', { id: 'C-2', issues: [3], summary: '家賃', members });
  await office.does('佐藤', 'convene', {
    ...{ meeting: 'M-2', cases: ['C-2'], framework: 'needy-support', ground: 1, date: '2026-06-17T14:00' },
    ...{
      place: '公民館',
      outlook: '1回',
      invite: { 動物NPO: { class: '見守り', purpose: '多頭飼育の相談', members: ['A'] } },
    },
  });
  await office.at('2026-06-17T16:00');
  await office.does('佐藤', 'record', {
    meeting: 'M-2',
    attendance: ['動物NPO'],
    items: ['猫の世話を続ける'],
    final: true,
  });
  await office.does('木村', 'consent', { case: 'C-2', member: 'A' });
  await office.does('佐藤', 'role', {
    ...{
      meeting: 'M-2',
      id: 'R-3',
      agency: '動物NPO',
      person: '試験',
      what: '猫の世話を手伝う',
      for: 'A',
      else: '町へ電話する',
    },
    ...{ purpose: '住まいを整える', frequency: '月2回', by: '2026-09-30' },
  });
  await office.does('佐藤', 'confirm', { role: 'R-3', by: '代表' });
  await office.does('佐藤', 'plan', { case: 'C-2', goals: ['世話を続ける'], roles: ['R-3'] });
  await office.does('佐藤', 'confirm', { plan: 'C-2', by: '本人' });
  return office;
}

export async function withFax(office: OpenedOffice) {
  return after(office, '佐藤', 'settings', { town, ...fax });
}
export function letterOf(paper = '', of = 'meetings/M-1') {
  return `${of}/letter/動物NPO${paper === '' ? '' : `/${paper}`}`;
}
export async function brought(office: OpenedOffice) {
  const tasks = await office.app.deps.store.list('task', town, 'M-1/fax/');
  for (const { id, done } of tasks)
    if (done === undefined) await office.does('佐藤', 'task', { kind: 'fax', about: '動物NPO', task: id });
  return office;
}

const twoPurposes = {
  ...invite,
  動物NPO: {
    class: '生活環境',
    purpose: [{ text: '多頭飼育の相談' }, { text: '近所との話し合い', class: '住まい' }],
    members: ['A'],
  },
};

/** Two cases, two purposes, long words. */
export async function full() {
  const office = await cased();
  const members = [{ id: 'A', name: '試験次郎', covered: true }];
  await office.does('木村', 'case', { id: 'C-2', issues: [3], summary: '家賃', members });
  const second = { 動物NPO: { ...twoPurposes.動物NPO, members: ['C-1/A', 'C-2/A'] } };
  await office.does('佐藤', 'convene', {
    ...first,
    meeting: 'M-2',
    cases: ['C-1', 'C-2'],
    framework: 'needy-support',
    ground: 1,
    date: '2026-06-15T14:00',
    invite: second,
  });
  return withFax(office);
}

const role = {
  ...{ meeting: 'M-1', agency: '動物NPO', person: '試験', what: '猫の引取り先を探す', for: 'A', else: '町へ電話する' },
  ...{ purpose: '住まいを整える', frequency: '月2回', by: '2026-09-30' },
};
export async function withRole(office: OpenedOffice) {
  return after(office, '佐藤', 'role', { ...role, id: 'R-2' });
}
export async function planned() {
  const office = await withRole(await withFax(await held()));
  await office.does('佐藤', 'confirm', { role: 'R-2', by: '代表' });
  await office.does('佐藤', 'plan', { case: 'C-1', goals: ['受診を続ける'], roles: ['R-1', 'R-2'] });
  await office.does('佐藤', 'confirm', { plan: 'C-1', by: '本人' });
  return office;
}
