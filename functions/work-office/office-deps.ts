import type { Deps } from '../../core/commands/command.ts';

/** Letters bear the personal link. */
export type OfficeDeps = Deps & { readonly publicUrl: string };
