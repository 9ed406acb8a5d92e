import { describe, expect, it } from 'vitest';
import { ownWords } from '../../core/received/own-words.ts';

describe('what was written above the mail that is answered', () => {
  it.each([
    '2026年6月1日(月) 9:00 若草福祉事務所 <a@example.jp>:',
    '2026/06/01 9:00、試験 <a@example.jp>のメール:',
    '2026-06-01 9:00 <a@example.jp>',
  ])('ends at %j', (line) => {
    expect(ownWords(`出席します\n${line}\n> 欠席`)).toBe('出席します');
  });

  // Each of them taken for the sign of an address, and looked from for its end, the line would be read for an hour.
  it.each(['@', 'a@', '<', '<a@', '<@'])('is found at once in a line that is all %j', (sign) => {
    const line = `2026/6/1 <${sign.repeat(1_000_000)}`;
    expect(ownWords(`出席します\n${line}`)).toBe(`出席します\n${line}`);
  });
});
