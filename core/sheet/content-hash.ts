/**
 * Tells whether a row was edited since it was sent, in 16 characters beside it. Two lanes of 32 bits: an edit goes unnoticed once in some
 * 10^19. Not a secret, and not for one. The letter in front keeps a spreadsheet from reading digits as a number.
 */
export function contentHash(text: string): string {
  return `h${lane(text, 0x811c9dc5, 0x01000193)}${lane(text, 0x9747b28c, 0x5bd1e995)}`;
}

function lane(text: string, start: number, factor: number): string {
  let state = start;
  for (let at = 0; at < text.length; at += 1) {
    state = Math.imul(state ^ text.charCodeAt(at), factor);
    state ^= state >>> 15;
  }
  return (state >>> 0).toString(16).padStart(8, '0');
}
