import type { TownCode } from '../../ids.ts';
import type { Store, Clock, Mailer } from '../../ports.ts';

export type ErasingDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly prefecture: TownCode;
};
