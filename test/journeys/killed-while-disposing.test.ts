import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Verb } from '../../core/commands/menu.ts';
import { addSeconds } from '../../core/time.ts';
import { demoScenario } from '../../local/demo/play-demo.ts';
import { childWorld } from '../../local/scenario/child-world.ts';
import { at } from '../support/moments.ts';

const { clock, given } = demoScenario();
const call = { class: '相談支援', purpose: '試験の目的' };
const closed: readonly (readonly [string, Verb, unknown])[] = [
  [
    '木村',
    'case',
    { id: 'C-9', issues: [1], summary: '試験の概要', members: [{ id: 'A', name: '試験廃子', covered: true }] },
  ],
  ['木村', 'request', { meeting: 'M-9', cases: ['C-9'], framework: 'needy-support', ground: 1 }],
  [
    '佐藤',
    'convene',
    { meeting: 'M-9', date: '2026-06-15T14:00', place: '役場', outlook: '1回', invite: { 社協: call } },
  ],
  ['木村', 'close', { case: 'C-9', outcome: '終結', reason: '試験の理由' }],
];

/** Every byte of the folder: the database, its log, and the copies of mails. */
function bytesIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files.map((one) => readFileSync(join(one.parentPath, one.name), 'utf8')).join('\n');
}

describe('a machine that is killed in the midst of disposing', () => {
  it.each([0, 15, 60])('erases all of the case in the end, in every file (after %i ms)', async (milliseconds) => {
    const folder = mkdtempSync(join(tmpdir(), 'tsudoi-disposing-'));
    const world = await childWorld({ clock, given, folder });
    for (const deed of closed) expect((await world.act(...deed)).ok).toBe(true);
    await world.moveTo(at('2032-04-01T09:00'));
    expect(bytesIn(folder)).toContain('試験廃子');
    expect(readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.eml'))).toBe(true);

    await world.act('木村', 'propose-disposal', { disposal: 'D-1', cases: ['C-9'] });
    const confirm = () => world.act('中村', 'confirm-disposal', { disposal: 'D-1' });
    const lost = confirm().catch(() => undefined);
    await after(milliseconds);
    await world.kill();
    await lost;
    await confirm();
    await world.moveTo(addSeconds(at('2032-04-01T09:00'), 6 * 60));

    const left = bytesIn(folder);
    for (const word of ['試験廃子', '試験の概要', '試験の目的', '試験の理由']) expect(left).not.toContain(word);
    expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.eml'))).toEqual([]);
    await world.close();
    rmSync(folder, { recursive: true });
  });
});
