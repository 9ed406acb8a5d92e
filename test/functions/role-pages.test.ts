import { beforeEach, describe, expect, it } from 'vitest';
import { convene, nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

const page = `/office/${town}/meetings/M-1`;
const role = { agency: '地域包括', person: '鈴木', what: '訪問', for: 'A', purpose: '安否', frequency: '週1回' };

describe('a role on the pages', () => {
  let office: OpenedOffice;
  beforeEach(async () => {
    office = await openOffice();
    await convene(office);
    await office.at('2026-06-15T15:00');
    await office.does('佐藤', 'record', { meeting: 'M-1', attendance: ['地域包括'], items: ['受診'] });
  });
  const asked = async () => (await office.app.deps.store.list('message', town)).filter(isConfirm);
  const isConfirm = ({ mailKind }: { readonly mailKind: string }) => mailKind === 'role-confirm';
  const send = async (form: object) => {
    const nonce = nonceIn(await office.get(page, { as: '佐藤' }));
    return office.post(page, { nonce, ...form }, { as: '佐藤' });
  };

  it('said 持ち帰り asks the agency’s supervisor', async () => {
    expect((await office.get(page, { as: '佐藤' })).body).toMatch(/name="state"[\s\S]*value="持ち帰り"/);
    expect((await send({ does: 'role', id: 'M-1-R1', ...role, by: '2026-09-30', state: '持ち帰り' })).status).toBe(303);
    expect(await asked()).toHaveLength(1);
  });

  it('that was proposed is taken back in one press, and the plan names it until its agency confirmed', async () => {
    await office.does('佐藤', 'role', { meeting: 'M-1', id: 'R-1', ...role, by: '2026-09-30' });
    expect((await send({ does: 'role-0', id: 'R-1', state: '持ち帰り' })).status).toBe(303);
    expect(await asked()).toHaveLength(1);
    await office.does('木村', 'consent', { case: 'C-1', member: 'A' });
    await office.does('木村', 'consent', { case: 'C-1', member: 'B' });
    const plan = async () => (await office.get(`/office/${town}/plans/C-1`, { as: '佐藤' })).body;
    expect(await plan()).toContain('まだ所属の承認がない役割が1件あります');
    await office.does('佐藤', 'plan', { case: 'C-1', goals: ['受診'], roles: ['R-1'] });
    expect(await plan()).toContain('訪問（持ち帰り）');
    await office.does('佐藤', 'confirm', { role: 'R-1', by: '所長' });
    expect(await plan()).not.toContain('まだ所属の承認がない');
  });
});
