import * as z from 'zod';
import type { Actor } from '../../core/access/model.ts';
import type { TownCode } from '../../core/ids.ts';
import type { Store } from '../../core/ports.ts';
import { actorOf, claimsSchema } from './identity.ts';

/** The fields we read of an API Gateway HTTP API event, payload format 2.0. */
const eventSchema = z.object({
  rawPath: z.string(),
  rawQueryString: z.string().default(''),
  headers: z.record(z.string(), z.string()).default({}),
  cookies: z.array(z.string()).default([]),
  pathParameters: z.record(z.string(), z.string()).default({}),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    http: z.object({ method: z.enum(['GET', 'POST']), sourceIp: z.string().optional() }),
    authorizer: z.object({ jwt: z.object({ claims: claimsSchema }) }).optional(),
  }),
});
type HttpApiEvent = z.infer<typeof eventSchema>;

type Request = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly bytes?: Uint8Array;
  readonly address?: string;
  readonly actor?: Actor;
};
type Response = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly bytes?: Uint8Array;
};
type Register = { readonly store: Pick<Store, 'list'>; readonly prefecture: TownCode };

/**
 * Between API Gateway and a handler. The token only says which mail address asks; who that is, stands in our own register.
 * @param register left out by pages that are the same for everybody
 */
export function httpDoor(handle: (request: Request) => Promise<Response>, register?: Register) {
  return async (event: unknown) => {
    const received = eventSchema.parse(event);
    const claims = received.requestContext.authorizer?.jwt.claims;
    const actor = claims === undefined || register === undefined ? undefined : await actorOf(register, claims);

    const { status, headers, body, bytes } = await handle(requestOf(received, actor));
    if (bytes === undefined) return { statusCode: status, headers, body };
    return { statusCode: status, headers, body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true };
  };
}

function requestOf(event: HttpApiEvent, actor: Actor | undefined): Request {
  const { cookies, headers } = event;
  const { sourceIp } = event.requestContext.http;
  const bytes = Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8');
  return {
    method: event.requestContext.http.method,
    path: event.rawPath,
    params: Object.fromEntries(Object.entries(event.pathParameters).map(([name, value]) => [name, decoded(value)])),
    query: Object.fromEntries(new URLSearchParams(event.rawQueryString)),
    headers: cookies.length === 0 ? headers : { ...headers, cookie: cookies.join('; ') },
    body: bytes.toString('utf8'),
    bytes,
    ...(sourceIp === undefined ? {} : { address: sourceIp }),
    ...(actor === undefined ? {} : { actor }),
  };
}

/** API Gateway has decoded it already, mostly; no id holds a percent sign, so once more does no harm, and a broken one stays as it is. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return value;
    throw error;
  }
}
