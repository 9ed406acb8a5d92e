import { pushSchema, pushTurnSchema } from '../../core/push/model.ts';
import type { Versioned } from '../../core/records.ts';

/** シートへの自動書き込み of a town, and whose turn it is. */
export function pushesOf(town: string): readonly Versioned[] {
  return [
    pushSchema.parse({
      ...{
        kind: 'push',
        town,
        id: '393011',
        version: 0,
        spreadsheet: 's'.repeat(44),
        on: true,
        by: '中村',
      },
      ...{ news: '2026-06-01T03:00:00.000Z', places: { ケース: { ケース番号: 2, 今の状態: 12 } }, attempts: 1 },
      stopped: { why: 'not-shared', at: '2026-06-01T03:00:00.000Z' },
    }),
    pushTurnSchema.parse({ kind: 'push-turn', town, id: 'push', version: 0, until: '2026-06-01T03:00:00.000Z' }),
  ];
}
