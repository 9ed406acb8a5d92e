import type { Day } from '../../../core/time.ts';
import type { DeedKind } from './deed-kinds.ts';

/** Which lines of the audit log are looked for. They come as a form: nothing of them stands in an address. */
export type Traced = {
  /** A case, a meeting or another record, by its number; empty for all. */
  readonly about: string;
  readonly who: string;
  readonly did: DeedKind | '';
  readonly from: Day;
  readonly to: Day;
  /** The last line of the page before. */
  readonly before: string | undefined;
};
