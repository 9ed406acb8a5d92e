import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { mayEditTown } from '../../access/rules.ts';
import { hiddenIn } from '../../access/sight.ts';
import { caseIdSchema, disposalIdSchema, personIdSchema, type TownCode, townCodeSchema } from '../../ids.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Disposal, DisposalItem, KeptKind } from '../../retention/model.ts';
import { endedOn, isOpen, type NotDisposable, whyKept } from '../../retention/rules.ts';
import { settingsOf } from '../../settings/rules.ts';
import type { Command, Deps } from '../command.ts';
import { save } from '../save.ts';

// One record of the list, and some minutes of two people's attention.
const MOST = 200;
const numbers = z
  .array(caseIdSchema)
  .max(MOST, `一度に${String(MOST)}件までにしてください。`)
  .default([]);

const input = z.strictObject({
  disposal: disposalIdSchema,
  town: townCodeSchema.optional(),
  cases: numbers,
  /** 相談 that never became a case. */
  consultations: numbers,
});

/** 廃棄予定: what may be disposed of, listed by one person for another to confirm. Nothing is erased by it. */
export const proposeDisposal: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const place = await placeOf(deps, actor, said.town);
    if (!place.ok) return place;
    const town = place.value;
    if ((await deps.store.get('disposal', town, said.disposal)) !== undefined)
      return refuse({ code: 'already-exists', id: said.disposal });
    const wanted = [...named('case', said.cases), ...named('consultation', said.consultations)];
    if (wanted.length === 0)
      return refuse({
        code: 'bad-input',
        field: '廃棄予定',
        problem: '廃棄するケースか相談を一つ以上選んでください。',
      });
    const hidden = await hiddenIn(deps, actor, town);
    if (wanted.some(({ id }) => hidden.has(id))) return refuse({ code: 'forbidden' });
    const items = await itemsOf(deps, town, wanted);
    if (!items.ok) return items;

    const by = personIdSchema.parse(actor.id);
    const common = { kind: 'disposal', town, id: said.disposal, version: 0 } as const;
    const disposal: Disposal = { ...common, by, at: deps.clock.now(), items: items.value };
    return save(deps, actor, { command: 'propose-disposal', town, id: disposal.id, put: [disposal] });
  },
};

/** The town whose papers they are: one's own, or the one an officer names. */
async function placeOf(deps: Deps, actor: Actor, named: TownCode | undefined): Promise<Result<TownCode, Refused>> {
  const code = named ?? (actor.kind === 'staff' ? actor.serves : undefined);
  if (code === undefined) return refuse({ code: 'bad-input', field: '町村', problem: '町村を選んでください。' });
  const town = await deps.store.get('town', deps.prefecture, code);
  if (town === undefined) return refuse({ code: 'unknown-town', id: code });
  return mayEditTown(actor, town) ? ok(code) : refuse({ code: 'forbidden' });
}

type Wanted = Pick<DisposalItem, 'of' | 'id'>;

function named(of: KeptKind, ids: readonly Wanted['id'][]): readonly Wanted[] {
  return [...new Set(ids)].map((id) => ({ of, id }));
}

async function itemsOf(
  deps: Deps,
  town: TownCode,
  wanted: readonly Wanted[],
): Promise<Result<DisposalItem[], Refused<'not-disposable'>>> {
  const { retentionFiscalYears } = await settingsOf(deps, town);
  const open = (await deps.store.list('disposal', town)).filter(isOpen).flatMap(({ items }) => items);
  const found = await Promise.all(
    wanted.map(async (one) => {
      const record = await deps.store.get(one.of, town, one.id);
      const listed = open.some(({ of, id }) => of === one.of && id === one.id);
      const why = listed ? 'proposed' : whyKept(record, retentionFiscalYears, deps.clock.now());
      const ended = record === undefined ? undefined : endedOn(record);
      return { ...one, version: record?.version ?? 0, endedOn: ended, why };
    }),
  );
  const items = found.flatMap(({ why, endedOn: day, ...one }) =>
    why === undefined && day !== undefined ? [{ ...one, endedOn: day }] : [],
  );
  return items.length === found.length ? ok(items) : refuse(notDisposable(found));
}

export function notDisposable(
  found: readonly { readonly id: string; readonly why: NotDisposable | undefined }[],
): Refused<'not-disposable'> {
  const items = found.flatMap(({ id, why }) => (why === undefined ? [] : [{ id, why }]));
  return { code: 'not-disposable', items };
}
