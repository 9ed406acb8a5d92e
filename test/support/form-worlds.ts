import { papersKey } from '../../functions/answer-invitation/papers-key.ts';
import { agencyIdSchema, townCodeSchema } from '../../core/ids.ts';
import { readLink } from '../../functions/answer-invitation/visit.ts';
import { linkOf, nonceIn, openOffice, type OpenedOffice, town } from './door.ts';
import {
  after,
  asked,
  askedOfTwo,
  asking,
  calling,
  cased,
  convened,
  deciding,
  drafted,
  planned,
  recorded,
  told,
} from './office-moments.ts';

const home = `/office/${town}`;

/** Somebody looks at a page; agencies by their link, with the cookie of opened papers where there is one. */
export type Seen = { readonly path: string; readonly as?: string; readonly cookie?: string };
export type World = {
  readonly open: () => Promise<OpenedOffice>;
  readonly pages: (office: OpenedOffice) => Promise<readonly Seen[]>;
};

const seenBy = (as: string, ...tails: readonly string[]): readonly Seen[] =>
  tails.map((tail) => ({ path: `${home}${tail}`, as }));

/** Without a counsellor of its own: a neighbour keeps its cases, and its partners are asked what they see (towns-and-villages.md R20). */
const observed = { name: '若草町', host: 'prefecture', area: '東部', desk: townCodeSchema.parse('393029') } as const;

const meeting = (as: string) => seenBy(as, '/meetings/M-1');

