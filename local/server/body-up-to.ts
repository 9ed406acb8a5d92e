/**
 * The body of a request; undefined where it is larger than this. It is left at the first piece beyond, or not begun where it says so itself:
 * whoever sends without end would fill the memory of the machine.
 */
export async function bodyUpTo(request: Request, most: number): Promise<Buffer | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return undefined;
  const body: ReadableStream<Uint8Array> | null = request.body;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > most) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
