import * as z from 'zod';
import type { Actor } from '../../core/access/model.ts';
import { staffOf } from '../../core/access/rules.ts';
import { personWithMail } from '../../core/access/who-signs-in.ts';
import type { TownCode } from '../../core/ids.ts';
import type { Store } from '../../core/ports.ts';

/** API Gateway hands every claim over as text. */
export const claimsSchema = z.looseObject({
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
});
type Claims = z.infer<typeof claimsSchema>;

/**
 * The member of staff with this mail address, or nobody. The authorizer has checked signature, issuer and audience; an address the issuer
 * has not verified proves nothing.
 */
export async function actorOf(
  deps: { readonly store: Pick<Store, 'list'>; readonly prefecture: TownCode },
  claims: Claims,
): Promise<Actor | undefined> {
  const mail = claims.email;
  if (mail === undefined || String(claims.email_verified) !== 'true') return undefined;

  const person = await personWithMail(deps, mail);
  return person === undefined ? undefined : staffOf(person);
}
