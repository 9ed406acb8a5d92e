import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from '../../core/message/model.ts';
import type { Mailer } from '../../core/ports.ts';

type Composer = (message: Message, text: string, from: string, replyTo?: string) => Promise<Uint8Array>;

/**
 * Sends nothing: each mail becomes a file that any mail program opens. Sent twice, it is still one file with the same bytes.
 * The files hold live links and codes, so only their owner may read them.
 * @param folder `<data>/outbox`
 * @param compose makes the MIME bytes; see adapters/mail
 */
export function outboxMailer(folder: string, from: string, compose: Composer): Mailer {
  return {
    async send(message, text, replyTo) {
      const name = fileNameOf(message);
      const raw = await compose(message, text, from, replyTo);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeWhole(join(folder, name), raw);
      return { providerId: name };
    },
    async forget(message) {
      await rm(join(folder, fileNameOf(message)), { force: true });
    },
  };
}

const MOST_READABLE = 80;

/** In order of composing, readable where the id is ASCII, and told apart by a digest where it is not. */
function fileNameOf({ town, id, createdAt }: Message): string {
  const when = createdAt.replaceAll(/[^0-9TZ]/g, '');
  const readable = id.replaceAll(/[^A-Za-z0-9-]+/g, '_').slice(0, MOST_READABLE);
  const digest = createHash('sha256').update(`${town}/${id}`).digest('hex').slice(0, 12);
  return `${when}-${town}-${readable}-${digest}.eml`;
}

/** All of it or nothing: a reader, or a restart after a crash, never meets half a mail. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.part`;
  const file = await open(part, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
}
