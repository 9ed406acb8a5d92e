import type { Case, Member } from '../case/model.ts';
import { refersTo } from '../case/member-ref.ts';
import { type Lapse, lapseOf, lapseWords } from '../consent/lapse.ts';
import { consentsInForce, covers } from '../consent/rules.ts';
import { keptByTaxRefusal, type TaxSending, taxSendingRefusal } from '../consent/tax.ts';
import type { Refused } from '../refusal.ts';
import type { Day } from '../time.ts';
import { type FrameworkCode, frameworks } from './frameworks.ts';

export type Basis = {
  readonly framework: FrameworkCode;
  readonly ground?: 1 | 2 | undefined;
  readonly reason?: string | undefined;
  readonly emergency: boolean;
  /** 生命, 身体, 財産: which of them is in danger, where it is an emergency. */
  readonly danger?: readonly string[] | undefined;
  /** What supervisors judged: for whom the meeting may go on without consent. */
  readonly judgements?: readonly Pick<Judgement, 'goesOn' | 'members'>[] | undefined;
};
type Judgement = { readonly goesOn: boolean; readonly members: readonly string[] };

/** What is known beyond today and the cases once a meeting has a date and invitations. */
export type Planned = {
  /** The day of the meeting: a consent that has run out by then is none. */
  readonly on?: Day;
  /** Members named in a purpose: the meeting will discuss them, whatever is ticked. */
  readonly discussed?: readonly string[];
  /** Who is told about whom: consent must be for them too. */
  readonly sendings?: readonly Sending[];
  /** A 開催依頼 may be filed before a supervisor has judged. */
  readonly onlyAsked?: boolean;
};
export type Sending = TaxSending & { readonly members: readonly string[] };

/** A member whom the meeting discusses without consent, as `C-1/A`; `not` are the agencies a consent that is there is not for. */
export type Lacking = {
  readonly ref: string;
  readonly name: string;
  readonly not: readonly string[];
  /** Why none holds, where it is not only about agencies. */
  readonly lapse?: Lapse;
};

/**
 * Members whom the meeting discusses and whose consent is not recorded, has run out, was withdrawn, or is not for everybody who is told about them.
 * Where nobody of a household is ticked it may discuss the whole of it: a forgotten tick opens no gate.
 */
export function lackingIn(cases: readonly Case[], today: Day, planned: Planned = {}): readonly Lacking[] {
  const { discussed = [], sendings = [] } = planned;
  const named = [...discussed, ...sendings.flatMap(({ members }) => members)];
  return cases.flatMap((one) => {
    const unmarked = !one.members.some(({ covered }) => covered);
    return one.members
      .filter((member) => unmarked || member.covered || named.some((ref) => refersTo(ref, one, member)))
      .flatMap((member) => lackOf(one, member, today, planned));
  });
}

function lackOf(one: Case, member: Member, today: Day, { on = today, sendings = [] }: Planned): readonly Lacking[] {
  const lack = { ref: `${one.id}/${member.id}`, name: member.name };
  const lapse = lapseOf(one, member.id, [today, on]);
  if (lapse !== undefined) return [{ ...lack, not: [], lapse }];
  const told = sendings.filter(({ members }) => members.some((ref) => refersTo(ref, one, member)));
  const inForce = [today, on].map((day) => consentsInForce(one, member.id, day));
  const not = told.filter(({ agency }) => !inForce.every((day) => day.some((consent) => covers(consent, agency))));
  return not.length === 0 ? [] : [{ ...lack, not: not.map(({ agency }) => agency.name) }];
}

/** Those members; of whom there was a consent, with what became of it: 「試験花子（同意は5月31日まで）」. */
export function membersWithoutConsent(cases: readonly Case[], today: Day, planned: Planned = {}): readonly string[] {
  return lackingIn(cases, today, planned).map(({ name, lapse }) =>
    lapse === undefined || lapse.why === 'none' ? name : `${name}${lapseWords(lapse)}`,
  );
}

/**
 * The consent gate (BRIEF §2.1). Undefined means the meeting may be held.
 * An emergency for life, body or property (生命・身体・財産) opens it with a reason, which is kept and listed.
 */
