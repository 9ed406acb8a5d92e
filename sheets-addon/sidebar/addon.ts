import type { sidebarCalls } from '../addon-menu.ts';

type Entry = (typeof sidebarCalls)[number];
type Runner = Readonly<Record<Entry, (...given: readonly unknown[]) => void>> & {
  withSuccessHandler(then: (value: unknown) => void): Runner;
  withFailureHandler(then: (error: Error) => void): Runner;
};
/** The only way out of a sidebar at Google. */
declare const google: { readonly script: { readonly run: Runner } };

/** Calls a function of the add-on. Rejects when Google could not run it. */
export function callAddon(entry: Entry, ...given: readonly unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const run = google.script.run.withSuccessHandler(resolve).withFailureHandler(reject);
    run[entry](...given);
  });
}
