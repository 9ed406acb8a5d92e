import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMail } from '../../adapters/mail/read-mail.ts';
import { replyAddressOf } from '../../core/message/reply-mark.ts';
import { known, type SmallTown } from './small-town.ts';
import { root } from './source-tree.ts';

/** A mail of test/adapters/mail/replies/, as a program sent it, to this address. */
export function rawMail(name: string, to = 'tsudoi@tsudoi.example.jp'): Buffer {
  const raw = readFileSync(join(root, 'test/adapters/mail/replies', `${name}.eml`), 'latin1');
  return Buffer.from(raw.replaceAll('{{reply-to}}', to), 'latin1');
}

/** The reply address in the invitation of an agency to M-1. */
export async function replyAddress(one: SmallTown, agency: string): Promise<string> {
  const { generation } = await one.invitation(agency);
  const { town } = await one.meeting();
  const address = replyAddressOf(
    one.deps.secrets,
    { town, link: { meeting: 'M-1', agency, generation } },
    'tsudoi.example.jp',
  );
  return known(address, 'reply address');
}

/** The mail arrives; headers may be put on top, as a mail service does. */
export async function arrives(one: SmallTown, name: string, to?: string, headers = ''): Promise<void> {
  const mail = await readMail(Buffer.concat([Buffer.from(headers), rawMail(name, to)]));
  await one.does('佐藤', 'inbound', { mail });
}
