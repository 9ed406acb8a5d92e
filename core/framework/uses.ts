import { hostCodeOf } from '../body/rules.ts';
import type { Deps } from '../commands/command.ts';
import type { TownCode } from '../ids.ts';
import type { Refused } from '../refusal.ts';
import { type Framework, type FrameworkCode, frameworkCodeSchema, frameworks } from './frameworks.ts';

/** A framework as one host uses it: the law from the table, name and switch from the host. */
export type UsedFramework = Framework & {
  readonly code: FrameworkCode;
  readonly off: boolean;
  readonly version: number;
};

/** All frameworks as the host of a town uses them, in the order of the table. */
export async function frameworksIn(
  deps: Pick<Deps, 'store' | 'prefecture'>,
  town: TownCode,
): Promise<readonly UsedFramework[]> {
  const uses = await deps.store.list('framework', await hostCodeOf(deps, town));
  return frameworkCodeSchema.options.map((code) => {
    const { off = false, name = frameworks[code].name, version = 0 } = uses.find(({ id }) => id === code) ?? {};
    return { ...frameworks[code], code, off, name, version };
  });
}

/** A framework the host does not use is refused, with those it does. */
export async function offRefusal(
  deps: Pick<Deps, 'store' | 'prefecture'>,
  town: TownCode,
  framework: FrameworkCode,
): Promise<Refused | undefined> {
  const used = await frameworksIn(deps, town);
  const meant = used.find(({ code }) => code === framework);
  if (meant?.off !== true) return undefined;
  return { code: 'framework-off', name: meant.name, instead: used.filter(({ off }) => !off).map(({ name }) => name) };
}

/** A name as people write it, the host's own or the usual one, as the name of the table; what is neither stays. */
export async function tableNameOf(
  deps: Pick<Deps, 'store' | 'prefecture'>,
  town: TownCode,
  written: string,
): Promise<string> {
  const plain = (name: string) => name.normalize('NFKC').trim();
  const meant = (await frameworksIn(deps, town)).find(({ name }) => plain(name) === plain(written));
  return meant === undefined ? written : frameworks[meant.code].name;
}
