import type { Town } from '../access/model.ts';
import type { Deps } from '../commands/command.ts';
import type { AgencyId, TownCode } from '../ids.ts';
import type { Refused } from '../refusal.ts';
import type { Case } from './model.ts';

type Access = Pick<Deps, 'store' | 'prefecture'>;

/** 住所地, where it is another town than the one in charge. */
export function homeTownOf({ residence, town }: Case): TownCode | undefined {
  return residence === town ? undefined : residence;
}

/** Nobody of the town a person lives in is called before the person agreed that it hears of the case (towns-and-villages.md R15). */
export async function unaskedRefusal(
  deps: Access,
  cases: readonly Case[],
  called: readonly string[],
): Promise<Refused | undefined> {
  for (const one of cases) {
    const home = await townAt(deps, one.homeTown?.agreed === true ? undefined : homeTownOf(one));
    const agency = home?.partners?.find((id) => called.includes(id));
    if (home !== undefined && agency !== undefined) return { code: 'home-town-unasked', case: one.id, town: home.name };
  }
  return undefined;
}

/** Agencies of the person's own town that are 必須: of a town whose cases another keeps, and of 住所地 once the person agreed (R20). */
export async function partnersOf(deps: Access, one: Case): Promise<readonly AgencyId[]> {
  const own = await townAt(deps, one.town);
  const home = await townAt(deps, one.homeTown?.agreed === true ? homeTownOf(one) : undefined);
  return [...(own?.desk === undefined ? [] : (own.partners ?? [])), ...(home?.partners ?? [])];
}

/** They cannot be left out of a meeting on one of their people. */
export async function partnerRefusal(
  deps: Access,
  cases: readonly Case[],
  called: readonly string[],
): Promise<Refused | undefined> {
  const partners = (await Promise.all(cases.map((one) => partnersOf(deps, one)))).flat();
  const missing = [...new Set(partners)].filter((id) => !called.includes(id));
  return missing.length === 0 ? undefined : { code: 'partner-missing', agencies: missing };
}

/** A plan is made by the body whose people they are: not by the prefecture for a city's, nor the other way round (R16). */
export async function otherBodyRefusal(deps: Access, one: Case): Promise<Refused | undefined> {
  const [own, home] = [await townAt(deps, one.town), await townAt(deps, homeTownOf(one))];
  if (own === undefined || home === undefined || plansFor(own) === plansFor(home)) return undefined;
  return { code: 'other-body', town: home.name };
}

function plansFor({ id, host, welfareOffice = host === 'town' }: Town): string {
  return welfareOffice ? id : 'prefecture';
}

async function townAt(deps: Access, code: TownCode | undefined): Promise<Town | undefined> {
  return code === undefined ? undefined : deps.store.get('town', deps.prefecture, code);
}
