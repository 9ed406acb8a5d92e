import { aConvenedTown } from './small-meeting.ts';
import { type SmallTown, town } from './small-town.ts';

/** 包括 was invited an hour ago. */
export async function invited(): Promise<SmallTown> {
  const one = await aConvenedTown(['包括']);
  await one.until('2026-06-02T10:00');
  return one;
}

/** The answer it gave last. */
export async function counted(one: SmallTown) {
  return (await one.invitation('包括')).replies.at(-1);
}

/** The mails that were kept. */
export async function received(one: SmallTown) {
  return one.store.list('received', town, 'M-1/');
}

/** What tasks quote of them. */
export async function said(one: SmallTown) {
  return (await one.store.list('task', town)).map((task) => task.said);
}

export const confirm = ['confirm-reply 包括 → 佐藤'];
