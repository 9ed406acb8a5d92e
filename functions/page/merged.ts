import { html } from 'hono/html';
import { readForm, type SentForm } from './sent-form.ts';
import type { Page } from './layout.ts';
import { saved } from './saved.ts';
import type { Standing, Typed } from './typed.ts';

/** What `?done=` says after a form into which somebody else's changes were taken. */
export const MERGED = 'merged';

/** Forms that tell nobody anything and whose fields stand each for itself; the minutes and a plan are read once more instead. */
const fieldByField: readonly string[] = [
  ...['details', 'member', 'assign', 'consultation'],
  ...['agency', 'labels', 'settings', 'framework'],
];

/** Lines of a list: the third of them may be another one meanwhile. */
const LINE = /[.-]\d+$/;

/**
 * A form that came after somebody else saved, field by field: what was changed here as it was typed, the rest as it stands now. Undefined
 * where both changed one field, or lines of one list, or where the form is about something else now: then somebody has to look.
 * @param typed the form after its page was drawn once more from what is stored now
 */
export function mergedForm(kind: string, form: SentForm, { drawn }: Typed): SentForm | undefined {
  if (!fieldByField.includes(kind)) return undefined;
  const names = [...new Set(form.values.keys())].filter((name) => name.startsWith('was.')).map((name) => name.slice(4));
  const now = names.flatMap((name) => fieldNow(drawn?.fields.get(name), name));
  if (names.length === 0 || now.length < names.length || !fits(now)) return undefined;
  return isAboutTheSame(form, drawn?.carried) ? written(form, now, drawn?.carried.get('version')) : undefined;
}

type FieldNow = Standing & { readonly name: string };

function fieldNow(standing: Standing | undefined, name: string): readonly FieldNow[] {
  return standing === undefined ? [] : [{ ...standing, name }];
}

function fits(fields: readonly FieldNow[]): boolean {
  const changedLines = new Set(fields.filter(({ name }) => LINE.test(name)).map(({ changed }) => changed));
  const bothLists = changedLines.has('mine') && changedLines.has('theirs');
  return !bothLists && fields.every(({ changed }) => changed !== 'both');
}

/** What goes along unseen says which record it is about. */
function isAboutTheSame({ values }: SentForm, carried: ReadonlyMap<string, string> | undefined): boolean {
  const about = [...(carried ?? [])].filter(([name]) => name !== 'version');
  return about.every(([name, value]) => values.get(name) === value);
}

function written(form: SentForm, fields: readonly FieldNow[], version: string | undefined): SentForm | undefined {
  if (version === undefined) return undefined;
  const values = new URLSearchParams(form.values);
  for (const { name, values: standing } of fields) {
    values.delete(name);
    for (const value of standing) values.append(name, value);
  }
  values.set('version', version);
  return readForm(values.toString());
}

/** Said where somebody else's changes were taken along: both are kept, and it is seen at once what stands now. */
export function withMerged(page: Page, done: string | undefined): Page {
  if (done !== MERGED) return page;
  const words = '同じときにほかの人が変えた項目は、その人の内容のまま残しました。あなたが変えた項目も保存しました。';
  return { ...page, main: html`${saved('保存しました', words)}${page.main}` };
}
