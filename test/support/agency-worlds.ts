import { agencyIdSchema } from '../../core/ids.ts';
import { readLink } from '../../functions/answer-invitation/visit.ts';
import { papersKey } from '../../functions/answer-invitation/papers-key.ts';
import { linkOf, nonceIn, openOffice, type OpenedOffice, town } from './door.ts';

/** An agency stands before a page: at which address, with which cookie, and what it presses first. */
export type Before = {
  readonly office: OpenedOffice;
  readonly path: string;
  readonly cookie?: string;
};
const members = [
  { id: 'A', name: '試験ハナ', covered: true, relation: '本人', born: '1942-05-03' },
  { id: 'B', name: '試験一郎', covered: true, relation: '長男', born: '1971-11-20' },
];
const longPurpose =
  '物忘れが進み、服薬の飲み忘れが続いているため、受診の間隔と、家での見守りの組み方について、医療の立場から助言をいただきたい。長男は昼間ほとんど部屋から出ず、来客を拒むことがあるため、訪ねるときの注意も知りたい。';
export const first = {
  meeting: 'M-1',
  place: '青葉県東部総合福祉センター 別館２階 第三会議室（玄関を入って左の階段）',
  outlook: '3か月ごと、計4回の見込みです',
};
/** Words as long as an office writes them. */
export const invite = {
  地域包括: { class: '相談支援', purpose: longPurpose, members: ['A', 'B'] },
  基幹: { class: '相談支援', purpose: '手帳の取得について相談すること', members: ['B'] },
  動物NPO: { class: '生活環境', purpose: '多頭飼育の相談', members: ['A'] },
};
export const tenSlots = ['15', '16', '17', '18', '19'].flatMap((day) => [
  `2026-06-${day}T10:00`,
  `2026-06-${day}T14:30`,
]);

export async function cased(more: Parameters<typeof openOffice>[0] = {}): Promise<OpenedOffice> {
  const office = await openOffice(more);
  await office.does('木村', 'case', { id: 'C-1', issues: [1, 2], summary: '母の物忘れ', members });
  await office.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
  await office.at('2026-06-01T10:00');
  return office;
}

export async function called(said: object = {}): Promise<OpenedOffice> {
  const office = await cased();
  await office.does('佐藤', 'convene', { ...first, date: '2026-06-15T14:00', invite, ...said });
  await office.at('2026-06-02T10:00');
  return office;
}

export async function asked(): Promise<OpenedOffice> {
  const office = await cased();
  await office.does('佐藤', 'convene', { ...first, slots: tenSlots, invite });
  await office.at('2026-06-02T10:00');
  return office;
}

export async function link(office: OpenedOffice, below = '', agency = '地域包括'): Promise<Before> {
  return { office, path: `${await linkOf(office, agency)}${below}` };
}

/** With the key to the papers, and, when named, the secrecy duty noted. */
export async function papers(office: OpenedOffice, { name, agency, done = '' }: Reading = {}): Promise<Before> {
  const { path } = await link(office, '/papers', agency);
  const visit = await readLink(office.app.deps, path.split('/')[2] ?? '');
  if (!visit.ok) throw new Error(visit.error.code);
  const request = { method: 'GET', path, params: {}, query: {}, headers: {}, body: '' } as const;
  const cookie = papersKey(office.app.deps, visit.value, request).split(';')[0] ?? '';
  if (name === undefined) return { office, path, cookie };
  const nonce = nonceIn(await office.get(path, { cookie }));
  await office.post(path, { does: 'acknowledge', name, nonce }, { cookie });
  return { office, path: `${path}${done}`, cookie };
}
type Reading = { readonly name?: string; readonly agency?: string; readonly done?: string };
export const read = { name: '地域包括支援センター 鈴木' };

export async function held(more: Parameters<typeof openOffice>[0] = {}): Promise<OpenedOffice> {
  const office = await cased(more);
  await office.does('佐藤', 'convene', { ...first, date: '2026-06-15T14:00', invite });
  await office.at('2026-06-15T16:00');
  await office.does('佐藤', 'record', {
    meeting: 'M-1',
    attendance: ['地域包括', '基幹'],
    items: ['受診の付き添いは、包括が最初の二回を受け持つ', '長男には、本人が望んだときにだけ声をかける'],
    final: true,
  });
  for (const member of ['A', 'B']) await office.does('木村', 'consent', { case: 'C-1', member });
  const role = {
    agency: '地域包括',
    person: '鈴木',
    what: '受診の付き添いと、週一回の訪問による服薬の確かめ',
    for: 'A',
    purpose: '飲み忘れを減らし、早めに受診につなぐ',
    frequency: '週1回',
    by: '2026-09-30',
    else: '三日続けて会えないときは、町の保健師へ電話する',
  };
  await office.does('佐藤', 'role', { meeting: 'M-1', id: 'R-1', ...role });
  await office.does('佐藤', 'plan', { case: 'C-1', goals: ['受診を続ける'], roles: ['R-1'] });
  return office;
}

export async function monitored(more: Parameters<typeof openOffice>[0] = {}): Promise<OpenedOffice> {
  const office = await held(more);
  await office.does('佐藤', 'confirm', { role: 'R-1', by: '所長' });
  await office.does('佐藤', 'confirm', { plan: 'C-1', by: '本人' });
  await office.at('2026-09-14T10:00');
  return office;
}

export async function after(office: OpenedOffice, who: string, ...[verb, said]: Deed): Promise<OpenedOffice> {
  await office.does(who, verb, said);
  return office;
}
type Deed = [verb: Parameters<OpenedOffice['does']>[1], said: object];

export async function cancelled(): Promise<OpenedOffice> {
  return after(await called(), '佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の都合' });
}

export async function moved(): Promise<OpenedOffice> {
  const office = await after(await called(), '地域包括', 'reply', { meeting: 'M-1', answer: '出席' });
  await office.does('佐藤', 'change', { meeting: 'M-1', date: '2026-06-17T10:00' });
  await office.at('2026-06-03T10:00');
  return office;
}
export async function replied(): Promise<OpenedOffice> {
  const office = await called();
  await office.does('地域包括', 'reply', { meeting: 'M-1', answer: '出席' });
  await office.at('2026-06-02T10:05');
  return office;
}

const neighbour = { name: '若草町', host: 'prefecture', area: '東部' } as const;
export async function observing(): Promise<OpenedOffice> {
  const partners = [agencyIdSchema.parse('基幹')];
  return monitored({ towns: { [town]: { ...neighbour, desk: town, partners } } });
}
