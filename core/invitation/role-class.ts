import { roleClassWords } from '../sheet/code-words.ts';

/** 役割区分: the only words about an agency's part that may stand in a mail (BRIEF §2.4). */
export const roleClasses = roleClassWords;
export type RoleClass = (typeof roleClasses)[number];
