import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { convene, nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

const answerSchema = z.object({
  status: z.number(),
  title: z.string(),
  html: z.string(),
  path: z.string(),
  who: z.string(),
  style: z.string().optional(),
});
const refusalSchema = z.object({ refused: z.object({ code: z.string(), message: z.string() }) });

describe('POST /v1/sidebar', () => {
  let office: OpenedOffice;
  beforeEach(async () => {
    office = await openOffice();
    await convene(office);
  });
  const post = async (said: unknown, as?: string) =>
    office.postRaw(
      '/v1/sidebar',
      typeof said === 'string' ? said : JSON.stringify(said),
      as === undefined ? {} : { as },
    );
  const page = async (said: object, as = '木村') => answerSchema.parse(JSON.parse((await post(said, as)).body));
  const audit = async () => office.app.deps.store.audit(town);

  it('shows the page of the office, without its frame, in the town of who asks', async () => {
    const shown = await page({ path: '/office/home/cases/C-1' });
    expect(shown).toMatchObject({ status: 200, title: 'ケース C-1', path: `/office/${town}/cases/C-1` });
    expect(shown.who).toContain('木村');
    expect(shown.html).toContain('試験ハナ');
    expect(shown.html).not.toMatch(/<html|<script|stylesheet/);
    expect((await office.get(`/office/${town}/cases/C-1`, { as: '木村' })).body).toContain('試験ハナ');
  });

  it('notes who read, by this door, before it shows', async () => {
    const before = (await audit()).length;
    await page({ path: `/office/${town}/meetings/M-1` });
    expect((await audit()).slice(before)).toMatchObject([
      { who: 'staff:木村', did: 'read', to: 'M-1', part: 'meeting', about: ['C-1'], door: 'sidebar' },
    ]);
  });

  it('takes a form once, however often it comes, and shows what it leads to', async () => {
    const shown = await page({ path: '/office/home/cases/C-1' });
    const form = new URLSearchParams({
      ...{ nonce: nonceIn({ body: shown.html }), does: 'request', meeting: 'M-2', case: 'C-1' },
      ...{ framework: 'needy-support', ground: '2' },
    }).toString();
    const sent = { path: '/office/home/cases/C-1', form };
    const first = await page(sent);
    expect(first).toMatchObject({ status: 200, title: '会議 M-2', path: `/office/${town}/meetings/M-2?done=request` });
    expect((await page(sent)).path).toBe(`/office/${town}/meetings/M-2?done=taken-before`);
    expect((await office.app.deps.store.list('meeting', town)).map(({ id }) => id)).toEqual(['M-1', 'M-2']);
  });

  it('says what is wrong at the field, and keeps what was typed', async () => {
    const shown = await page({ path: '/office/home/cases/C-1' });
    const nonce = nonceIn({ body: shown.html });
    const form = new URLSearchParams({ nonce, does: 'request', meeting: 'M-9', framework: 'needy-support' }).toString();
    const refused = await page({ path: '/office/home/cases/C-1', form });
    expect(refused.status).not.toBe(200);
    expect(refused.html).toContain('id="error"');
    expect(refused.html).toContain('value="M-9"');
  });

  it('sends the style sheet only to who asks for it', async () => {
    expect((await page({ path: '/office/home', style: true })).style).toContain('.notice');
    expect((await page({ path: '/office/home' })).style).toBeUndefined();
  });

  it('shows nobody a case they may not read', async () => {
    const { status, html } = await page({ path: `/office/${town}/cases/C-1` }, '山本');
    expect(status).toBe(403);
    expect(html).not.toContain('試験');
    expect((await audit()).at(-1)).toMatchObject({ who: 'staff:山本', did: 'refused:forbidden', door: 'sidebar' });
  });

  it('refuses nobody-in-particular, and what is no page of the office', async () => {
    const refused = async (said: unknown, as?: string) => {
      const { status, body } = await post(said, as);
      return `${String(status)} ${refusalSchema.parse(JSON.parse(body)).refused.code}`;
    };
    expect(await refused({ path: '/office/home' })).toBe('401 not-signed-in');
    for (const path of [
      '/status',
      '/office/../status',
      '/a/token',
      'https://example.jp/office',
      '/office/%ff',
      '/officers',
    ])
      expect(await refused({ path }, '木村'), path).toBe('400 bad-input');
    for (const said of ['', '{', '[]', { form: 'x' }]) expect(await refused(said, '木村')).toBe('400 bad-input');
  });
});
