/** One form of a page, as a browser knows it. */
export type PageForm = {
  /** What it does: `reply-2`. */
  readonly does: string;
  /** The kind of it: `reply`. */
  readonly kind: string;
  readonly html: string;
  /** What is sent when its button is pressed and nothing was touched. */
  readonly values: readonly (readonly [name: string, value: string])[];
  /** Fields for free text, in order. */
  readonly texts: readonly string[];
};

const entities: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

export function textOf(html: string): string {
  return html.replaceAll(/&(?:quot|#39|lt|gt|amp);/g, (entity) => entities[entity] ?? entity);
}

/** The forms of a page that change something, in order. */
export function formsIn(page: string): readonly PageForm[] {
  return [...page.matchAll(/<form method="post"[\s\S]*?<\/form>/g)].map(([html]) => {
    const values = valuesOf(html);
    const does = values.find(([name]) => name === 'does')?.[1] ?? '';
    return { does, kind: does.replace(/(?:-[RC])?-\d+$/, ''), html, values, texts: textsOf(html) };
  });
}

const attribute = (tag: string, name: string) => textOf(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

function valuesOf(html: string): PageForm['values'] {
  const controls = html.matchAll(/<input\b[^>]*>|<select\b[\s\S]*?<\/select>|<textarea\b[\s\S]*?<\/textarea>/g);
  const [button = ''] = /<button[^>]*>/.exec(html.slice(html.lastIndexOf('<p class="row">'))) ?? [];
  const sent = [...controls].flatMap(([whole]) => valueOf(whole));
  const pressed = attribute(button, 'name');
  return pressed === '' ? sent : [...sent, [pressed, attribute(button, 'value')]];
}

function valueOf(whole: string): PageForm['values'] {
  const [tag = ''] = /^<[^>]*>/.exec(whole) ?? [];
  const name = attribute(tag, 'name');
  const unticked = /type="(?:radio|checkbox)"/.test(tag) && !/\schecked\b/.test(tag);
  return name === '' || unticked ? [] : [[name, shownIn(whole, tag)]];
}

function shownIn(whole: string, tag: string): string {
  if (tag.startsWith('<textarea')) return textOf(/>\n?([\s\S]*?)<\/textarea>/.exec(whole)?.[1] ?? '');
  return tag.startsWith('<select') ? chosenIn(whole) : attribute(tag, 'value');
}

function chosenIn(select: string): string {
  const options = [...select.matchAll(/<option value="([^"]*)"( selected)?/g)];
  const chosen = options.find(([, , selected]) => selected !== undefined) ?? options[0];
  return textOf(chosen?.[1] ?? '');
}

/** A field that somebody fills in or chooses from: hidden ones are not. */
export type PageField = { readonly name: string; readonly label: string; readonly type: string };

export function fieldsIn({ html }: PageForm): readonly PageField[] {
  const controls = [...html.matchAll(/<(input|select|textarea)\b[^>]*>/g)];
  const all = controls.map(([tag, element = '']) => ({
    name: attribute(tag, 'name'),
    type: element === 'input' ? attribute(tag, 'type') : element,
    label: labelOf(html, attribute(tag, 'id')),
  }));
  return all.filter(({ name, type, label }) => name !== '' && type !== 'hidden' && label !== '');
}

/** Of a control, or of the group whose first control it is. */
function labelOf(html: string, id: string): string {
  if (id === '') return '';
  const own = new RegExp(`<label\\s+for="${id.replaceAll('.', '\\.')}"\\s*>([\\s\\S]*?)(?:<span|</label>)`).exec(
    html,
  )?.[1];
  const before = html.slice(0, html.indexOf(` id="${id}"`));
  const legend = before.slice(before.lastIndexOf('<legend>'));
  return textOf((own ?? /<legend>([\s\S]*?)(?:<span|<\/legend>)/.exec(legend)?.[1] ?? '').trim());
}

function textsOf(html: string): readonly string[] {
  return [...html.matchAll(/<(?:input\b[^>]*?type="text"|textarea)[^>]*?\sname="([^"]+)"/g)].map(
    ([, name = '']) => name,
  );
}

/** What the form sends with these fields filled in. */
export function filledIn(form: PageForm, said: Readonly<Record<string, string | readonly string[]>>) {
  const kept = form.values.filter(([name]) => !(name in said));
  const sent: Record<string, string[]> = {};
  for (const [name, value] of [
    ...kept,
    ...Object.entries(said).flatMap(([name, some]) => [some].flat().map((one) => [name, one] as const)),
  ])
    sent[name] = [...(sent[name] ?? []), value];
  return sent;
}
