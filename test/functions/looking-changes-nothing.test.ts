import { describe, expect, it } from 'vitest';
import { recordSchemas } from '../../core/records.ts';
import { convene, openOffice, type OpenedOffice, town } from '../support/door.ts';

const kinds = Object.keys(recordSchemas).filter(
  (kind): kind is Exclude<keyof typeof recordSchemas, 'status'> => kind in recordSchemas && kind !== 'status',
);

/** Every record of the town, as text. */
async function stored({ app: { deps } }: OpenedOffice): Promise<string> {
  return JSON.stringify(await Promise.all(kinds.map((kind) => deps.store.list(kind, town))));
}

async function linkOf({ app: { deps } }: OpenedOffice): Promise<string> {
  const [invitation] = (await deps.store.get('meeting', town, 'M-1'))?.invitations ?? [];
  if (invitation === undefined) throw new Error('nobody is invited');
  const { agency, generation } = invitation;
  return `/a/${deps.secrets.linkToken({ town, meeting: 'M-1', agency, generation })}`;
}

describe('the personal link', () => {
  it('changes nothing when a scanner looks at it, follows it, or presses what it finds without the page’s nonce', async () => {
    const office = await openOffice();
    await convene(office);
    await office.at('2026-06-02T10:00');
    const link = await linkOf(office);
    const before = await stored(office);
    for (const path of [link, `${link}/papers`, `${link}?done=reply`, `${link}?does=出席`]) {
      expect((await office.get(path)).status).toBe(200);
    }
    for (const does of ['出席', '欠席', '代理出席', '意見書提出', '日程変更希望', 'leave']) {
      const form = { does, deputy: '試験', text: '試験', reason: '試験' };
      expect((await office.post(link, form)).status).toBe(403);
      expect((await office.post(link, { ...form, nonce: 'x' })).status).toBe(403);
    }
    for (const does of ['ask-papers-code', 'code', 'acknowledge', 'report'])
      expect((await office.post(`${link}/papers`, { does, code: '000000', name: '試験' })).status).toBe(403);
    expect(await stored(office)).toBe(before);
  });
});
