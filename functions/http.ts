import type { Actor } from '../core/access/model.ts';

/** One request shape for every door, whoever serves it: API Gateway on AWS, hono on one machine. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Values of the route's `{names}`, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body as it came, for what is no text; absent where a door has none. */
  readonly bytes?: Uint8Array;
  /** The visitor's address on the net, for counting only; absent where nobody knows it. */
  readonly address?: string;
  /** Who the session or token says it is; absent for a visitor and for an agency's link. */
  readonly actor?: Actor;
};

export type HttpResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Sent instead of the text: a file. */
  readonly bytes?: Uint8Array;
};

export type HttpHandler = (request: HttpRequest) => Promise<HttpResponse>;
