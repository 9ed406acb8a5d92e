import { Inflate, strFromU8 } from 'fflate';

/** How much may come out of an archive, whatever it says of itself. */
export type Bounds = { readonly parts: number; readonly bytes: number };

/** More comes out of it than anybody's file holds. */
export class TooMuchInside extends Error {
  override name = 'TooMuchInside';
}

const broken = () => new Error('no archive, or a broken one');

const END = 0x06_05_4b_50;
const END_LENGTH = 22;
const LONGEST_REMARK = 65_535;
const END_64 = 0x06_06_4b_50;
const END_64_POINTER = 0x07_06_4b_50;
const LISTED = 0x02_01_4b_50;

/**
 * The files in a zip archive, by path. What its lists say of sizes is believed by nobody: what comes out is counted while it comes, and no two
 * files may share their bytes.
 * @throws TooMuchInside, or another error where it is broken
 */
export function unpack(archive: Uint8Array, most: Bounds): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let left = { packed: archive.length, bytes: most.bytes };
  for (const { name, method, packed } of listedIn(archive, most.parts)) {
    const part = method === 0 ? packed : inflated(method, packed, left.bytes);
    left = { packed: left.packed - packed.length, bytes: left.bytes - part.length };
    if (left.packed < 0 || left.bytes < 0) throw new TooMuchInside();
    parts.set(name, part);
  }
  return parts;
}

type Listed = { readonly name: string; readonly method: number; readonly packed: Uint8Array };

/** The list at the end of an archive, one file after another. */
function* listedIn(archive: Uint8Array, most: number): Generator<Listed> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const { count, from } = whereListed(view, endOf(view));
  if (count > most) throw new TooMuchInside();
  let at = from;
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== LISTED) throw broken();
    const [nameEnd, extra, remark] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const names = at + 46 + (nameEnd ?? 0);
    yield {
      name: strFromU8(archive.subarray(at + 46, names)),
      method: view.getUint16(at + 10, true),
      packed: packedAt(archive, view, placeOf(view, at, { from: names, to: names + (extra ?? 0) })),
    };
    at = names + (extra ?? 0) + (remark ?? 0);
  }
}

function endOf(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_REMARK); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  throw broken();
}

/** Some programs always write the list of a large archive (zip64) besides. */
function whereListed(view: DataView, end: number) {
  const pointer = end - 20;
  if (pointer >= 0 && view.getUint32(pointer, true) === END_64_POINTER) {
    const at = numberAt(view, pointer + 8);
    if (view.getUint32(at, true) === END_64) return { count: numberAt(view, at + 32), from: numberAt(view, at + 48) };
  }
  return { count: view.getUint16(end + 8, true), from: view.getUint32(end + 16, true) };
}

/** Of eight bytes; no address beyond the archive is read. */
function numberAt(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

const LARGE = 0xff_ff_ff_ff;

/** Where a file stands and how long it is; what does not fit there stands in the zip64 remark, in the order of the fields. */
function placeOf(view: DataView, at: number, extra: Span): { readonly length: number; readonly start: number } {
  const [length, whole, start] = [20, 24, 42].map((offset) => view.getUint32(at + offset, true));
  if (length !== LARGE && start !== LARGE) return { length: length ?? 0, start: start ?? 0 };
  let next = remarkOfSizes(view, extra) + (whole === LARGE ? 8 : 0);
  const said = (value = 0) => {
    if (value !== LARGE) return value;
    next += 8;
    return numberAt(view, next - 8);
  };
  return { length: said(length), start: said(start) };
}
type Span = { readonly from: number; readonly to: number };

function remarkOfSizes(view: DataView, { from, to }: Span): number {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === 1) return at + 4;
  throw broken();
}

function packedAt(archive: Uint8Array, view: DataView, { length, start }: { length: number; start: number }) {
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (from + length > archive.length) throw broken();
  return archive.subarray(from, from + length);
}

const DEFLATED = 8;
/** At most a thousand times as much comes out of it before it is counted. */
const PIECE = 16 * 1024;

function inflated(method: number, packed: Uint8Array, most: number): Uint8Array {
  if (method !== DEFLATED) throw broken();
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((piece) => {
    size += piece.length;
    if (size > most) throw new TooMuchInside();
    pieces.push(piece);
  });
  for (let at = 0; at < packed.length; at += PIECE)
    inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  return joined(pieces, size);
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
