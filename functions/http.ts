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

/** Of every answer: what it holds is read as what it is called, kept by nobody on the way, and leaves no trace in other people's logs. */
export const answerHeaders = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
} as const;

export function answerJson(value: object, status = 200): HttpResponse {
  const headers = { ...answerHeaders, 'content-type': 'application/json; charset=utf-8' };
  return { status, headers, body: JSON.stringify(value) };
}

// Nothing that is sent here is nested deeper, and walking through what is would overflow the stack.
const DEEPEST = 50;

/** Undefined for what is no JSON, or nested too deeply to be meant: whoever reads it then says what was expected. */
export function readJson(body: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body);
    return isShallow(parsed) ? parsed : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function isShallow(parsed: unknown): boolean {
  let level = [parsed];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) level = level.flatMap(insideOf);
  return level.length === 0;
}

function insideOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}
