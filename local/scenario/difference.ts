import type { Path } from './source.ts';

/** Where an expectation does not hold; `path` leads from `expect` to it. */
export type Difference = { readonly path: Path; readonly expected: string; readonly received: string };
