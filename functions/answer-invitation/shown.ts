import type { Typed } from '../page/typed.ts';

/** What a page shows besides what it is about: its nonce, what was typed before a refusal, and what was just done. */
export type Shown = { readonly nonce: string; readonly typed?: Typed; readonly done?: string | undefined };
