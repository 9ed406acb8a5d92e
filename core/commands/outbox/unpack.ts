import { StaleRecord } from '../../errors.ts';
import type { TownCode } from '../../ids.ts';
import type { Parcelled } from '../../parcel/model.ts';
import { unpacked } from '../../parcel/rules.ts';
import type { Store } from '../../ports.ts';

/**
 * Saves what a commit was too big for, and forgets the parcel with it: twice, it is done once.
 * @throws StaleRecord when somebody saved one of them meanwhile; the entry is delivered again.
 */
export async function unpack({ store }: { readonly store: Store }, town: TownCode, id: string): Promise<void> {
  const parcel = await store.get('parcel', town, id);
  if (parcel === undefined) return;
  const put: Parcelled[] = [];
  for (const record of parcel.records) {
    const next = unpacked(record, await store.get(record.kind, record.town, record.id));
    if (next !== undefined) put.push(next);
  }
  const saved = await store.commit({ put, forget: [parcel], outbox: parcel.outbox });
  if (!saved.ok) throw new StaleRecord(id);
}
