import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { menu, type Verb } from '../../core/commands/menu.ts';
import { wordForField } from '../../core/names-of-fields.ts';
import { messageOf } from '../../core/refusal-words.ts';

/** Words in Latin letters that people of a Japanese office read every day, and examples of numbers and addresses. */
const everyday = /FAX|URL|ID|https:\/\/|[a-z.]*@?example\.jp|M-12|C-3/g;
const identifiersIn = (words: string) => words.replaceAll(everyday, '').match(/[A-Za-z]{2,}/g) ?? [];

/** Said by nobody: of the wrong kind, empty, too long or broken, in no Latin letters. */
const nonsense: readonly unknown[] = [
  null,
  '',
  '＊',
  -1,
  0.5,
  [],
  ['＊'],
  [null],
  {},
  { 病院: null },
  { 病院: '＊' },
  { 病院: {} },
  [{}],
  true,
];

/** Every field of a verb, and of what lies within it, as a path. */
function pathsOf(verb: Verb): readonly (readonly string[])[] {
  const schema = z.toJSONSchema(menu[verb].input, { io: 'input', unrepresentable: 'any' });
  const found: string[][] = [[]];
  collect(schema, [], found);
  return found;
}

function collect(schema: unknown, path: readonly string[], found: string[][]): void {
  if (schema === undefined) return;
  const { properties, anyOf, items, additionalProperties } = shape.parse(schema);
  for (const [name, inner] of Object.entries(properties)) {
    found.push([...path, name]);
    collect(inner, [...path, name], found);
  }
  for (const one of anyOf) collect(one, path, found);
  collect(items, [...path, '0'], found);
  collect(additionalProperties, [...path, '病院'], found);
}

/** As much of a JSON Schema as is looked at; what is none of these lies at the end of a path. */
const shape = z
  .object({
    properties: z.record(z.string(), z.unknown()).default({}),
    anyOf: z.array(z.unknown()).default([]),
    items: z.unknown(),
    additionalProperties: z.unknown(),
  })
  .catch({ properties: {}, anyOf: [], items: undefined, additionalProperties: undefined });

/** Something with this value at the end of the path, and nothing else. */
function said([first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value;
  return first === '0' ? [said(rest, value)] : { [first]: said(rest, value) };
}

describe('what cannot be read is told', () => {
  it.each(Object.keys(menu).filter((verb): verb is Verb => Object.hasOwn(menu, verb)))(
    'without the name of a field of the machine: %s',
    (verb) => {
      const told = new Map<string, string>();
      for (const path of pathsOf(verb))
        for (const value of nonsense) {
          const read = menu[verb].prepare(said(path, value));
          if (read.ok) continue;
          const words = messageOf(read.error);
          for (const identifier of identifiersIn(words)) told.set(identifier, words);
          expect(words).toMatch(/[ぁ-んァ-ヶ一-龠]/u);
        }
      expect([...told]).toEqual([]);
    },
  );

  it('by a word of the screens for every field of every verb', () => {
    const verbs = Object.keys(menu).filter((verb): verb is Verb => Object.hasOwn(menu, verb));
    const names = new Set(
      verbs.flatMap(pathsOf).flatMap((path) => path.filter((part) => part !== '0' && part !== '病院')),
    );
    expect([...names].filter((name) => identifiersIn(wordForField(name)).length > 0)).toEqual([]);
  });
});
