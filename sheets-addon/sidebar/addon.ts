import type { sidebarCalls } from '../addon-menu.ts';

type Entry = (typeof sidebarCalls)[number];
type Runner = Readonly<Record<Entry, (...given: readonly unknown[]) => void>> & {
  withSuccessHandler(then: (value: unknown) => void): Runner;
  withFailureHandler(then: (error: Error) => void): Runner;
};
/** The only way out of a sidebar at Google. */
declare const google: { readonly script: { readonly run: Runner } };

/** Google lets an execution run six minutes; one that asks the office ends with its one request, within a minute. */
const LOST_AFTER = { others: 7 * 60_000, askOffice: 2 * 60_000 };

/** Calls a function of the add-on. Rejects when Google could not run it, and when it can no longer answer, for instance because the PC was asleep. */
export function callAddon(entry: Entry, ...given: readonly unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    setTimeout(reject, LOST_AFTER[entry === 'askOffice' ? entry : 'others'], new Error('no answer came'));
    const run = google.script.run.withSuccessHandler(resolve).withFailureHandler(reject);
    run[entry](...given);
  });
}
