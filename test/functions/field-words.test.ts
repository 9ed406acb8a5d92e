import { describe, expect, it } from 'vitest';
import { everyForm, type Found, opened, sampleOf } from '../support/every-form.ts';
import { fieldsIn, filledIn, formsIn, type PageField, textOf } from '../support/page-forms.ts';

const NUMBER = '123456789018';
const LONG = 'あ'.repeat(10_001);
const STRANGE = 'zzz';

/** What nobody should be able to save in a field of its kind. */
const bad: Readonly<Record<string, readonly string[]>> = {
  text: [NUMBER, LONG],
  textarea: [NUMBER, LONG],
  date: ['2026-02-31', NUMBER],
  time: ['25:99'],
  number: [STRANGE, '-1'],
  select: [STRANGE],
  radio: [STRANGE],
  checkbox: [STRANGE],
};

/** Words of Latin letters that people do know. */
const known = /soudan@example.jp|FAX|URL|https?|CW|NPO|M-\d|C-\d|U-\d|R-\d|[○△×]|zzz|OK|DV|Google|town\.lg\.jp/g;

const forms = (await everyForm()).filter(({ form }) => form.kind !== 'code');

async function refusalsOf(one: Found): Promise<readonly string[]> {
  const lines: string[] = [];
  let at = await opened(one);
  let form = await at.show();
  for (const field of fieldsIn(form))
    for (const value of bad[field.type] ?? []) {
      const answer = await at.office.post(
        at.seen.path,
        filledIn(form, { ...sampleOf(form), [field.name]: value }),
        at.seen,
      );
      if (answer.status === 303) {
        at = await opened(one);
        form = await at.show();
        continue;
      }
      lines.push(
        ...problemsIn(answer.body, form.does, field).map((line) => `${field.name} ${value.slice(0, 12)}: ${line}`),
      );
    }
  return lines;
}

function problemsIn(body: string, does: string, { name, label, type }: PageField): readonly string[] {
  const again = formsIn(body).find((shown) => shown.does === does)?.html ?? '';
  const [summary = ''] = /(?<=role="alert"[^>]*>)[\s\S]*?<\/div>/.exec(again) ?? [];
  const said = textOf(summary.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '));
  const marked = new RegExp(`name="${name.replaceAll('.', '\\.')}"[^>]*aria-invalid="true"`).test(again);
  // What is chosen from a list is only wrong when the list changed meanwhile; the words tell what it was.
  const typed = !['select', 'radio', 'checkbox'].includes(type);
  const problems = [
    ['says nothing', said === ''],
    ['machine words', /[A-Za-z]{2,}/.test(said.replaceAll(known, ''))],
    ['not marked', typed && !marked],
    [`「${label}」 not named`, typed && !said.includes(label)],
  ] as const;
  return problems.flatMap(([problem, found]) => (found ? [`${problem}: ${said}`] : []));
}

describe('what a form says of a field that it refuses', () => {
  it.each(forms)('$key names each by its label, at the field', async (one) => {
    expect(await refusalsOf(one)).toEqual([]);
  });

  const plan = async (said: Readonly<Record<string, string>>) => {
    const one = forms.find(({ form }) => form.kind === 'plan');
    if (one === undefined) throw new Error('no form of a plan');
    const { office, seen, show } = await opened(one);
    const form = await show();
    const { body } = await office.post(seen.path, filledIn(form, { ...sampleOf(form), ...said }), seen);
    return textOf(body.replaceAll(/<[^>]*>/g, ''));
  };

  it('is why, of a plan longer than twelve months, at its last day', async () => {
    expect(await plan({ from: '2026-07-01', to: '2028-06-30' })).toMatch(
      /最終日「2028-06-30」は使えません。計画は12か月までです。初日（7月1日\(水\)）より後、7月1日\(木\)までの日にしてください。/,
    );
  });

  it('is never the place of a line in a list, but what the list is called', async () => {
    expect(await plan({ goals: `通院\n${NUMBER}` })).toMatch(/目標[^0]*に個人番号/);
  });
});
