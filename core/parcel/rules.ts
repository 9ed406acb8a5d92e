import type { TownCode } from '../ids.ts';
import type { Change } from '../ports.ts';
import type { Versioned } from '../records.ts';
import type { Instant } from '../time.ts';
import type { OutboxEntry } from '../workflow/model.ts';
import { type Parcel, type Parcelled, parcelledKinds } from './model.ts';

/** What one transaction holds (DynamoDB; the store on one machine keeps to it too). */
export const MOST_WRITES = 100;

// Each may post a mail of its own, and the parcel goes with the commit that unpacks it: 2 × 40 + 1 stays below 100.
const PARCEL_SIZE = 40;

type About = { readonly town: TownCode; readonly subject: string; readonly at: Instant };

/**
 * A change that one transaction can hold: what is too much goes into parcels, which are saved with it and unpacked right after. So the
 * decision is made or not made, and nothing that follows from it is lost. The change itself when it is small enough.
 */
export function inOneTransaction(change: Change, about: About): Change {
  if (writesIn(change) <= MOST_WRITES) return change;
  const records = change.put.filter(isParcelled);
  const mails = new Set(records.map(({ id }) => id));
  const entries = change.outbox ?? [];
  const posted = entries.filter(({ effect }) => effect.type === 'mail' && mails.has(effect.message));
  const parcels = parcelsOf(urgentFirst(records), posted, about);
  return {
    ...change,
    put: [...change.put.filter((one) => !isParcelled(one)), ...parcels],
    outbox: [...entries.filter((entry) => !posted.includes(entry)), ...parcels.map((one) => unpacking(one, about))],
  };
}

export function writesIn(change: Change): number {
  const { put, forget = [], unmirror = [], mirror = [], outbox = [], audit = [], endLines = [] } = change;
  return [put, forget, unmirror, mirror, outbox, audit, endLines].reduce((all, { length }) => all + length, 0);
}

function isParcelled(record: Versioned): record is Parcelled {
  return parcelledKinds.some((kind) => kind === record.kind);
}

/** Mails that must not leave any more are stopped before others are made, and a link opens before the mail that bears it leaves. */
function urgentFirst(records: readonly Parcelled[]): readonly Parcelled[] {
  return records.toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf(record: Parcelled): number {
  if (record.kind === 'message') return record.state === 'dropped' ? 0 : 2;
  return record.kind === 'link' ? 1 : 3;
}

function parcelsOf(records: readonly Parcelled[], posted: readonly OutboxEntry[], about: About): readonly Parcel[] {
  const count = Math.ceil(records.length / PARCEL_SIZE);
  return Array.from({ length: count }, (_, index) => {
    const own = records.slice(index * PARCEL_SIZE, (index + 1) * PARCEL_SIZE);
    const ids = new Set(own.map(({ id }) => id));
    const outbox = posted.filter(({ effect }) => effect.type === 'mail' && ids.has(effect.message));
    const id = `${about.subject}/${about.at}/${String(index)}`;
    return { kind: 'parcel', town: about.town, id, version: 0, records: own, outbox };
  });
}

function unpacking({ town, id }: Parcel, { subject, at }: About): OutboxEntry {
  return { town, subject, notBefore: at, effect: { type: 'unpack', parcel: id } };
}

/**
 * A record of a parcel as it is to be saved, now that others may have saved it since; undefined when nothing is left to do: it exists
 * already, the task was done otherwise, or the mail has gone.
 */
export function unpacked(packed: Parcelled, stored: Parcelled | undefined): Parcelled | undefined {
  if (packed.version === (stored?.version ?? 0)) return packed;
  if (stored === undefined || packed.version === 0) return undefined;
  return merged(packed, stored);
}

function merged(packed: Parcelled, stored: Parcelled): Parcelled | undefined {
  switch (packed.kind) {
    case 'task':
      return stored.kind === 'task' && stored.done === undefined ? { ...packed, version: stored.version } : undefined;
    case 'message':
      return stored.kind === 'message' && stored.state === 'created' ? { ...stored, state: packed.state } : undefined;
    case 'link':
      return stored.kind === 'link' && packed.expiresAt > stored.expiresAt
        ? { ...packed, version: stored.version }
        : undefined;
  }
}
