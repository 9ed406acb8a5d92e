import { piecesOf, type Piece } from './xml.ts';

/** A piece, and the elements it stands in, the innermost last. */
export type Placed = { readonly piece: Piece; readonly path: readonly string[] };

export function* placedIn(xml: string): Generator<Placed> {
  const path: string[] = [];
  for (const piece of piecesOf(xml)) {
    if (piece.kind === 'close') path.pop();
    yield { piece, path };
    if (piece.kind === 'open' && !piece.empty) path.push(piece.name);
  }
}

/** Words of a cell. The reading of 漢字 (`rPh`) stands beside them, and is no part of them. */
export function wordsIn({ piece, path }: Placed): string {
  return piece.kind === 'text' && path.at(-1) === 't' && !path.includes('rPh') ? piece.text : '';
}
