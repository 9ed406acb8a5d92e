import { describe, expect, it } from 'vitest';
import { recordSchemas } from '../../core/records.ts';
import { formKinds } from '../../functions/work-office/inputs.ts';
import { type OpenedOffice, nonceIn, town } from '../support/door.ts';
import { everyForm, opened, sampleOf, worldNamed } from '../support/every-form.ts';
import { samples } from '../support/form-samples.ts';
import { filledIn, formsIn, type PageForm, textOf } from '../support/page-forms.ts';

const NUMBER = '123456789018';

/** A field for text that is filled in. */
function textIn({ texts }: PageForm, said: object): string {
  return texts.find((text) => Object.hasOwn(said, text)) ?? texts[0] ?? '';
}

const found = await everyForm();

/** How the state moves on while somebody has a page of that world open. */
const moves: Readonly<Record<string, (office: OpenedOffice) => Promise<void>>> = {
  asked: async (office) => office.does('佐藤', 'elsewhere', { meeting: 'M-1', body: '地域ケア会議', on: '2026-06-10' }),
  convened: async (office) => office.does('佐藤', 'cancel', { meeting: 'M-1', reason: '延期' }),
  recording: async (office) =>
    office.does('佐藤', 'record', { meeting: 'M-1', attendance: ['地域包括'], items: ['受診'], final: true }),
  drafted: async (office) => office.does('中村', 'approve', { meeting: 'M-1' }),
  elsewhere: async (office) => office.does('佐藤', 'elsewhere', { meeting: 'M-1', outcome: '続ける' }),
  deciding: async (office) => office.does('佐藤', 'decide', { plan: 'C-1', on: '2026-06-15' }),
  planned: async (office) => office.does('佐藤', 'close', { case: 'C-1', outcome: '終結', reason: '落ち着いた' }),
  told: async (office) => office.does('木村', 'close', { case: 'C-1', outcome: '終結', reason: '落ち着いた' }),
  polling: async (office) => office.does('佐藤', 'cancel', { meeting: 'M-1', reason: '延期' }),
};

/** Where no text is kept, what two people choose otherwise. */
const apart: Readonly<Record<string, { readonly name: string; readonly values: readonly [string, string] }>> = {
  assign: { name: 'worker', values: ['中村', '佐藤'] },
  settings: { name: 'phone', values: ['089-000-0001', '089-000-0002'] },
  correct: { name: 'topic.0', values: ['３', '４'] },
};

/** All that is kept, and what was noted of deeds; who read what is not. */
async function kept({ app: { deps } }: OpenedOffice): Promise<string> {
  const kinds = Object.keys(recordSchemas).filter((kind): kind is keyof typeof recordSchemas => kind in recordSchemas);
  const stored = kinds
    .filter((kind) => kind !== 'status')
    .flatMap((kind) => [town, deps.prefecture].map((of) => deps.store.list(kind, of)));
  const audit = (await deps.store.audit(town)).filter(({ did }) => did !== 'read' && !did.startsWith('refused'));
  return JSON.stringify([await Promise.all(stored), audit]);
}

