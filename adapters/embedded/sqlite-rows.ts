import * as z from 'zod';
import { type AuditEntry, auditEntrySchema } from '../../core/access/audit.ts';
import type { AuditLine, PendingEntry } from '../../core/ports.ts';
import { type Kind, type RecordOf, recordSchemas } from '../../core/records.ts';
import { outboxEntrySchema } from '../../core/workflow/model.ts';

const bodyRow = z.object({ body: z.string() });
const entryRow = z.object({ seq: z.number().int(), body: z.string() });

// As a mapped type, so that the compiler sees which record belongs to which kind.
const schemas: { readonly [K in Kind]: z.ZodType<RecordOf<K>> } = recordSchemas;

/** Parses a stored row, so that nothing half-known leaves the store. */
export function recordOf<K extends Kind>(kind: K, row: unknown): RecordOf<K> {
  return schemas[kind].parse(JSON.parse(bodyRow.parse(row).body));
}

export function entryOf(row: unknown): PendingEntry {
  const { seq, body } = entryRow.parse(row);
  // Padded, so that the text sorts as the number does.
  const id = String(seq).padStart(15, '0');
  return { ...outboxEntrySchema.parse(JSON.parse(body)), id, seq: id };
}

export function auditEntryOf(row: unknown): AuditEntry {
  return auditEntrySchema.parse(JSON.parse(bodyRow.parse(row).body));
}

const lineRow = z.object({ seq: z.number().int(), at: z.string(), body: z.string() });

/** `2026-06-01T03:00:00.000Z#17`: when, and the how many-eth line of all. */
export function auditLineOf(row: unknown): AuditLine {
  const { seq, at } = lineRow.parse(row);
  return { key: `${at}#${String(seq)}`, entry: auditEntryOf(row) };
}

/** A key that was made up finds what its beginning says, or nothing. */
export function placeOf(key: string): { readonly at: string; readonly seq: number } {
  const [at = '', seq = ''] = key.split('#');
  return { at, seq: /^\d{1,15}$/.test(seq) ? Number(seq) : 0 };
}
