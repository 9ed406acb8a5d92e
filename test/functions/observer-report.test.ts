import { beforeEach, describe, expect, it } from 'vitest';
import { nonceIn, type OpenedOffice, town } from '../support/door.ts';
import { type Seen, worlds } from '../support/form-worlds.ts';

let office: OpenedOffice;
let papers: Seen;
beforeEach(async () => {
  const { open, pages } = worlds['observing'] ?? {};
  if (open === undefined || pages === undefined) throw new Error('the world is gone');
  office = await open();
  const [found] = await pages(office);
  if (found === undefined) throw new Error('the papers are gone');
  papers = found;
});

describe('an agency of the person’s own town, asked at a review though it has no role', () => {
  it('is asked by mail for what it can do on its page', async () => {
    const { text = '' } =
      (await mails()).find((one) => one.mailKind === 'monitoring-request' && one.to === '基幹') ?? {};
    expect(text).toContain('その後のご様子は、いかがでしょうか');
    const { body } = await office.get(papers.path, papers);
    expect(body).toContain('この内容で報告する');
    expect(body).toContain('お気づきのこと');
    // Roles are of those who have them.
    expect(body).not.toContain('<h3>訪問</h3>');
  });

  it('reports what it sees, and finds it there when it comes back', async () => {
    const said = { does: 'report-C-1', plan: 'C-1', status: '状況変化', note: '表情が明るい' };
    const done = await office.post(
      papers.path,
      { ...said, nonce: nonceIn(await office.get(papers.path, papers)) },
      papers,
    );
    expect(done).toMatchObject({ status: 303, headers: { location: `${papers.path}?done=report` } });
    const plan = await office.app.deps.store.get('plan', town, 'C-1');
    expect(plan?.reports).toMatchObject([{ agency: '基幹', status: '状況変化', note: '表情が明るい' }]);
    const { body } = await office.get(papers.path, papers);
    expect(body).toContain('報告済み');
    expect(/value="状況変化"\s+checked/.test(body)).toBe(true);
  });
});

const mails = async () => office.app.deps.store.list('message', town);
