import { type Changed, whoChanged } from './clash.ts';
import type { Refused } from '../../core/refusal.ts';
import { type Fault, faultsOf } from './faults.ts';
import { explain } from './field-words.ts';
import type { SentForm } from './sent-form.ts';

/** A field that something is said about, as the summary above the form links to it. */
export type Marked = {
  readonly id: string;
  readonly words: string;
  /** The fault as it was told of the form as a whole. */
  readonly of?: string;
};

/** A form that was refused: what was typed is shown again, so that nothing is typed twice. */
export type Typed = {
  readonly form: string;
  readonly values: URLSearchParams;
  /** The refusal as a whole, in words. */
  readonly refused?: string;
  /** What is wrong, each at its field. */
  readonly faults?: readonly Fault[];
  /** Somebody else saved meanwhile: both values are shown. */
  readonly stale?: boolean;
  /** Fields that took a fault or a clash upon themselves while they were drawn, for the summary. */
  readonly marked?: Marked[];
  /** The form as its page draws it: what each field shows and who changed it, and what goes along unseen. */
  readonly drawn?: { readonly fields: Map<string, Standing>; readonly carried: Map<string, string> };
};

/** What a field shows after its form came back. */
export type Standing = { readonly values: readonly string[]; readonly changed: Changed };

/** @param stored what stands in the record, as the form shows it to whoever opens it now */
function standingOf(typed: Typed | undefined, name: string, stored: readonly string[]): Standing {
  if (typed === undefined) return { values: stored, changed: 'same' };
  const mine = typed.values.getAll(name);
  if (typed.stale !== true) return { values: mine, changed: 'same' };
  const was = typed.values.get(`was.${name}`);
  const changed = whoChanged({ mine: filled(mine), theirs: filled(stored), was });
  return { values: changed === 'theirs' ? stored : mine, changed };
}

/** The same, noted for whoever asks what the page shows. */
export function drawnOf(typed: Typed | undefined, name: string, stored: readonly string[]): Standing {
  const standing = standingOf(typed, name, stored);
  typed?.drawn?.fields.set(name, standing);
  return standing;
}

/** Notes what goes along unseen. */
export function carrying(typed: Typed, carry: readonly (readonly [string, string])[] = []): Typed {
  for (const [name, value] of carry) typed.drawn?.carried.set(name, value);
  return typed;
}

/** An empty field and none at all are the same to the reader. */
export function filled(values: readonly string[]): readonly string[] {
  return values.filter((value) => value !== '');
}

/** The fault of this field; each is told at one field only. */
export function faultAt({ faults = [], marked = [] }: Typed, field: Named, id: string): Fault | undefined {
  const fault = faults.find(({ name, label }) => name === field.name || label === field.label);
  if (fault === undefined || marked.some(({ of }) => of === fault.words)) return undefined;
  const words = fault.at(field.label);
  marked.push({ id, words, of: fault.words });
  return { ...fault, words };
}
type Named = { readonly name: string; readonly label: string };

/** A field that two people changed is among what has to be looked at. */
export function markClash({ marked = [] }: Typed, label: string, id: string): void {
  marked.push({ id: `${id}-theirs`, words: `${label}: 相手の内容と自分の内容のどちらを残すかを選んでください。` });
}

/** A form that was sent, with what is wrong with it. */
export function typedOf(form: SentForm, refused: readonly Refused[] = []): Typed {
  const typed = {
    form: form.text('does') ?? '',
    values: form.values,
    marked: [],
    drawn: { fields: new Map(), carried: new Map() },
  };
  const [first] = refused;
  if (first === undefined) return typed;
  const faults = faultsOf(refused, form.values);
  return { ...typed, refused: explain(first), faults, stale: first.code === 'stale-version' };
}
