import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Store } from '../../core/ports.ts';
import { instantSchema } from '../../core/time.ts';
import { effectTypes } from '../../core/workflow/model.ts';
import { commitTo } from './dynamo-commit.ts';
import { auditEntryOf, entryOf, recordOf } from './dynamo-items.ts';
import { type Item, queryAll, queryFirst } from './dynamo-query.ts';
import { dueBy, indexes, keyOf, momentOf, partitionOf, PREFECTURE, QUEUE } from './keys.ts';

const sortKeyOf = (item: Item) => z.object({ sk: z.object({ S: z.string() }) }).parse(item).sk.S;
const dueItem = z.object({ due: z.object({ S: z.string() }) });

/**
 * One table for everything. Base-table reads are consistent; the three indexes follow a moment later, which all that read them can bear:
 * a link is used after its mail arrived, the prefecture looks at days, and an entry the sweep misses is found by the next.
 */
export function dynamoStore(client: DynamoDBClient, tableName: string): Store {
  const byDue = (comparison: '<=' | '>', moment: QueryValue): QueryCommandInput => ({
    TableName: tableName,
    IndexName: indexes.entriesByTime.name,
    KeyConditionExpression: `queue = :queue AND due ${comparison} :moment`,
    ExpressionAttributeValues: { ':queue': QUEUE, ':moment': moment },
  });

  return {
    async get(kind, town, id) {
      const key = keyOf(town, kind, id);
      const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key: key, ConsistentRead: true }));
      return Item === undefined ? undefined : recordOf(kind, Item);
    },
    async list(kind, town, under = '') {
      const items = await queryAll(client, inPartition(tableName, partitionOf(town, kind), under));
      return items.map((item) => recordOf(kind, item));
    },
    async commit(change) {
      return commitTo(client, tableName, change);
    },
    async link(fingerprint) {
      const [item] = await queryAll(client, {
        TableName: tableName,
        IndexName: indexes.linksByFingerprint.name,
        KeyConditionExpression: 'fingerprint = :fingerprint',
        ExpressionAttributeValues: { ':fingerprint': { S: fingerprint } },
      });
      return item === undefined ? undefined : recordOf('link', item);
    },
    async statuses() {
      const items = await queryAll(client, {
        TableName: tableName,
        IndexName: indexes.statusesOfAllTowns.name,
        KeyConditionExpression: 'shownTo = :reader',
        ExpressionAttributeValues: { ':reader': PREFECTURE },
      });
      return items.map((item) => recordOf('status', item));
    },
    async dueEntries(now, limit, types = effectTypes) {
      const isAsked = (item: Item) => types.includes(entryOf(item).effect.type);
      return (await queryFirst(client, byDue('<=', dueBy(now)), { limit, keeps: isAsked })).map(entryOf);
    },
    async nextEntryAt(now) {
      const [item] = await queryFirst(client, byDue('>', dueBy(now)), { limit: 1 });
      return item === undefined ? undefined : instantSchema.parse(momentOf(dueItem.parse(item).due.S));
    },
    async settle({ town, id }) {
      await client.send(new DeleteItemCommand({ TableName: tableName, Key: keyOf(town, 'outbox', id) }));
    },
    async audit(town, within) {
      const partition = partitionOf(town, 'audit');
      const query = within === undefined ? inPartition(tableName, partition, '') : inSpan(tableName, partition, within);
      return (await queryAll(client, query)).map(auditEntryOf);
    },
    async auditPart(town, { within: { from, until }, limit, before = until }) {
      const upTo = before < until ? before : until;
      if (upTo < from) return [];
      const query = {
        ...inSpan(tableName, partitionOf(town, 'audit'), { from, until: upTo }),
        ScanIndexForward: false,
      };
      // BETWEEN takes its end as well, and that line was seen already.
      const keeps = (item: Item) => sortKeyOf(item) < upTo;
      const items = await queryFirst(client, query, { limit, keeps });
      return items.map((item) => ({ key: sortKeyOf(item), entry: auditEntryOf(item) }));
    },
  };
}

/** A sort key that begins with a moment lies between two moments; `until` itself sorts before every key of its own moment. */
function inSpan(
  table: string,
  partition: QueryValue,
  { from, until }: { readonly from: string; readonly until: string },
): QueryCommandInput {
  return {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :until',
    ExpressionAttributeValues: { ':pk': partition, ':from': { S: from }, ':until': { S: until } },
  };
}

type QueryValue = { readonly S: string };

function inPartition(table: string, partition: QueryValue, under: string): QueryCommandInput {
  // DynamoDB refuses an empty string as a prefix of a key.
  const prefix = under === '' ? '' : ' AND begins_with(sk, :under)';
  return {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: `pk = :pk${prefix}`,
    ExpressionAttributeValues: { ':pk': partition, ...(under === '' ? {} : { ':under': { S: under } }) },
  };
}
