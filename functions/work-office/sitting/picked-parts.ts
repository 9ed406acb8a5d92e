import { readForm } from '../../page/form.ts';
import type { Typed } from '../../page/typed.ts';
import { withPicked } from '../agency/agency-picks.ts';
import type { Office } from '../office.ts';
import type { TownPart } from './load-sitting.ts';
import { nameIn, partForm } from './part-fields.ts';

/** The form as it was typed, with the agencies that were asked for ticked in the part of each town. */
export function withPickedInParts({ pick }: Office, parts: readonly TownPart[], typed: Typed): Typed {
  if (pick === undefined) return typed;
  const form = readForm(typed.values.toString());
  const values = new URLSearchParams(typed.values);
  for (const { town, office, cases } of parts) {
    const own = partForm(form, town.id);
    const among = { cases: cases.filter(({ id }) => own.texts('case').includes(id)) };
    const picked = withPicked({ ...office, pick }, among, { ...typed, values: own.values });
    for (const name of new Set(picked.values.keys())) {
      values.delete(nameIn(town.id, name));
      for (const value of picked.values.getAll(name)) values.append(nameIn(town.id, name), value);
    }
  }
  return { ...typed, values };
}
