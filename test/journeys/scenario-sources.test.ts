import { describe, expect, it } from 'vitest';
import { textOf, trackedFiles } from '../support/source-tree.ts';

const folder = 'local/demo/scenarios/';
const row = /^\| ((?:WO|TV|LP) §\d+-\d+) +\| (.+?) +\|$/gm;
const table = [...textOf('docs/scenarios.md').matchAll(row)].flatMap(([, situation = '', files = '']) =>
  [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => ({ situation, file })),
);
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
  it('are a table of the manual', () => {
    expect(table.length).toBeGreaterThan(30);
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