export function gateRefusal(
  basis: Basis,
  cases: readonly Case[],
  today: Day,
  planned: Planned = {},
): Refused | undefined {
  const { on = today, sendings = [] } = planned;
  const taxed = keptByTaxRefusal(cases, today, basis.emergency) ?? taxSendingRefusal(cases, sendings, [today, on]);
  if (taxed !== undefined) return taxed;
  return basis.emergency ? notAnEmergency(basis) : frameworkRefusal(basis, cases, today, planned);
}

/** Only danger to life, body or property waives the gate (BRIEF §2.1, 個人情報保護法27条1項2号): urgent alone is not enough. */
function notAnEmergency(basis: Basis): Refused | undefined {
  const { danger = [], reason = '' } = basis;
  const unsaid = unreasoned(basis, '緊急に開く理由');
  return unsaid ?? (danger.length > 0 ? undefined : { code: 'danger-missing', received: reason });
}

function frameworkRefusal(basis: Basis, cases: readonly Case[], today: Day, planned: Planned): Refused | undefined {
  const { framework, ground } = basis;
  switch (frameworks[framework].consent) {
    case 'ground':
      return ground === undefined ? { code: 'ground-missing', framework } : undefined;
    case 'required':
      return withoutConsent(framework, cases, today, planned);
    case 'desired':
      return isConsentComplete(cases, today, planned) ? undefined : unreasoned(basis, WITHOUT_CONSENT);
    case 'unspecified':
      return isConsentComplete(cases, today, planned)
        ? undefined
        : unjudged(basis, lackingIn(cases, today, planned), planned.onlyAsked === true);
  }
}

/** Of a household in which nobody was entered, nobody gave it. */
function isConsentComplete(cases: readonly Case[], today: Day, planned: Planned): boolean {
  return cases.every(({ members }) => members.length > 0) && lackingIn(cases, today, planned).length === 0;
}
const WITHOUT_CONSENT = '本人同意がないまま開く理由';

function unreasoned({ reason = '' }: Basis, field: string): Refused | undefined {
  return reason.trim() === '' ? { code: 'reason-missing', field } : undefined;
}

/** Where nothing is laid down about consent, a supervisor decides, for each member; neither a clerk nor an officer does (BRIEF §1). */
function unjudged(basis: Basis, lacking: readonly Lacking[], onlyAsked: boolean): Refused | undefined {
  const open = lacking.filter(({ ref }) => !isJudged(basis, ref));
  const unsaid = unreasoned(basis, WITHOUT_CONSENT);
  if (unsaid !== undefined || onlyAsked || open.length === 0) return unsaid;
  return { code: 'supervisor-missing', framework: basis.framework, members: open.map(({ name }) => name) };
}

function isJudged({ judgements = [] }: Basis, ref: string): boolean {
  return judgements.some(({ goesOn, members }) => goesOn && members.includes(ref));
}

/** The framework of the same law that needs a ground instead of consent, to be offered where consent is missing. */
export const groundedSister: Readonly<Partial<Record<FrameworkCode, FrameworkCode>>> = {
  'needy-coordination': 'needy-support',
  'layered-coordination': 'layered-support',
};

/** Consent of everybody concerned, of whom there is at least one in every case; undefined when it is there. */
export function withoutConsent(
  framework: FrameworkCode,
  cases: readonly Case[],
  today: Day,
  planned: Planned = {},
): Refused<'consent-missing'> | undefined {
  const lacking = lackingIn(cases, today, planned);
  const nobody = cases.some((one) => one.members.length === 0);
  if (lacking.length === 0 && !nobody) return undefined;
  const beyond = [...new Set(lacking.flatMap(({ not }) => not))];
  const alternative = groundedSister[framework];
  const lapsed = lacking.flatMap(({ name, lapse }) => (lapse === undefined ? [] : [{ member: name, ...lapse }]));
  return {
    code: 'consent-missing',
    framework,
    members: lacking.map(({ name }) => name),
    ...(lapsed.every(({ why }) => why === 'none') ? {} : { lapsed }),
    ...(beyond.length === 0 ? {} : { beyond }),
    ...(alternative === undefined ? {} : { alternative }),
  };
}
