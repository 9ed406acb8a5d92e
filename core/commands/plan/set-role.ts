import * as z from 'zod';
import { agencyIdSchema, meetingIdSchema, roleIdSchema } from '../../ids.ts';
import { isHeld } from '../../meeting/recording.ts';
import type { Invitation } from '../../invitation/model.ts';
import { type HeldMeeting, type Meeting, meetingStates } from '../../meeting/model.ts';
import { type Letters, noLetters } from '../../message/envelope.ts';
import { lettersToMembers } from '../../message/letters.ts';
import { type Role, roleStates } from '../../plan/model.ts';
import { strangerRefusal } from '../../plan/for-whom.ts';
import { missingOf, roleStateOf } from '../../plan/rules.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Command, Deps } from '../command.ts';
import { untilField } from '../fields.ts';
import { locateForStaff } from '../locate.ts';
import { save } from '../save.ts';

const text = z.string().optional();
const input = z.strictObject({
  meeting: meetingIdSchema,
  id: roleIdSchema,
  agency: agencyIdSchema.optional(),
  person: text,
  what: text,
  for: text,
  purpose: text,
  frequency: text,
  by: untilField.optional(),
  else: text,
  state: z.enum(roleStates).optional(),
  /** Why an incomplete role is taken all the same (logged override of the quality gate). */
  override: z.string().optional(),
});

type Input = z.output<typeof input>;

/** Proposes a role (役割), or changes it on its way 提案 → 持ち帰り → 所属承認; only `confirm` makes it binding. */
export const setRole: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateForStaff(deps, actor, 'meeting', said.meeting);
    if (!located.ok) return located;
    const meeting = located.value;
    if (!isHeld(meeting)) return refuse({ code: 'wrong-state', state: meetingStates[meeting.state] });
    const before = await roleBefore(deps, meeting, said);
    if (!before.ok) return before;

    const role = changed(before.value, said);
    const refusal =
      observerRefusal(meeting, role) ??
      refusalOf(before.value, role, said.override) ??
      (await whomRefusal(deps, meeting, before.value, role));
    if (refusal !== undefined) return refuse(refusal);
    const letters = await askedToConfirm(deps, meeting, before.value, role);
    const put = [role, ...letters.messages, ...letters.tasks];
    return save(deps, actor, { command: 'role', town: meeting.town, id: role.id, put, outbox: letters.outbox });
  },
};

/** An observer listens at all meetings and takes no role. */
function observerRefusal({ invitations }: Meeting, { agency }: Role): Refused | undefined {
  const observes = invitations.some((one) => one.agency === agency && one.observer === true);
  const problem = `「${agency}」はオブザーバーとして呼ばれています。役割はほかの機関に頼んでください。`;
  return observes ? { code: 'bad-input', field: '機関', problem } : undefined;
}

/** Whom a stored role is for stays as it is, also when that member has left. */
async function whomRefusal(deps: Deps, meeting: Meeting, before: Role, role: Role): Promise<Refused | undefined> {
  if (role.for === before.for) return undefined;
  const cases = await Promise.all(meeting.cases.map((id) => deps.store.get('case', meeting.town, id)));
  return strangerRefusal(
    role.for,
    cases.filter((one) => one !== undefined),
  );
}

/** 持ち帰り asks the agency's supervisor, by mail or by hand. */
async function askedToConfirm(deps: Deps, meeting: HeldMeeting, before: Role, role: Role): Promise<Letters> {
  if (role.state !== 'taken-back' || before.state === 'taken-back') return noLetters;
  const only = (one: Invitation) => one.agency === role.agency && one.withdrawn === undefined;
  return lettersToMembers(deps, meeting, 'role-confirm', { occasion: `${role.id}-${String(role.version)}`, only });
}

/** The role as it stands, or an empty one of a known agency. */
async function roleBefore(deps: Deps, meeting: Meeting, said: Input): Promise<Result<Role, Refused>> {
  const stored = await deps.store.get('role', meeting.town, said.id);
  const agency = said.agency ?? stored?.agency;
  if (agency === undefined) return refuse({ code: 'role-incomplete', missing: ['機関'] });
  if ((await deps.store.get('agency', deps.prefecture, agency)) === undefined)
    return refuse({ code: 'unknown-agency', id: agency });
  if (stored !== undefined && !(await isAboutSameCase(deps, stored, meeting)))
    return refuse({ code: 'already-exists', id: said.id });
  return ok(stored ?? emptyRole(meeting.town, said.id, said.meeting, agency));
}

/** A later meeting about the same case goes on with its roles; the number of another household's role is taken. */
async function isAboutSameCase(deps: Deps, role: Role, meeting: Meeting): Promise<boolean> {
  if (role.meeting === meeting.id) return true;
  const former = await deps.store.get('meeting', meeting.town, role.meeting);
  return former?.cases.some((id) => meeting.cases.includes(id)) ?? false;
}

function changed(before: Role, said: Input): Role {
  const agency = said.agency ?? before.agency;
  const next = { ...before, ...filled(before, said), agency };
  if (!isRewritten(before, next)) return { ...next, state: roleStateOf(said.state) ?? before.state };
  // What its supervisor confirmed was another role.
  const { confirmedBy: _confirmedBy, ...rest } = next;
  const asksAnew = before.state === 'confirmed' || (before.state === 'reopened' && next.agency !== before.agency);
  const state = asksAnew ? 'proposed' : before.state;
  return { ...rest, state: roleStateOf(said.state) ?? state };
}

function isRewritten(before: Role, next: Role): boolean {
  return next.agency !== before.agency || texts.some((field) => next[field] !== before[field]);
}

/** The quality gate: incomplete roles need a reason, and only `confirm` makes one binding. */
function refusalOf(before: Role, role: Role, override = ''): Refused | undefined {
  const missing = missingOf(role);
  if (missing.length > 0 && override.trim() === '') return { code: 'role-incomplete', missing };
  const skips =
    role.state === 'confirmed' &&
    ((before.state !== 'confirmed' && before.state !== 'approved') || isRewritten(before, role));
  return skips ? { code: 'not-confirmed', what: '所属の承認（確定の操作）' } : undefined;
}

function emptyRole(town: Role['town'], id: Role['id'], meeting: Role['meeting'], agency: Role['agency']): Role {
  const blank = { person: '', what: '', for: '', purpose: '', frequency: '', by: '', else: '' };
  return { kind: 'role', town, id, version: 0, meeting, agency, ...blank, state: 'proposed' };
}

const texts = ['person', 'what', 'for', 'purpose', 'frequency', 'by', 'else'] as const;
type Texts = Pick<Role, (typeof texts)[number]>;

/** What was said, over what stood there before. */
function filled(before: Role, said: Input): Texts {
  const entries = texts.map((field) => [field, said[field] ?? before[field]] as const);
  return { ...before, ...Object.fromEntries(entries) };
}
