/** Whose tasks are shown: `?of=mine`, the whole town's when left out, `?of=done` for what was done lately. */
export type Whose = 'town' | 'mine' | 'done';
