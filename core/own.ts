/** What a table holds under a word somebody typed: never what every object has (`constructor`, `toString`, `__proto__`). */
export function ownIn<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
