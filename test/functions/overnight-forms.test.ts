import { describe, expect, it } from 'vitest';
import { recordSchemas } from '../../core/records.ts';
import { addSeconds } from '../../core/time.ts';
import { type OpenedOffice, town } from '../support/door.ts';
import { everyForm, opened, sampleOf } from '../support/every-form.ts';
import { filledIn, formsIn, type PageForm, textOf } from '../support/page-forms.ts';

const A_NIGHT = 15 * 3600;
const unseen = /^(?:nonce|does|step|version|was[-.].*)$/;

/** All that is kept, but for what was noted of deeds and of what time itself brings about. */
async function kept({ app: { deps } }: OpenedOffice): Promise<string> {
  const kinds = Object.keys(recordSchemas).filter((kind): kind is keyof typeof recordSchemas => kind in recordSchemas);
  const stored = kinds
    .filter((kind) => kind !== 'status')
    .flatMap((kind) => [town, deps.prefecture].map((of) => deps.store.list(kind, of)));
  return JSON.stringify(await Promise.all(stored));
}

/** What somebody typed or chose, that the answer does not give back. */
function lostIn(said: ReturnType<typeof sampleOf>, answer: string, again: PageForm | undefined): readonly string[] {
  const typed = Object.entries(said).flatMap(([name, some]) => [some].flat().map((value) => ({ name, value })));
  const copy = textOf(/<textarea id="typed"[^>]*>([\s\S]*?)<\/textarea>/.exec(answer)?.[1] ?? '');
  return typed
    .filter(({ name }) => !unseen.test(name))
    .filter(({ name, value }) => {
      const shown = again?.values.some(([field, there]) => field === name && there === value) === true;
      return !shown && !copy.includes(value);
    })
    .map(({ name, value }) => `${name}=${value}`);
}

const found = await everyForm();

describe('a form that was left open overnight', () => {
  it.each(found)('$key asks to be looked at again, and loses nothing that was typed', async (one) => {
    const { office, seen, show } = await opened(one);
    const form = await show();
    const said = sampleOf(form);
    const sent = filledIn(form, said);
    await office.app.moveTo(addSeconds(office.app.deps.clock.now(), A_NIGHT));
    const before = await kept(office);

    const answer = await office.post(seen.path, sent, seen);
    expect({ status: answer.status, kept: (await kept(office)) === before }).toEqual({ status: 403, kept: true });
    const again = formsIn(answer.body).find(({ does }) => does === form.does);
    expect(lostIn(said, answer.body, again)).toEqual([]);
    expect(answer.body).toMatch(/role="alert" tabindex="-1" autofocus/);
    if (again === undefined) return;
    // Pressed once more as it stands, it is taken, or refused for what the night has changed; a second press does nothing more.
    const pressed = await office.post(seen.path, filledIn(again, {}), seen);
    expect(pressed.body).not.toContain('画面が古くなった');
    const after = await kept(office);
    await office.post(seen.path, filledIn(again, {}), seen);
    if (form.kind !== 'code') expect((await kept(office)) === after).toBe(true);
  });
});
