import * as z from 'zod';
import { inOneTown } from '../../access/one-town.ts';
import type { Actor } from '../../access/model.ts';
import type { Register } from '../../body/document.ts';
import { defined } from '../../defined.ts';
import { bodyIdSchema, meetingIdSchema, townCodeSchema } from '../../ids.ts';
import { timesOf } from '../../meeting/gathering.ts';
import type { Meeting } from '../../meeting/model.ts';
import type { Versioned } from '../../records.ts';
import type { Refused } from '../../refusal.ts';
import { refuse, type Result } from '../../result.ts';
import { addSeconds, type Instant } from '../../time.ts';
import { casesOf } from '../case/cases-of.ts';
import { withoutFactsOf } from '../case/without-facts.ts';
import type { Command, Deps } from '../command.ts';
import { instantField, textField } from '../fields.ts';
import { hostOf } from '../locate-as-host.ts';
import { casesInput } from '../request/request-meeting.ts';
import { saveTogether, type Saving } from '../save.ts';
import { askedMeeting } from './asked-meeting.ts';
import { basisInput } from './basis.ts';
import { conveneInput, convening, dated, designateField } from './convene-meeting.ts';
import { gatheringInput } from './gathering-input.ts';
import { inviteInput, leavingInput } from './invitations.ts';
import { preparationField } from './preparations.ts';

const { framework, ...basis } = basisInput;
const partInput = z.strictObject({
  town: townCodeSchema,
  meeting: meetingIdSchema,
  cases: casesInput.refine((ids) => ids.length > 0, 'ケースを選んでください。'),
  ...basis,
  /** Without it the next town's part begins an hour later. */
  agenda: gatheringInput.agenda,
  invite: inviteInput.default({}),
  without: leavingInput.default([]),
});
type Part = z.output<typeof partInput>;

const MOST_PARTS = 8;
const input = z.strictObject({
  date: instantField,
  place: z.string().optional(),
  mode: gatheringInput.mode,
  url: gatheringInput.url,
  cadence: gatheringInput.cadence,
  framework,
  body: bodyIdSchema.optional(),
  outlook: textField,
  /** ご準備, of all who are called, to whichever part. */
  preparation: preparationField.optional(),
  /** 指名 of those who are no constituents, all of them or some, in each part to which they are called. */
  designate: designateField,
  urgent: z.boolean().default(false),
  parts: z.array(partInput).min(2, '二つ以上の町村を入れてください。').max(MOST_PARTS, '一つの席は8町村までです。'),
});
type Input = z.output<typeof input>;

/**
 * 合同の席: cases of several towns in one sitting. Each town has a meeting of its own, with its gate, papers, minutes and roles, one after
 * another in the order of the parts; agencies are invited, reminded and answer once for all of them (ADR 0060).
 */
export const conveneTogether: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const refusal = refusalOf(said);
    if (refusal !== undefined) return refuse(refusal);
    const together = await partsNamed(deps, said.parts);
    const savings: Saving[] = [];
    let startsAt = said.date;
    for (const part of said.parts) {
      const made = await partOf(deps, actor, said, { ...part, startsAt, number: numberAfter(savings) });
      if (!made.ok) return made;
      const bound = made.value.put.map((one) => (one.kind === 'meeting' ? { ...one, together } : one));
      savings.push({ ...made.value, put: bound });
      startsAt = endOf(part, startsAt);
    }
    return saveTogether(deps, actor, withOneRegister(savings));
  },
};

/** Towns number their meetings alike: where two parts share a number, agencies read the town with it. */
async function partsNamed(
  { store, prefecture }: Deps,
  parts: Input['parts'],
): Promise<NonNullable<Meeting['together']>> {
  const named = parts.map(async ({ town, meeting }) => {
    if (parts.filter((other) => other.meeting === meeting).length < 2) return { town, meeting };
    const { name = town } = (await store.get('town', prefecture, town)) ?? {};
    return { town, meeting, named: `${meeting}（${name}）` };
  });
  return Promise.all(named);
}

const DRAFTED: Refused = {
  code: 'bad-input',
  field: 'body',
  problem: '決裁の要る会議体です。合同の席は、査察指導員が招集してください。',
};

/** One part a town: papers, minutes and their time to be kept are its own. */
function refusalOf({ parts }: Input): Refused | undefined {
  const towns = parts.map(({ town }) => town);
  const twice = towns.find((town, at) => towns.indexOf(town) !== at);
  return twice === undefined
    ? undefined
    : {
        code: 'bad-input',
        field: 'parts',
        problem: `「${twice}」が二度あります。一つの町村のケースは一つにまとめてください。`,
      };
}

type Dated = Part & { readonly startsAt: Instant; readonly number: number | undefined };

async function partOf(
  deps: Deps,
  actor: Actor,
  { parts: _parts, date: _date, ...common }: Input,
  { town, startsAt, number, meeting, cases, invite, without, agenda, ...grounds }: Dated,
): Promise<Result<Saving, Refused>> {
  const here = inOneTown(deps, town);
  const convener = await hostOf(here, actor, town);
  if (!convener.ok) return convener;
  const asked = await askedMeeting(here, actor, { ...common, ...grounds, meeting, cases });
  if (!asked.ok) return asked;
  if (!isSame(asked.value.cases, cases)) return refuse(otherCases(town, meeting));
  const found = await casesOf(here, actor, asked.value.cases);
  if (!found.ok) return found;
  const own = { ...defined({ number, agenda }), meeting, cases, date: startsAt, invite };
  const said = { ...dated(conveneInput.parse({ ...common, ...grounds, ...own })), without };
  const tried = await convening(deps, convener.value, asked.value, { said, cases: found.value.cases });
  const made = await withoutFactsOf(here, actor, found.value.cases, tried);
  return made.ok && made.value.command === 'draft' ? refuse(DRAFTED) : made;
}

/** A 開催依頼 is answered as a whole: a part under its number is about its cases. */
const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((id) => others.includes(id));

const otherCases = (town: string, meeting: string): Refused => ({
  code: 'bad-input',
  field: `${town}.meeting`,
  problem: `会議「${meeting}」は、ケースの違う依頼です。依頼と同じケースにするか、別の会議番号にしてください。`,
});

const HOUR_SECONDS = 3600;

/** The next part begins when this one is over. */
function endOf({ agenda }: Part, startsAt: Instant): Instant {
  return timesOf({ startsAt, agenda }).at(-1)?.until ?? addSeconds(startsAt, HOUR_SECONDS);
}

/** The 文書番号 of the next part; the host's usual one where none was taken yet. */
function numberAfter(savings: readonly Saving[]): number | undefined {
  const last = savings.flatMap(registersIn).at(-1)?.given.at(-1);
  return last === undefined ? undefined : last + 1;
}

function registersIn({ put }: Saving): readonly Register[] {
  return put.flatMap((one) => (one.kind === 'register' ? [one] : []));
}

/** Each part took a number from the same register: it is saved once, with all of them. */
function withOneRegister(savings: readonly Saving[]): readonly Saving[] {
  const registers = savings.flatMap(registersIn);
  const given = [...new Set(registers.flatMap((one) => one.given))];
  const register: readonly Versioned[] = registers.slice(0, 1).map((one) => ({ ...one, given }));
  return savings.map((saving, at) => {
    const others = saving.put.filter(({ kind }) => kind !== 'register');
    return { ...saving, put: at === 0 ? [...others, ...register] : others };
  });
}
