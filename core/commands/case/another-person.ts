import type { Case, Member } from '../../case/model.ts';
import type { Refused } from '../../refusal.ts';
import type { Instant } from '../../time.ts';

type Named = { readonly id: Member['id']; readonly name?: string | undefined; readonly born?: string | undefined };
const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');
const isRenamed = (before: Pick<Member, 'name'>, { name }: Named) =>
  name !== undefined && plain(name) !== plain(before.name);

/**
 * A consent, a purpose and a judgement name a member by number, so a number never passes to somebody else: not to whoever comes after one
 * who left, and not to another name under which a consent stands, unless the day of birth shows that it is the same person.
 */
export function refusalOfAnother(one: Case, said: readonly Named[]): Refused | undefined {
  const problem = said.map((each) => problemOf(one, each)).find((each) => each !== undefined);
  return problem === undefined ? undefined : { code: 'bad-input', field: 'name', problem };
}

function problemOf(one: Case, said: Named): string | undefined {
  const before = one.members.find(({ id }) => id === said.id);
  if (before !== undefined)
    return isRenamed(before, said) && hasConsent(one, said.id) && !isSameBirth(before, said)
      ? `世帯員番号「${said.id}」には、いまの氏名の方の同意が記録されています。別の方なら、別の番号で加えてください。同じ方の氏名を直すときは、記録と同じ生年月日も一緒に入れてください。`
      : undefined;
  const former = one.formerMembers?.find(({ id }) => id === said.id);
  return former !== undefined && isRenamed(former, said)
    ? `世帯員番号「${said.id}」は、世帯から外した方の番号です。別の方は、別の番号で加えてください。同じ方が戻ったときは、前と同じ氏名で入れてから直してください。`
    : undefined;
}

function isSameBirth(before: Member, { born }: Named): boolean {
  return born !== undefined && before.born === born;
}

function hasConsent({ consents, taxConsents = [] }: Case, id: Member['id']): boolean {
  return [...consents, ...taxConsents].some(
    ({ member, withdrawnAt, endedAt }) => member === id && withdrawnAt === undefined && endedAt === undefined,
  );
}

/** What a member consented to ends when they leave the household; it stays readable, and somebody who comes back is asked again. */
export function consentsEnded(one: Case, id: Member['id'], at: Instant): Pick<Case, 'consents' | 'taxConsents'> {
  const ended = <Given extends Case['consents'][number] | NonNullable<Case['taxConsents']>[number]>(
    given: Given,
  ): Given =>
    given.member === id && given.withdrawnAt === undefined && given.endedAt === undefined
      ? { ...given, endedAt: at }
      : given;
  const { consents, taxConsents } = one;
  return {
    consents: consents.map(ended),
    ...(taxConsents === undefined ? {} : { taxConsents: taxConsents.map(ended) }),
  };
}