/** Moments of the office and of an agency that between them show every form there is. */
export const worlds: Readonly<Record<string, World>> = {
  pushed: {
    async open() {
      const office = await openOffice();
      await office.does('中村', 'push', { town, on: true, spreadsheet: '1-of-a-town-in-its-own-Google-Drive' });
      return office;
    },
    pages: async () => seenBy('中村', '/settings/push'),
  },
  asked: {
    open: asked,
    pages: async () => [
      ...seenBy(
        '木村',
        '',
        '/consultations/new',
        '/consultations/U-1',
        '/cases/new',
        '/cases/C-1',
        '/meetings/new',
        '/tasks',
      ),
      ...seenBy(
        '佐藤',
        '',
        '/meetings/M-1',
        '/bodies',
        '/bodies/new',
        '/bodies/定例',
        '/settings',
        '/settings/shared',
        '/staff',
      ),
      ...seenBy('佐藤', '/cases/handover?worker=木村'),
      ...seenBy('佐藤', '/agencies', '/agencies/new', '/agencies/社協'),
    ],
  },
  told: { open: told, pages: async () => seenBy('木村', '/cases/C-1') },
  offered: {
    async open() {
      const office = await told();
      await office.does('木村', 'offer', { case: 'C-1', reason: '白波町の住民' });
      return office;
    },
    pages: async () => seenBy('林', '/cases/C-1'),
  },
  convened: {
    open: convened,
    pages: async (office) => [
      ...meeting('佐藤'),
      ...seenBy('佐藤', '/tasks'),
      { path: await linkOf(office, '地域包括') },
      { path: `${await linkOf(office, '地域包括')}/papers` },
    ],
  },
  opening: {
    open: convened,
    async pages(office) {
      const path = `${await linkOf(office, '地域包括')}/papers`;
      return [{ path, cookie: await cookieFor(office, path) }];
    },
  },
  recording: { open: async () => recorded(false), pages: async () => meeting('佐藤') },
  recorded: {
    open: async () => recorded(true),
    pages: async () => [...meeting('佐藤'), ...seenBy('佐藤', '/plans/C-1')],
  },
  planned: {
    open: planned,
    pages: async (office) => [...meeting('佐藤'), ...seenBy('佐藤', '/plans/C-1'), await papersRead(office)],
  },
  deciding: { open: deciding, pages: async () => seenBy('佐藤', '/plans/C-1') },
  active: {
    async open() {
      const office = await planned();
      await office.does('佐藤', 'confirm', { role: 'R-1', by: '所長' });
      await office.does('佐藤', 'confirm', { plan: 'C-1', by: '本人' });
      const plan = await office.app.deps.store.get('plan', town, 'C-1');
      if (plan?.state === 'awaiting-decision') await office.does('佐藤', 'decide', { plan: 'C-1', on: '2026-06-16' });
      await office.at('2026-09-14T10:00');
      return office;
    },
    pages: async (office) => [...seenBy('佐藤', '/plans/C-1'), await papersRead(office)],
  },
  observing: {
    async open() {
      const office = await planned({ towns: { [town]: { ...observed, partners: [agencyIdSchema.parse('基幹')] } } });
      await office.does('佐藤', 'confirm', { role: 'R-1', by: '所長' });
      await office.does('佐藤', 'confirm', { plan: 'C-1', by: '本人' });
      await office.at('2026-09-14T10:00');
      return office;
    },
    pages: async (office) => [await papersRead(office, '基幹')],
  },
  disposing: {
    async open() {
      const office = await openOffice();
      for (const id of ['U-1', 'U-2', 'U-3', 'U-4'])
        await office.does('木村', 'consultation', { id, name: '試験花子', outcome: '情報提供' });
      await office.does('木村', 'case', { ...cased, id: 'C-3' });
      await office.does('木村', 'hold', { consultation: 'U-3', ground: '訴訟', reason: '試験の訴え' });
      await office.at('2032-04-01T09:00');
      await office.does('木村', 'propose-disposal', { disposal: 'D-1', consultations: ['U-1'] });
      await office.does('木村', 'propose-disposal', { disposal: 'D-2', consultations: ['U-4'] });
      return office;
    },
    pages: async () => [...seenBy('木村', '/retention'), ...seenBy('佐藤', '/retention')],
  },
  'regular days': {
    async open() {
      const office = await openOffice();
      await office.does('木村', 'case', cased);
      const body = { id: '定例会議', name: '試験会議', framework: 'needy-support', regular: '毎月第2火曜 14:00' };
      await office.does('佐藤', 'body', body);
      await office.does('佐藤', 'series', { body: '定例会議' });
      await office.does('佐藤', 'to-sitting', { case: 'C-1', body: '定例会議', ground: 1 });
      await office.does('木村', 'request', { ...asking, meeting: 'M-1' });
      return office;
    },
    pages: async () => [
      ...seenBy('佐藤', '/bodies/定例会議'),
      ...seenBy('佐藤', '/cases/C-1'),
      ...seenBy('佐藤', '/meetings/M-1'),
    ],
  },
  neighbours: {
    open: askedOfTwo,
    pages: async () => seenBy('佐藤', '/meetings/together'),
  },
  polling: {
    async open() {
      const office = await openOffice();
      await office.does('木村', 'case', cased);
      await office.does('木村', 'request', asking);
      const { date: _date, ...rest } = calling;
      await office.does('佐藤', 'convene', { ...rest, slots: ['2026-06-16T14:00', '2026-06-17T14:00'] });
      return office;
    },
    pages: async (office) => [...meeting('佐藤'), { path: await linkOf(office, '地域包括') }],
  },
  doubtful: {
    async open() {
      const office = await convened();
      await office.does('地域包括', 'reply', { meeting: 'M-1', answer: '出席' });
      return office;
    },
    pages: async () => meeting('佐藤'),
  },
  short: {
    async open() {
      const office = await convened();
      for (const agency of ['地域包括', '基幹', '動物NPO'])
        await office.does('佐藤', 'reply', { meeting: 'M-1', agency, answer: '欠席', source: '電話' });
      return office;
    },
    pages: async () => meeting('佐藤'),
  },
  drafted: { open: drafted, pages: async () => [...meeting('中村'), ...meeting('佐藤')] },
  declined: {
    open: async () => after('decline', { reason: '見合わせ', review: '2026-07-01' }),
    pages: async () => meeting('佐藤'),
  },
  elsewhere: {
    open: async () => after('elsewhere', { body: '地域ケア会議', on: '2026-06-10' }),
    pages: async () => meeting('佐藤'),
  },
  judged: {
    async open() {
      const office = await openOffice();
      await office.does('木村', 'case', cased);
      await office.does('木村', 'request', { ...asking, framework: 'case-review', reason: '連絡が取れない' });
      return office;
    },
    pages: async () => meeting('中村'),
  },
  undesignated: {
    async open() {
      const office = await openOffice();
      await office.does('木村', 'case', cased);
      await office.does('木村', 'request', asking);
      const constituents = [{ agency: '社協', from: '2026-04-01' }];
      await office.does('佐藤', 'body', { id: 'B-1', name: '支援会議', framework: 'needy-support', constituents });
      await office.does('佐藤', 'convene', calling);
      return office;
    },
    pages: async () => meeting('佐藤'),
  },
};

/** The papers of an agency, its duty of secrecy noted. */
async function papersRead(office: OpenedOffice, agency = '地域包括'): Promise<Seen> {
  const path = `${await linkOf(office, agency)}/papers`;
  const cookie = await cookieFor(office, path);
  const nonce = nonceIn(await office.get(path, { cookie }));
  await office.post(path, { does: 'acknowledge', name: '鈴木', nonce }, { cookie });
  return { path, cookie };
}

/** The key to the papers, as whoever gave the right code holds it. */
async function cookieFor({ app: { deps } }: OpenedOffice, path: string): Promise<string> {
  const visit = await readLink(deps, path.split('/')[2] ?? '');
  if (!visit.ok) throw new Error(visit.error.code);
  const request = { method: 'GET', path, params: {}, query: {}, headers: {}, body: '' } as const;
  return papersKey(deps, visit.value, request).split(';')[0] ?? '';
}
