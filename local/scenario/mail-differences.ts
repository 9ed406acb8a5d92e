import { readInstant } from '../../core/time.ts';
import type { Difference } from './difference.ts';
import type { Expectation } from './expectation.ts';
import type { Mail } from './facts.ts';
import { inJapan } from './moments.ts';

type Wanted = NonNullable<Expectation['mail']>[number];

/** The list is exact: no mail more, none less, none in another place. */
export function mailDifferences(expected: readonly Wanted[], received: readonly Mail[]): readonly Difference[] {
  const inOrder = expected.length === received.length && expected.every((mail, at) => isAddressed(mail, received[at]));
  if (!inOrder)
    return [{ path: ['mail'], expected: listOf(expected.map(wantedLine)), received: listOf(received.map(mailLine)) }];
  return expected.flatMap((mail, at) => contentDifferences(mail, received[at], ['mail', at]));
}

function isAddressed(wanted: Wanted, mail: Mail | undefined): boolean {
  if (mail?.to !== wanted.to || mail.kind !== wanted.kind) return false;
  return wanted.on === undefined || readInstant(wanted.on) === mail.at;
}

function contentDifferences(
  wanted: Wanted,
  mail: Mail | undefined,
  path: readonly (string | number)[],
): readonly Difference[] {
  const text = `${mail?.subject ?? ''}\n${mail?.text ?? ''}`;
  const missing = (wanted.contains ?? []).filter((each) => !text.includes(each));
  const leaked = (wanted.excludes ?? []).filter((each) => text.includes(each));
  return [
    ...missing.map((each) => ({ path: [...path, 'contains'], expected: `「${each}」がある`, received: text })),
    ...leaked.map((each) => ({ path: [...path, 'excludes'], expected: `「${each}」がない`, received: text })),
  ];
}

function wantedLine({ to, kind, on }: Wanted): string {
  return `${to} ${kind}${on === undefined ? '' : ` ${on}`}`;
}

function mailLine({ to, kind, at }: Mail): string {
  return `${to} ${kind} ${inJapan(at)}`;
}

function listOf(lines: readonly string[]): string {
  return lines.length === 0 ? '（なし）' : lines.join('、');
}
