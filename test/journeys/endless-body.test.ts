import { expect, it } from 'vitest';
import { createFetch } from '../../local/server.ts';
import { openOffice } from '../support/door.ts';

const PORT = 8080;
const MEGABYTE = 1_000_000;

it('a body that never ends is left after the largest file there may be, and told so', async () => {
  const office = await openOffice();
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(MEGABYTE));
      if (sent === 100) controller.close();
    },
  });
  const headers = { host: `127.0.0.1:${String(PORT)}` };
  const url = `http://127.0.0.1:${String(PORT)}/v1/rows`;
  const answer = await createFetch(
    office.app,
    PORT,
  )(new Request(url, { method: 'POST', headers, body, duplex: 'half' }));
  expect(answer.status).toBe(413);
  expect(await answer.text()).toContain('8 MB より大きい');
  expect(sent).toBeLessThan(15);
});

it('a body that says it is too large is not even begun', async () => {
  const office = await openOffice();
  let sent = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        sent += 1;
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const headers = { host: `127.0.0.1:${String(PORT)}`, 'content-length': '9999999999' };
  const url = `http://127.0.0.1:${String(PORT)}/outbox`;
  const answer = await createFetch(
    office.app,
    PORT,
  )(new Request(url, { method: 'POST', headers, body, duplex: 'half' }));
  expect([answer.status, sent]).toEqual([413, 0]);
});
