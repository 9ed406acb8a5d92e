import type { Versioned } from '../records.ts';
import { ok } from '../result.ts';
import type { Deps } from './command.ts';

/** The same system, for who wants to know what would come of a command: all is read as it is, and nothing is saved. */
export function withoutKeeping(deps: Deps, written: (put: readonly Versioned[]) => void = () => undefined): Deps {
  const store: Deps['store'] = {
    ...deps.store,
    commit({ put }) {
      written(put);
      return Promise.resolve(ok(undefined));
    },
  };
  return { ...deps, store };
}
