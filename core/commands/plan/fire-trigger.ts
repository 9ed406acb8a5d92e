import * as z from 'zod';
import { caseIdSchema } from '../../ids.ts';
import { triggerLetters } from '../../message/trigger-letters.ts';
import { refuse } from '../../result.ts';
import type { Command } from '../command.ts';
import { textField } from '../fields.ts';
import { locateForStaff } from '../locate.ts';
import { save } from '../save.ts';

const input = z.strictObject({ case: caseIdSchema, trigger: textField });

/** 発動条件 came true: the agreed agencies hear the same day, at any hour, and the case does not start again (BRIEF §2.11). */
export const fireTrigger: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    if (actor.kind !== 'staff') return refuse({ code: 'forbidden' });
    const located = await locateForStaff(deps, actor, 'case', said.case);
    if (!located.ok) return located;
    const one = located.value;
    const agreed = one.triggers.find((trigger) => trigger.name === said.trigger);
    if (agreed === undefined) return refuse({ code: 'unknown-trigger', id: said.trigger });

    const now = deps.clock.now();
    const fired = { ...agreed, firedAt: [...agreed.firedAt, now] };
    const changed = { ...one, triggers: one.triggers.map((trigger) => (trigger === agreed ? fired : trigger)) };
    const letters = await triggerLetters(deps, changed, fired, actor.id);
    return save(deps, actor, {
      command: 'trigger',
      town: one.town,
      id: one.id,
      put: [changed, ...letters.messages, ...letters.tasks],
      outbox: letters.outbox,
    });
  },
};
