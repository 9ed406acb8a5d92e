import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorNames, MailDeferred, MailRefused, SheetDeferred, SheetRefused, StaleRecord } from '../../core/errors.ts';

// The service's own names that a Retry or Catch may hold (Step Functions Developer Guide, "Handling errors").
const ofTheService = ['States.ALL', 'States.Timeout', 'States.TaskFailed', 'States.HeartbeatTimeout'];

describe.each(['convening', 'recording', 'monitoring'])('the errors that %s names', (workflow) => {
  it('are of the service, or on our one list', () => {
    const text = readFileSync(join(import.meta.dirname, `../../workflows/${workflow}.asl.json`), 'utf8');
    const lists = [...text.matchAll(/"ErrorEquals":\s*\[([^\]]*)\]/g)].map(([, list = '']) => list);
    const named = lists.flatMap((list) => [...list.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name));
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => ![...ofTheService, ...errorNames].includes(name))).toEqual([]);
  });
});

describe('the list of our own error names', () => {
  it('holds the name that each error bears', () => {
    const ours = [new MailDeferred(''), new MailRefused(''), new SheetDeferred(''), new SheetRefused('not-found')];
    expect([...ours, new StaleRecord('')].map(({ name }) => name)).toEqual([...errorNames]);
  });
});
