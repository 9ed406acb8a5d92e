/**
 * A uuid without a digit: one in some three thousand ends in twelve of them that pass for a My Number, and its row would be refused for ever.
 */
export function lettersOnly(uuid: string): string {
  return uuid.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}
