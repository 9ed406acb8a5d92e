import type { Deps } from '../commands/command.ts';
import type { TownCode } from '../ids.ts';
import type { Account, IdTokens, Store } from '../ports.ts';
import type { Refused } from '../refusal.ts';
import { ok, refuse, type Result } from '../result.ts';
import { settingsOf } from '../settings/rules.ts';
import type { Person, Staff } from './model.ts';
import { staffOf } from './rules.ts';

type Register = Pick<Deps, 'store' | 'prefecture'>;

/** Addresses are compared in one case: mail servers, Google and people do not keep to one. */
export function sameMail(one: string, another: string): boolean {
  return one.trim().toLowerCase() === another.trim().toLowerCase();
}

/** Whoever is registered with an address. Two with one address would let a clerk of one town act for another: then it is nobody's. */
export async function personWithMail(
  { store, prefecture }: { readonly store: Pick<Store, 'list'>; readonly prefecture: TownCode },
  mail: string,
): Promise<Person | undefined> {
  const people = await store.list('person', prefecture);
  const known = people.filter((person) => person.mail !== undefined && sameMail(person.mail, mail));
  return known.length === 1 ? known[0] : undefined;
}

/**
 * Who asks at a door of a sheet: the token says which account, our own register who that is, where and in which role.
 * @param token as it came, undefined where none did
 * @param opened the account the sheet says it is open as; a browser with several accounts may run the add-on as another one
 */
export async function signIn(
  deps: Register & { readonly idTokens: IdTokens },
  token: string | undefined,
  opened?: string,
): Promise<Result<Staff, Refused>> {
  if (token === undefined) return refuse({ code: 'not-signed-in' });
  const account = await deps.idTokens.accountOf(token);
  if (!account.ok) return account;
  const doubt = doubtAbout(account.value, opened);
  if (doubt !== undefined) return refuse(doubt);

  const { mail } = account.value;
  const person = await personWithMail(deps, mail);
  const { signInDomains } = await settingsOf(deps, person?.serves ?? deps.prefecture);
  if (!isOfDomain(account.value, signInDomains)) return refuse({ code: 'account-domain', account: mail });
  return person === undefined ? refuse({ code: 'account-unknown', account: mail }) : ok(staffOf(person));
}

function doubtAbout({ mail, mailVerified }: Account, opened = mail): Refused | undefined {
  if (!mailVerified) return { code: 'account-unverified', account: mail };
  return sameMail(opened, mail) ? undefined : { code: 'account-mixed', account: mail, opened };
}

/**
 * Where a town, or the prefecture, named its domains, only their accounts come in: what an administrator can close the day somebody leaves.
 * Google names the domain of a Workspace account in `hd`; where the token has none, the address says it.
 */
export function isOfDomain({ mail, domain }: Account, domains: readonly string[]): boolean {
  const own = domain ?? mail.slice(mail.lastIndexOf('@') + 1);
  return domains.length === 0 || domains.includes(own.toLowerCase());
}
