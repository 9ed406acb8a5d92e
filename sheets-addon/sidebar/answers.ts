import type { Conflict, Selected } from '../sidebar-wire.ts';

/** A page of the office as the server answers it. */
export type OfficePage = {
  readonly status: number;
  readonly title: string;
  readonly html: string;
  readonly path: string;
  readonly who: string;
  readonly nav: readonly { readonly href: string; readonly text: string }[];
  readonly style?: string;
};

type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

export function textIn(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

function listIn(fields: Fields, name: string): readonly Fields[] {
  const value = fields[name];
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

/** Undefined when it is no answer of ours, but for instance a proxy's page. */
export function officePageIn(text: string): OfficePage | undefined {
  const fields = fieldsOf(parsed(text));
  if (typeof fields['html'] !== 'string' || typeof fields['status'] !== 'number') return undefined;
  const style = textIn(fields, 'style');
  return {
    status: fields['status'],
    title: textIn(fields, 'title'),
    html: fields['html'],
    path: textIn(fields, 'path'),
    who: textIn(fields, 'who'),
    nav: listIn(fields, 'nav').map((link) => ({ href: textIn(link, 'href'), text: textIn(link, 'text') })),
    ...(style === '' ? {} : { style }),
  };
}

export function selectedIn(value: unknown): Selected {
  const fields = fieldsOf(value);
  const cases = fields['cases'];
  return {
    tab: textIn(fields, 'tab'),
    row: Number(fields['row']),
    cases: Array.isArray(cases) ? cases.map(String) : [],
    meeting: textIn(fields, 'meeting'),
    consultation: textIn(fields, 'consultation'),
  };
}

export function conflictsIn(value: unknown): readonly Conflict[] {
  return (Array.isArray(value) ? value.map(fieldsOf) : []).map((fields) => ({
    tab: textIn(fields, 'tab'),
    row: Number(fields['row']),
    id: textIn(fields, 'id'),
    name: textIn(fields, 'name'),
    why: textIn(fields, 'why'),
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
