import { expect, it } from 'vitest';
import { nonceIn, openOffice, town } from '../support/door.ts';

it('takes nobody’s sign-in away for an empty field: it is removed by a box of its own', async () => {
  const office = await openOffice();
  const path = `/office/${town}/staff`;
  const { store, prefecture } = office.app.deps;
  const send = async (said: Readonly<Record<string, string>>) => {
    const nonce = nonceIn(await office.get(path, { as: '佐藤' }));
    return office.post(path, { does: 'sign-in', nonce, person: '木村', ...said }, { as: '佐藤' });
  };
  expect((await send({ mail: 'kimura@town.example.jp' })).status).toBe(303);
  const empty = await send({ mail: '' });
  expect(empty.status).toBe(409);
  expect(empty.body).toContain('aria-invalid="true"');
  expect((await store.get('person', prefecture, '木村'))?.mail).toBe('kimura@town.example.jp');
  expect((await send({ mail: '', remove: 'yes' })).status).toBe(303);
  expect((await store.get('person', prefecture, '木村'))?.mail).toBeUndefined();
});
