import * as z from 'zod';
import { homeTownOf } from '../../case/home-town.ts';
import type { HomeCase } from '../../case/home-case.ts';
import type { Case } from '../../case/model.ts';
import { caseIdSchema, personIdSchema, townCodeSchema } from '../../ids.ts';
import { refuse } from '../../result.ts';
import { dayOf } from '../../time.ts';
import type { Command, Deps } from '../command.ts';
import { dayField, textField } from '../fields.ts';
import { locateForStaff } from '../locate.ts';
import { save } from '../save.ts';

const input = z.strictObject({
  case: caseIdSchema,
  /** 住所地; as recorded before when left out. */
  town: townCodeSchema.optional(),
  /** What the person answered: whether the town they live in may hear of it. */
  agreed: z.boolean(),
  on: dayField.optional(),
  how: textField.default('口頭'),
});

/** The person is asked before the town they live in hears anything (R15); with a yes, it sees the case and may be invited. */
export const tellHomeTown: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateForStaff(deps, actor, 'case', said.case);
    if (!located.ok) return located;
    const residence = said.town ?? located.value.residence;
    const asked: Case = { ...located.value, ...(residence === undefined ? {} : { residence }) };
    const home = homeTownOf(asked);
    if (home === undefined)
      return refuse({
        code: 'bad-input',
        field: '住所地',
        problem: '担当している町村とは別の、住んでいる町村を選んでください。',
      });
    if ((await deps.store.get('town', deps.prefecture, home)) === undefined)
      return refuse({ code: 'unknown-town', id: home });

    const homeTown = {
      agreed: said.agreed,
      on: said.on ?? dayOf(deps.clock.now()),
      how: said.how,
      by: personIdSchema.parse(actor.id),
    };
    const put = [{ ...asked, homeTown }, ...(said.agreed ? await found(deps, asked, home) : [])];
    return save(deps, actor, { command: 'residence', town: asked.town, id: asked.id, put });
  },
};

/** Where the home town will find it, once. */
async function found(deps: Deps, { town: at, id: caseId }: Case, home: HomeCase['town']): Promise<readonly HomeCase[]> {
  const id = `${at}/${caseId}`;
  const known = await deps.store.get('home-case', home, id);
  return known === undefined ? [{ kind: 'home-case', town: home, id, version: 0, at, case: caseId }] : [];
}
