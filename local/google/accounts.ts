import { generateKeyPairSync, type KeyPairKeyObjectResult, randomUUID, sign } from 'node:crypto';
import * as z from 'zod';
import type { Person } from '../../core/access/model.ts';
import type { Store } from '../../core/ports.ts';

/** The OAuth client of the add-on, as the one machine knows it. */
export const LOCAL_CLIENT = 'tsudoi-addon.apps.googleusercontent.com';

/** Google's own lifetime of an identity token. */
const LIFE_SECONDS = 3600;

/** The address somebody signs in with: the registered one; whoever has none gets one, since on one machine everybody may look at everything. */
export function accountOf({ id, mail }: Pick<Person, 'id' | 'mail'>): string {
  return mail ?? `${Buffer.from(id).toString('hex')}@local.example.jp`;
}

/** The register in which everybody has an address to sign in with. */
export function withAccounts(store: Store): Store {
  return {
    ...store,
    async list(kind, town, under) {
      const found = await store.list(kind, town, under);
      return found.map((one) => (one.kind === 'person' ? { ...one, mail: accountOf(one) } : one));
    },
  };
}

/**
 * Stands in for Google's sign-in: a key of its own, made when it is first needed, and tokens as Google makes them. They go through the very check
 * that Google's go through.
 */
export function localAccounts() {
  const kid = randomUUID();
  let made: KeyPairKeyObjectResult | undefined;
  const pair = () => (made ??= generateKeyPairSync('rsa', { modulusLength: 2048 }));
  return {
    /** As Google publishes its own. */
    keys: () => {
      const { n, e } = z.object({ n: z.string(), e: z.string() }).parse(pair().publicKey.export({ format: 'jwk' }));
      return Promise.resolve({ keys: [{ kty: 'RSA', n, e, kid, alg: 'RS256', use: 'sig' }] });
    },
    /** `ScriptApp.getIdentityToken()`. The time is the machine's, as Google's is, whatever the clock of the program shows. */
    tokenFor: (mail: string, more: Readonly<Record<string, unknown>> = {}): string => {
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: 'https://accounts.google.com', aud: LOCAL_CLIENT, email: mail, email_verified: true };
      const payload = { ...claims, sub: mail, hd: mail.split('@')[1], iat: now, exp: now + LIFE_SECONDS, ...more };
      const signed = [{ alg: 'RS256', typ: 'JWT', kid }, payload].map(inBase64).join('.');
      return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), pair().privateKey).toString('base64url')}`;
    },
  };
}

const inBase64 = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
