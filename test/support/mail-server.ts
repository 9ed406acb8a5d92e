import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** Addresses that begin with one of these words are refused so; `silent` gets no answer, `lost` a dead line; any other is taken. */
const refusals: readonly { readonly word: string; readonly at: 'rcpt' | 'data'; readonly code: number }[] = [
  { word: 'nobody', at: 'rcpt', code: 550 },
  { word: 'grey', at: 'rcpt', code: 450 },
  { word: 'full', at: 'data', code: 552 },
  { word: 'busy', at: 'data', code: 451 },
];

class Answer extends Error {
  readonly responseCode: number;
  constructor(address: string, code: number) {
    super(`not to ${address}`);
    this.responseCode = code;
  }
}

/** What a server asks of who sends: a sign-in by these methods, under this certificate, or in the clear where it has none. */
type Guard = {
  readonly user: string;
  readonly pass: string;
  readonly methods?: readonly ('PLAIN' | 'LOGIN')[];
  readonly certificate?: { readonly key: string; readonly cert: string };
};

/** A mail server on this machine; one without a guard takes mail from anybody. */
export async function aMailServer(port = 0, guard?: Guard) {
  const received: string[] = [];
  const lines = new Set<Socket>();
  /** Every sign-in that was tried: how, and whether the line was encrypted. */
  const signIns: { readonly method: string; readonly secure: boolean }[] = [];
  const server = new SMTPServer({
    ...guarded(guard),
    onAuth({ method, username, password }, { secure }, done) {
      signIns.push({ method, secure });
      if (username === guard?.user && password === guard?.pass) done(null, { user: username });
      else done(new Error('no such user or password'));
    },
    onRcptTo({ address }, _session, done) {
      done(refusalOf(address, 'rcpt'));
    },
    onData(stream, { envelope }, done) {
      const address = envelope.rcptTo[0]?.address ?? '';
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (address.startsWith('silent')) return;
        if (address.startsWith('lost')) for (const line of lines) line.destroy();
        const refusal = refusalOf(address, 'data');
        if (refusal === null) received.push(Buffer.concat(chunks).toString());
        done(refusal, 'taken');
      });
    },
  });
  // A dropped line is this server's own doing.
  server.on('error', () => undefined);
  server.server.on('connection', (line: Socket) => {
    lines.add(line);
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    received,
    signIns,
    port: portOf(server.server),
    url: `smtp://127.0.0.1:${String(portOf(server.server))}`,
    async close() {
      for (const line of lines) line.destroy();
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function guarded(guard: Guard | undefined): ConstructorParameters<typeof SMTPServer>[0] {
  if (guard === undefined) return { authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'] };
  const { certificate, methods = ['PLAIN'] } = guard;
  const disabledCommands = certificate === undefined ? ['STARTTLS'] : [];
  return { authOptional: false, authMethods: [...methods], allowInsecureAuth: true, disabledCommands, ...certificate };
}

function refusalOf(address: string, at: 'rcpt' | 'data'): Answer | null {
  const found = refusals.find((one) => one.at === at && address.startsWith(one.word));
  return found === undefined ? null : new Answer(address, found.code);
}

function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}
