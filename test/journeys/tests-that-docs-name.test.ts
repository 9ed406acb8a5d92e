import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** `test/FILE` 「sentence」, as a table of the docs names a test. */
const NAMED = /`(test\/[\w./-]+\.test\.ts)` 「([^」]+)」/gu;

describe.each([
  ['docs/known-traps.md', 23],
  ['docs/dates.md', 10],
])('the tests that %s names', (document, least) => {
  const named = [...readFileSync(document, 'utf8').matchAll(NAMED)].map(([, file = '', sentence = '']) => ({
    file,
    sentence,
  }));

  it('are there, sentence by sentence', () => {
    const missing = named.filter(({ file, sentence }) => !readFileSync(file, 'utf8').includes(sentence));
    expect(missing).toEqual([]);
    expect(named.length).toBeGreaterThanOrEqual(least);
  });
});

describe('the stories that docs/dates.md names', () => {
  it('are shipped', () => {
    const stories = [...readFileSync('docs/dates.md', 'utf8').matchAll(/`([\w-]+\.yaml)`/gu)].map(
      ([, name = '']) => name,
    );
    expect(stories.length).toBeGreaterThan(10);
    expect(stories.filter((name) => !existsSync(`local/demo/scenarios/${name}`))).toEqual([]);
  });
});