describe('every form of the office and of an agency', () => {
  it('is among those that were found, and has a sample of what is filled in', () => {
    const unseen = formKinds.filter((kind) => !found.some(({ form }) => form.kind === kind));
    expect(unseen).toEqual([]);
    expect(found.filter(({ form: { kind } }) => samples[kind] === undefined).map(({ key }) => key)).toEqual([]);
  });

  it.each(found)('$key, without its own nonce, is refused and changes nothing', async (one) => {
    const { office, seen, show } = await opened(one);
    const form = await show();
    const before = await kept(office);
    const elsewhere = nonceIn(
      await office.get(`/office/${town}/${seen.path.endsWith('/cases/new') ? 'settings' : 'cases/new'}`, {
        as: '木村',
      }),
    );
    const said = sampleOf(form);
    for (const nonce of ['', 'x', elsewhere]) {
      const answer = await office.post(seen.path, filledIn(form, { ...said, nonce }), seen);
      expect({ nonce, status: answer.status }).toEqual({ nonce, status: 403 });
      expect(answer.body).toContain('画面が古くなった');
      expect(await kept(office)).toBe(before);
    }
  });

  it.each(found.filter(({ form }) => form.texts.length > 0 && form.kind !== 'code'))(
    '$key, when refused, says so at the field, keeps what was typed and opens on what is wrong',
    async (one) => {
      const { office, seen, show } = await opened(one);
      const form = await show();
      const before = await kept(office);
      const said = sampleOf(form);
      const name = textIn(form, said);
      const answer = await office.post(seen.path, filledIn(form, { ...said, [name]: NUMBER }), seen);
      expect(answer.status).toBe(409);
      expect(await kept(office)).toBe(before);
      expect(answer.body).toContain('<title>エラー：');
      const again = formsIn(answer.body).find(({ does }) => does === form.does)?.html ?? '';
      expect(again).toMatch(/role="alert" tabindex="-1" autofocus/);
      expect(textOf(again)).toContain(NUMBER);
      const faulty = new RegExp(
        `<(?:input|textarea)[^>]*name="${name.replaceAll('.', '\\.')}"[^>]*aria-invalid="true"`,
      );
      expect({ name, marked: faulty.test(again) }).toEqual({ name, marked: true });
      const id = /id="([^"]+)-error"/.exec(again)?.[1] ?? '';
      expect(again).toContain(`href="#${id}"`);
      expect(again).toMatch(new RegExp(`aria-describedby="[^"]*${id}-error"`));
    },
  );

  it.each(found.filter(({ form }) => form.kind !== 'code'))(
    '$key, sent twice, is taken once and says so',
    async (one) => {
      const { office, seen, show } = await opened(one);
      const form = await show();
      const sent = filledIn(form, sampleOf(form));
      const untouched = await kept(office);
      const first = await office.post(seen.path, sent, seen);
      expect({ status: first.status, told: /role="alert"[\s\S]{0,400}/.exec(first.body)?.[0] }).toEqual({
        status: 303,
        told: undefined,
      });
      const before = await kept(office);
      // A resending that is under way changes nothing, and has nothing to tell.
      if (before === untouched) return;
      const second = await office.post(seen.path, sent, seen);
      expect(await kept(office)).toBe(before);
      if (form.kind === 'leave' && seen.as === undefined) {
        expect(second.status).toBe(404);
        return;
      }
      expect(second.headers['location']).toMatch(/\?done=taken-before$/);
      const told = await office.get(second.headers['location'] ?? '', seen);
      expect(told.status === 200 ? told.body : 'すでに受け付けています').toContain('すでに受け付けています');
    },
  );

  it.each(found.filter(({ form }) => form.values.some(([name]) => name.startsWith('was.'))))(
    '$key, open in two tabs, is refused in the second and shows both values',
    async (one) => {
      const { office, seen, show } = await opened(one);
      const [first, second] = [await show(), await show()];
      const said = sampleOf(first);
      const other = { name: textIn(first, said), values: ['３', '４'] as const };
      const { name, values } = apart[first.kind] ?? other;
      expect(first.values.map(([field]) => field)).toContain('version');
      expect((await office.post(seen.path, filledIn(first, { ...said, [name]: values[0] }), seen)).status).toBe(303);
      const late = await office.post(seen.path, filledIn(second, { ...said, [name]: values[1] }), seen);
      expect(late.status).toBe(409);
      for (const words of ['相手を採用', '自分を残す', ...values]) expect(late.body).toContain(words);
    },
  );

  it.each(Object.keys(moves))(
    'in the world %s, of a page that lay open while it moved on, is refused when it is no longer offered',
    async (world) => {
      const { open, pages } = worldNamed(world);
      const office = await open();
      const seen = await pages(office);
      const before = await Promise.all(seen.map(async (one) => formsIn((await office.get(one.path, one)).body)));
      await moves[world]?.(office);
      const gone = await Promise.all(
        seen.map(async (one, index) => {
          const now = formsIn((await office.get(one.path, one)).body).map(({ does }) => does);
          return (before[index] ?? [])
            .filter(({ does, kind }) => !now.includes(does) && kind !== 'find')
            .map((form) => ({ one, form }));
        }),
      );
      expect(gone.flat()).not.toEqual([]);
      const stood = await kept(office);
      for (const { one, form } of gone.flat()) {
        const answer = await office.post(one.path, filledIn(form, sampleOf(form)), one);
        expect({ does: form.does, refused: answer.status >= 400 }).toEqual({ does: form.does, refused: true });
        expect({ does: form.does, kept: await kept(office) }).toEqual({ does: form.does, kept: stood });
        expect(answer.body).toMatch(/受け付けられませんでした|このリンクは終わりました|この画面は開けません/);
      }
    },
  );
});
