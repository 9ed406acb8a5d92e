import {
  type DynamoDBClient,
  type Put,
  PutItemCommand,
  type TransactWriteItem,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { MOST_WRITES } from '../../core/parcel/rules.ts';
import type { Change } from '../../core/ports.ts';
import type { Versioned } from '../../core/records.ts';
import { ok, refuse, type Result } from '../../core/result.ts';
import { itemOfAudit, itemOfEntry, itemOfRecord, itemOfStatus } from './dynamo-items.ts';
import { idsOfOneCommit } from './entry-ids.ts';
import { keyOf } from './keys.ts';

/** Somebody else saved first, or is saving at this very moment. Read again and decide again. */
const STALE = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

/** Saves a whole change in one transaction, or nothing of it. */
export async function commitTo(
  client: DynamoDBClient,
  table: string,
  change: Change,
): Promise<Result<void, { readonly code: 'stale' }>> {
  const writes = writesOf(table, change);
  if (writes.length === 0) return ok(undefined);
  if (writes.length > MOST_WRITES) {
    throw new Error(`${String(writes.length)} writes in one commit; at most ${String(MOST_WRITES)}`);
  }

  const line = loneLine(change, writes);
  if (line !== undefined) {
    await client.send(new PutItemCommand(line));
    return ok(undefined);
  }
  try {
    // The SDK gives each command its idempotency token, so its own retry of a lost answer is not mistaken for a second saver.
    await client.send(new TransactWriteItemsCommand({ TransactItems: writes }));
    return ok(undefined);
  } catch (error) {
    if (isStale(error)) return refuse({ code: 'stale' });
    throw error;
  }
}

/** A single line of the audit log, for a page that was read: half the price of a transaction, and nothing to be stale about. */
function loneLine(change: Change, writes: readonly TransactWriteItem[]): Put | undefined {
  return change.put.length === 0 && writes.length === 1 ? writes[0]?.Put : undefined;
}

function writesOf(table: string, change: Change): TransactWriteItem[] {
  const { put, forget = [], unmirror = [], mirror = [], outbox = [], audit = [], endLines = [] } = change;
  const nextId = idsOfOneCommit();
  const plain = (Item: ReturnType<typeof itemOfStatus>) => ({ Put: { TableName: table, Item } });

  return [
    ...put.map((record) => versioned(table, record)),
    ...forget.map((record) => removed(table, record)),
    ...unmirror.map(({ town, id }) => ({ Delete: { TableName: table, Key: keyOf(town, 'status', id) } })),
    ...mirror.map((status) => plain(itemOfStatus(status))),
    ...outbox.map((entry) => plain(itemOfEntry(entry, nextId()))),
    ...audit.map((entry) => plain(itemOfAudit(entry, nextId()))),
    ...endLines.map(({ key, entry }) => ({ Delete: { TableName: table, Key: keyOf(entry.town, 'audit', key) } })),
  ];
}

function versioned(table: string, record: Versioned): TransactWriteItem {
  const Item = itemOfRecord(record);
  if (record.version === 0) return { Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
  return {
    Put: {
      TableName: table,
      Item,
      ConditionExpression: 'version = :read',
      ExpressionAttributeValues: { ':read': { N: String(record.version) } },
    },
  };
}

function removed(TableName: string, { town, kind, id, version }: Versioned): TransactWriteItem {
  return {
    Delete: {
      TableName,
      Key: keyOf(town, kind, id),
      ConditionExpression: 'version = :read',
      ExpressionAttributeValues: { ':read': { N: String(version) } },
    },
  };
}

function isStale(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) return false;
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None').filter((code) => code !== 'None');
  return codes.length > 0 && codes.every((code) => STALE.has(code));
}
