import type { Refused } from '../../core/refusal.ts';
import { culpritOf, nameIn } from './field-at-fault.ts';
import { explain } from './field-words.ts';

/** What is wrong, and the field it is about: by its name in the form, or by what it is called. */
export type Fault = {
  readonly name?: string;
  readonly label?: string;
  readonly words: string;
  /** The same where the field has a label: people know it by that, and by no other word. */
  readonly at: (label: string) => string;
};

/** Every refusal of a form at the field where it is put right, as far as that can be told. */
export function faultsOf(refused: readonly Refused[], values: URLSearchParams): readonly Fault[] {
  return refused.map((one) => {
    const label = 'field' in one ? one.field : undefined;
    const name = nameIn(one, values);
    return {
      words: explain(one),
      at: (shown) => explain(asAt(one, shown)),
      ...(name === undefined ? {} : { name }),
      ...(label === undefined ? {} : { label }),
    };
  });
}

/** A refusal in the words of its field: what it is called there, and what stood in it. */
function asAt(refused: Refused, label: string): Refused {
  if (refused.code === 'bad-date') return { ...refused, field: label, received: culpritOf(refused.received) };
  return 'field' in refused ? { ...refused, field: label } : refused;
}
