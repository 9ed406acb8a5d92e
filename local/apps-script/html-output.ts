import type { Sidebar } from './google.ts';
import { strict } from './strict.ts';

/** What `createHtmlOutput()` builds: a page of one's own, shown in a frame of its own. */
export type HtmlOutput = { readonly shown: () => Sidebar; readonly setTitle: (words: string) => HtmlOutput };

export function htmlOutput(html: string): HtmlOutput {
  let title = '';
  const output: HtmlOutput = strict('HtmlOutput', {
    shown: () => ({ title, html }),
    setTitle(words: string) {
      title = words;
      return output;
    },
  });
  return output;
}
