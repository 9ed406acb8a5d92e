import type { RefusalCode, Refused } from '../refusal.ts';
import { asKept } from './fit-to-keep.ts';
import { menu, type Verb } from './menu.ts';
import { problemsOfInput } from './refusal-of-input.ts';

const unreadable: readonly RefusalCode[] = ['bad-input', 'bad-date', 'bad-code'];

/** All that is wrong with what somebody said, where the first thing was that it could not be read: they put it right in one go. */
export function allRefusals(verb: Verb, said: unknown, first: Refused): readonly Refused[] {
  if (!unreadable.includes(first.code)) return [first];
  const found = problemsOfInput(menu[verb].input, asKept(said));
  return found.length === 0 ? [first] : found;
}
