import { type Seen, worlds } from './form-worlds.ts';
import { samples } from './form-samples.ts';
import { formsIn, type PageForm } from './page-forms.ts';

/** A form, on which page of which world it stands. */
export type Found = { readonly key: string; readonly world: string; readonly at: number; readonly form: PageForm };
const keyOf = ({ path, as }: Seen, { kind }: PageForm) =>
  `${as === undefined ? '関係機関' : '役所'} ${path.split('/')[as === undefined ? 3 : 3] ?? '今日'} ${kind}`;

/** Every form of every page of every world, each kind once. */
export async function everyForm(): Promise<readonly Found[]> {
  const all = await Promise.all(Object.keys(worlds).map(formsOf));
  const once = new Map(
    all
      .flat()
      .toReversed()
      .map((one) => [one.key, one] as const),
  );
  return [...once.values()].toReversed();
}

async function formsOf(world: string): Promise<readonly Found[]> {
  const { open, pages } = worldNamed(world);
  const office = await open();
  const shown = (await pages(office)).map(async (seen, at) => {
    const { body, status } = await office.get(seen.path, seen);
    if (status !== 200) throw new Error(`${world} ${seen.path}: ${String(status)}`);
    const forms = formsIn(body).filter(({ kind }) => kind !== 'find');
    return forms.map((form) => ({ key: keyOf(seen, form), world, at, form }));
  });
  return (await Promise.all(shown)).flat();
}

export function worldNamed(name: string) {
  const of = worlds[name];
  if (of === undefined) throw new Error(name);
  return of;
}

/** What somebody fills in there; nothing where a sample is still missing, which the first test tells. */
export function sampleOf(form: PageForm) {
  return samples[form.kind]?.(form) ?? {};
}

/** The world of a form anew, with its page as it is shown there. */
export async function opened({ world, at, form }: Found) {
  const { open, pages } = worldNamed(world);
  const office = await open();
  const seen = (await pages(office))[at];
  if (seen === undefined) throw new Error(`${world} ${String(at)}`);
  const show = async () => {
    const { body } = await office.get(seen.path, seen);
    const shown = formsIn(body).find((one) => one.does === form.does);
    if (shown === undefined) throw new Error(`no ${form.does} on ${seen.path}`);
    return shown;
  };
  return { office, seen, show };
}
