import { createAdaptorServer } from '@hono/node-server';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

type Fetch = (request: Request) => Response | Promise<Response>;

export type Opened = {
  readonly port: number;
  /** From now on requests are answered by this. */
  serve(fetch: Fetch): void;
  /** Takes no more requests and resolves when the port is free. */
  close(): Promise<void>;
};

export const LOOPBACK = '127.0.0.1';
const starting: Fetch = () => new Response('準備中です。もう一度開いてください。', { status: 503 });

/** Takes the port before anything is built on it, because links in mails bear it. Never on any address but this machine's own. */
export async function openLoopback(port: number): Promise<Opened> {
  let answer = starting;
  const server = createAdaptorServer({ fetch: (request: Request) => answer(request) });
  server.listen(port, LOOPBACK);
  await once(server, 'listening');

  return {
    port: portOf(server.address(), port),
    serve(fetch) {
      answer = fetch;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

function portOf(address: AddressInfo | string | null, asked: number): number {
  return address === null || typeof address === 'string' ? asked : address.port;
}

/**
 * Whether a request may be answered. A page elsewhere can make a browser send requests here: under another host's name
 * (DNS rebinding), or across sites.
 */
export function isOurs(request: Request, port: number): boolean {
  const hosts = [`${LOOPBACK}:${String(port)}`, `localhost:${String(port)}`];
  if (!hosts.includes(request.headers.get('host') ?? '')) return false;
  // A link in a web mail may lead here from another site; a form or a script may not.
  return request.method === 'GET' || isSentFromHere(request.headers, hosts);
}

function isSentFromHere(headers: Headers, hosts: readonly string[]): boolean {
  const [site, origin] = [headers.get('sec-fetch-site'), headers.get('origin')];
  const vouched = site === 'same-origin' || site === 'none';
  if (site !== null && !vouched) return false;
  // Our pages send no referrer, so browsers call the origin of our own forms `null`, as they do a stranger's sandboxed frame.
  if (origin === 'null') return vouched;
  return origin === null || hosts.some((host) => origin === `http://${host}`);
}
