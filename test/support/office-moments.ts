import { personIdSchema, townCodeSchema } from '../../core/ids.ts';
import { convene, openOffice, type OpenedOffice, town } from './door.ts';

type Given = Parameters<typeof openOffice>[0];

export const cased = {
  id: 'C-1',
  issues: [1, 2],
  summary: '母の物忘れ',
  members: [{ id: 'A', name: '試験ハナ', covered: true }],
};
export const asking = { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 };
export const calling = {
  ...{ meeting: 'M-1', date: '2026-06-15T14:00', place: '若草町役場', outlook: '3か月ごと 計4回' },
  invite: { 地域包括: { class: '相談支援', purpose: '受診の相談', members: ['A'] } },
};

const id = (name: string) => personIdSchema.parse(name);
/** A town that hosts its own meetings, its clerk, and a counsellor of the area. */
const neighbours = {
  towns: {
    [town]: { name: '若草町', host: 'prefecture', area: '東部' },
    [townCodeSchema.parse('393029')]: { name: '白波町', host: 'town', area: '東部' },
  },
  people: {
    [id('林')]: { role: 'clerk', town: townCodeSchema.parse('393029') },
    [id('森')]: { role: 'area', areas: ['東部'] },
    [id('原')]: { role: 'area', areas: ['東部'] },
  },
} satisfies Parameters<typeof openOffice>[0];

export async function asked(): Promise<OpenedOffice> {
  const office = await openOffice(neighbours);
  await office.does('木村', 'consultation', { id: 'U-1', name: '試験三郎', on: '2026-06-01', outcome: '情報提供' });
  await office.does('佐藤', 'body', { id: '定例', framework: 'case-review', name: '定例検討会' });
  await office.does('佐藤', 'settings', { town, monitoringMonths: 2 });
  await office.does('木村', 'case', { ...cased, triggers: [{ name: '緊急', agencies: ['地域包括'], what: '訪問' }] });
  await office.does('木村', 'request', asking);
  return office;
}

export async function told(): Promise<OpenedOffice> {
  const office = await asked();
  await office.does('木村', 'case', { id: 'C-1', residence: '393029' });
  await office.does('木村', 'residence', { case: 'C-1', agreed: true });
  await office.does('木村', 'companion', { case: 'C-1', person: '森', reason: '同行の希望' });
  await office.does('木村', 'consent', { case: 'C-1', member: 'A' });
  await office.does('木村', 'tax', { case: 'C-1', member: 'A', arrears: 1000, what: '住民税' });
  await office.does('木村', 'tax-consent', { case: 'C-1', member: 'A', purposes: [3], sections: ['保健福祉課'] });
  return office;
}

/** 事例その１ after its invitations went out. */
export async function convened(more: Given = {}): Promise<OpenedOffice> {
  const office = await openOffice(more);
  await convene(office);
  return office;
}

/** A plan that needs the municipality's decision. */
export async function deciding(): Promise<OpenedOffice> {
  const office = await openOffice();
  await office.does('木村', 'case', cased);
  await office.does('木村', 'consent', { case: 'C-1', member: 'A' });
  await office.does('木村', 'request', { ...asking, framework: 'needy-coordination', reason: 'プラン' });
  await office.does('佐藤', 'convene', calling);
  await office.at('2026-06-15T15:00');
  await office.does('佐藤', 'record', { meeting: 'M-1', attendance: ['地域包括'], items: ['受診'], final: true });
  await office.does('佐藤', 'plan', { case: 'C-1', goals: ['受診'] });
  await office.does('佐藤', 'confirm', { plan: 'C-1', by: '本人' });
  return office;
}

export async function recorded(final: boolean, more: Given = {}): Promise<OpenedOffice> {
  const office = await convened(more);
  await office.at('2026-06-15T15:00');
  await office.does('佐藤', 'record', { meeting: 'M-1', attendance: ['地域包括'], items: ['受診'], final });
  for (const member of ['A', 'B']) await office.does('木村', 'consent', { case: 'C-1', member });
  return office;
}

export async function planned(more: Given = {}): Promise<OpenedOffice> {
  const office = await recorded(true, more);
  const role = {
    agency: '地域包括',
    person: '鈴木',
    what: '訪問',
    for: 'A',
    purpose: '安否',
    frequency: '週1回',
    by: '9月',
  };
  await office.does('佐藤', 'role', { meeting: 'M-1', id: 'R-1', ...role });
  await office.does('佐藤', 'plan', { case: 'C-1', goals: ['受診'], roles: ['R-1'] });
  return office;
}

export async function drafted(): Promise<OpenedOffice> {
  const office = await openOffice();
  await office.does('木村', 'case', cased);
  await office.does('木村', 'request', asking);
  await office.does('中村', 'body', { id: 'B-1', name: '支援会議', framework: 'needy-support', approval: true });
  await office.does('佐藤', 'convene', calling);
  return office;
}

export async function after(verb: 'decline' | 'elsewhere', said: object): Promise<OpenedOffice> {
  const office = await openOffice();
  await office.does('木村', 'case', cased);
  await office.does('木村', 'request', asking);
  await office.does('佐藤', verb, { meeting: 'M-1', ...said });
  return office;
}

/** Two towns have asked their host for a meeting each. */
export async function askedOfTwo(): Promise<OpenedOffice> {
  const office = await openOffice({
    towns: { [townCodeSchema.parse('393037')]: { name: '野原町', host: 'prefecture' } },
    people: { [id('野田')]: { role: 'clerk', town: townCodeSchema.parse('393037') } },
  });
  await office.does('木村', 'case', cased);
  await office.does('野田', 'case', { ...cased, id: 'C-7' });
  await office.does('木村', 'request', asking);
  await office.does('野田', 'request', { ...asking, meeting: 'M-7', cases: ['C-7'] });
  return office;
}
