import type * as z from 'zod';
import type { Door } from '../access/audit.ts';
import type { Actor } from '../access/model.ts';
import type { TownCode } from '../ids.ts';
import type { Clock, Secrets, Store } from '../ports.ts';
import type { Refused } from '../refusal.ts';
import type { Result } from '../result.ts';

/** What commands and queries need of the world. */
export type Deps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: Secrets;
  /** One deployment serves one prefecture. */
  readonly prefecture: TownCode;
  /** The address towns share their spreadsheet with, where sheets are written by themselves (ADR 0054). */
  readonly sheetsAccount?: string | undefined;
  /** By which door somebody came in: it stands in every audit line. */
  readonly door: Door;
  /** The form that was sent, where it came from a page: it is taken once. */
  readonly form?: { readonly town: TownCode; readonly mark: string };
};

/** A system of which nobody has come in yet: the door itself says which one it is. */
export type Outside<D extends Deps = Deps> = Omit<D, 'door'>;

/** The record that was written, for the door to show. */
export type Done = {
  readonly town: TownCode;
  readonly id: string;
  /** The same form had come before, and nothing was done now. */
  readonly again?: true;
};

/** One entry of the menu of writes. `input` is what a person says; `run` loads, decides and saves. */
export type Command<Schema extends z.ZodType> = {
  readonly input: Schema;
  readonly run: (deps: Deps, actor: Actor, input: z.output<Schema>) => Promise<Result<Done, Refused>>;
};
