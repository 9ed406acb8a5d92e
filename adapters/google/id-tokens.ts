import { JwtVerifier } from 'aws-jwt-verify';
import { FetchError, JwksValidationError, JwtBaseError, JwtExpiredError } from 'aws-jwt-verify/error';
import { type Jwks, SimpleJwksCache } from 'aws-jwt-verify/jwk';
import * as z from 'zod';
import type { IdTokens } from '../../core/ports.ts';
import type { Refused } from '../../core/refusal.ts';
import { ok, refuse } from '../../core/result.ts';

/** Google writes its name in both ways. */
export const googleIssuers = ['https://accounts.google.com', 'accounts.google.com'] as const;
const KEYS = 'https://www.googleapis.com/oauth2/v3/certs';

/** Clocks differ a little; more would only lengthen the life of a stolen token. */
const GRACE_SECONDS = 60;

const claimsSchema = z.object({
  email: z.email(),
  email_verified: z.union([z.boolean(), z.enum(['true', 'false'])]).default(false),
  hd: z.string().min(1).optional(),
  // A token without an end would be one for ever.
  exp: z.number(),
});

type Trust = {
  /** The OAuth clients whose tokens are meant for us; none: nobody comes in. */
  readonly clients: readonly string[];
  /** Where the keys come from, if not from Google; asked again when a key is new. */
  readonly fetchKeys?: () => Promise<Jwks>;
  /** Keys known beforehand, so that the first token waits for no fetch. */
  readonly keys?: Jwks;
};

/** Google's ID tokens. Keys are kept as long as the process lives, and fetched anew for a key nobody knew, at most every ten seconds. */
export function googleIdTokens({ clients, fetchKeys, keys }: Trust): IdTokens {
  const shared = { audience: [...clients], jwksUri: KEYS, graceSeconds: GRACE_SECONDS };
  const verifier = JwtVerifier.create(
    googleIssuers.map((issuer) => ({ ...shared, issuer })),
    { jwksCache: new SimpleJwksCache(fetchKeys === undefined ? undefined : { fetcher: fetcherOf(fetchKeys) }) },
  );
  if (keys !== undefined) for (const issuer of googleIssuers) verifier.cacheJwks(keys, issuer);

  return {
    async accountOf(token) {
      if (clients.length === 0) return refuse({ code: 'sign-in-unproven' });
      try {
        return accountIn(await verifier.verify(token));
      } catch (error) {
        return refuse(refusalOf(error));
      }
    },
  };
}

function accountIn(payload: unknown): Awaited<ReturnType<IdTokens['accountOf']>> {
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) return refuse({ code: 'sign-in-unproven' });
  const { email: mail, email_verified: verified, hd } = claims.data;
  return ok({ mail, mailVerified: String(verified) === 'true', ...(hd === undefined ? {} : { domain: hd }) });
}

/** @throws what is no word about the token: that keys could not be fetched, or a fault of ours */
function refusalOf(error: unknown): Refused<'sign-in-expired' | 'sign-in-unproven'> {
  if (error instanceof JwtExpiredError) return { code: 'sign-in-expired' };
  if (error instanceof FetchError || error instanceof JwksValidationError) throw error;
  if (error instanceof JwtBaseError) return { code: 'sign-in-unproven' };
  throw error;
}

function fetcherOf(fetchKeys: () => Promise<Jwks>) {
  return {
    async fetch(): Promise<ArrayBuffer> {
      const bytes = new TextEncoder().encode(JSON.stringify(await fetchKeys()));
      return new Uint8Array(bytes).buffer;
    },
  };
}
