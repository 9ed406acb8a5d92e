import type { Column } from './sheet-model.ts';
import { lettersOf } from './sheet-xml.ts';
import { escapedCell } from './xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
type Noted = readonly (readonly [at: number, note: string])[];

/** Which titles bear a note. */
export function notedIn(columns: readonly Column[]): Noted {
  return columns.flatMap(({ note }, at) => (note === undefined ? [] : [[at, note] as const]));
}

export function notesXml(noted: Noted): string {
  const notes = noted.map(
    ([at, note]) =>
      `<comment ref="${lettersOf(at)}1" authorId="0"><text><r><t xml:space="preserve">${escapedCell(note)}</t></r></text></comment>`,
  );
  return `${HEAD}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>つどい</author></authors><commentList>${notes.join('')}</commentList></comments>`;
}

/** The boxes the notes stand in: Excel still wants them drawn in the language of 1998. */
export function boxesXml(noted: Noted): string {
  return [
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/></v:shapetype>',
    ...noted.map(([at, note], index) => boxXml(at, note.split('\n').length, index)),
    '</xml>',
  ].join('');
}

function boxXml(at: number, lines: number, index: number): string {
  const anchor = [at + 1, 15, 0, 2, at + 4, 15, Math.max(4, lines + 2), 4].join(', ');
  return [
    `<v:shape id="_x0000_s${String(1025 + index)}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/>',
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>0</x:Row><x:Column>${String(at)}</x:Column></x:ClientData>`,
    '</v:shape>',
  ].join('');
}
