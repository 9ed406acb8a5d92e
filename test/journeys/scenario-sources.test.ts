import { describe, expect, it } from 'vitest';
import { textOf, trackedFiles } from '../support/source-tree.ts';

const folder = 'local/demo/scenarios/';
const row = /^\| ((?:WO|TV|LP) §\d+-\d+) +\| ([^|]+?) +\| ([^|]+?) +\|$/gm;
const lines = [...textOf('docs/scenarios.md').matchAll(row)];
const table = lines.flatMap(([, situation = '', files = '']) =>
  [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => ({ situation, file })),
);
/** Every situation of the three lists, but the two that are tests: TV §10-6 and LP §7-10. */
const situations = [
  ...[1, 2, 3, 4, 6, 8, 9, 11, 14, 15, 17].map((number) => `WO §10-${String(number)}`),
  ...[1, 2, 3, 5, 7, 10, 12, 13, 14, 17, 19, 20, 21, 22, 24, 25].map((number) => `TV §10-${String(number)}`),
  ...[1, 2, 4, 5, 6, 7, 9, 12, 13, 14, 15, 18].map((number) => `LP §7-${String(number)}`),
];
/** 「WO §10-1・§10-6」, 「LP §7-1, 2」: every situation a comment names. */
function namedIn(file: string): readonly string[] {
  const comments = textOf(file).match(/^ *#.*$/gm) ?? [];
  return comments.flatMap((line) =>
    [...line.matchAll(/(WO|TV|LP) ((?:[・, ]*§?\d+-\d+)+)/g)].flatMap(([, source = '', list = '']) =>
      [...list.matchAll(/\d+-\d+/g)].map(([number]) => `${source} §${number}`),
    ),
  );
}

describe('the situations of the sources', () => {
  it('are a table of the manual, one line each, with what is looked at', () => {
    expect(lines.map(([, situation]) => situation)).toEqual(situations);
  });

  it.each(table)('$situation is played by $file, which says so', ({ situation, file }) => {
    expect(namedIn(folder + file)).toContain(situation);
  });

  it('that a file names are all in the table', () => {
    const files = trackedFiles().filter((file) => file.startsWith(folder));
    const named = files.flatMap((file) =>
      namedIn(file).map((situation) => ({ situation, file: file.slice(folder.length) })),
    );
    expect(table).toEqual(expect.arrayContaining(named));
  });
});
