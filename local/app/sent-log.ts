import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { townCodeSchema } from '../../core/ids.ts';
import type { Message } from '../../core/message/model.ts';
import type { Mailer, Store } from '../../core/ports.ts';

const rowSchema = z.object({ town: townCodeSchema, message: z.string() });

/** Notes the order in which mails were sent, which instants alone do not tell while the clock stands still. */
export function openSentLog(database: DatabaseSync) {
  database.exec(
    'CREATE TABLE IF NOT EXISTS sent (seq INTEGER PRIMARY KEY, town TEXT NOT NULL, message TEXT NOT NULL, UNIQUE (town, message)) STRICT',
  );
  const insert = database.prepare('INSERT OR IGNORE INTO sent (town, message) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM sent WHERE town = ? AND message = ?');
  const select = database.prepare('SELECT town, message FROM sent ORDER BY seq');

  return {
    noting(mailer: Mailer): Mailer {
      return {
        async send(message, text, replyTo) {
          const sent = await mailer.send(message, text, replyTo);
          insert.run(message.town, message.id);
          return sent;
        },
        async forget(message) {
          await mailer.forget?.(message);
          remove.run(message.town, message.id);
        },
      };
    },
    /** Every mail that went out, in order. */
    async messages(store: Store): Promise<readonly Message[]> {
      const rows = select.all().map((row) => rowSchema.parse(row));
      const found = await Promise.all(rows.map(({ town, message }) => store.get('message', town, message)));
      return found.filter((message) => message !== undefined);
    },
  };
}
