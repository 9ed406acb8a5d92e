import type { Status } from './model.ts';

/**
 * What the prefecture's figures still need of a record that was disposed of: that there was one, when, and how it ended. A number that leads
 * to nothing tells nobody whose it was. Nobody waits for it any more, and a plan is in no figure once it is over.
 */
export function stillCounted(statuses: readonly Status[]): readonly Status[] {
  return statuses
    .filter(({ of }) => of !== 'plan')
    .map((status) => {
      if (status.of !== 'meeting') return status;
      const { lateness: _lateness, dueAt: _dueAt, ...rest } = status;
      return rest;
    });
}
