import type { TownCode } from '../../core/ids.ts';
import type { Versioned } from '../../core/records.ts';
import { seriesSchema } from '../../core/series/model.ts';
import { disposalSchema, disposedSchema, retentionSchema } from '../../core/retention/model.ts';

/** One of each record about keeping and disposing of papers. */
export function papersOf(town: TownCode, noon: string): readonly Versioned[] {
  return [
    disposalSchema.parse({
      ...{ kind: 'disposal', town, id: 'D-1', version: 0, by: '木村', at: noon },
      items: [{ of: 'case', id: 'C-1', version: 3, endedOn: '2026-09-30' }],
      confirmed: { by: '西田', at: noon },
    }),
    disposedSchema.parse({
      ...{ kind: 'disposed', town, id: 'case/C-0', version: 0, endedOn: '2026-09-30', at: noon },
      ...{ disposal: 'D-1', by: '木村', confirmedBy: '西田' },
      left: { meetings: ['M-1'], consultations: [], roles: [] },
    }),
    seriesSchema.parse({
      ...{ kind: 'series', town, id: '支援会議', version: 0, order: { by: '佐藤', at: noon }, ahead: 3, lead: 14 },
      sittings: [
        {
          ...{ day: '2026-07-14', startsAt: noon, state: 'called', meeting: { town, id: '定例-2026-07-14' } },
          items: [{ town, case: 'C-1', by: '佐藤', at: noon, ground: 1 }],
          leftOut: [{ town, case: 'C-2', because: 'ground-missing' }],
        },
      ],
    }),
    retentionSchema.parse({ kind: 'retention', town, id: 'retention', version: 0, next: noon }),
  ];
}
