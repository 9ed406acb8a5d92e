import type { Likeness } from './agency/duplicates.ts';
import type { Lapse } from './consent/lapse.ts';
import type { FrameworkCode } from './framework/frameworks.ts';
import type { TownCode } from './ids.ts';
import type { NotDisposable } from './retention/rules.ts';
import type { Day, Instant } from './time.ts';

type Named = { readonly id: string };
type SimilarAgency = Named & { readonly name: string; readonly because: readonly Likeness[] };
/** Cases that somebody named and does not see, by their numbers. */
type Unseen = { readonly town: TownCode; readonly cases: readonly string[] };
type Nothing = Readonly<Record<never, never>>;

/** Everything the rules may refuse, with the facts needed to explain it (CONTRACT "Refusal codes"). */
type Facts = {
  'consent-missing': {
    readonly framework: FrameworkCode;
    readonly members: readonly string[];
    /** Why, by name, where somebody's consent was recorded and does not hold: 「まだ」 would be untrue of it. */
    readonly lapsed?: readonly (Lapse & { readonly member: string })[];
    /** Agencies that a consent which is there is not for. */
    readonly beyond?: readonly string[];
    /** The framework that needs a ground instead. */
    readonly alternative?: FrameworkCode;
    /** Cases of it that whoever asks does not see: nobody is named then. */
    readonly unseen?: Unseen;
    /** What cannot be made without; a meeting when left out. */
    readonly of?: 'plan';
  };
  /** A plan rests on a meeting that was held: the last one that was cancelled, and whether because a consent was withdrawn. */
  'meeting-missing': { readonly case: string; readonly cancelled?: string; readonly withdrawn?: boolean };
  'not-supervisor': Nothing;
  /** Cases, or an agency that was to be told. */
  'tax-consent-missing': { readonly cases: readonly string[]; readonly agency?: string };
  'supervisor-missing': { readonly framework: FrameworkCode; readonly members: readonly string[] };
  'ground-missing': { readonly framework: FrameworkCode };
  /** An emergency that names neither life, body nor property. */
  'danger-missing': { readonly received: string };
  'reason-missing': { readonly field: string };
  /** `whole`: of this part of a sitting (合同の席), not of all. */
  'not-host': { readonly town: string; readonly whole?: true };
  'unknown-case': Named;
  'unknown-consultation': Named;
  'unknown-meeting': Named;
  /** No page bears this address. */
  'unknown-page': Nothing;
  'unknown-agency': Named;
  /** `known`: the numbers of those who are there. */
  'unknown-member': Named & { readonly known?: readonly string[] };
  'unknown-role': Named;
  'unknown-plan': Named;
  'unknown-person': Named;
  'unknown-town': Named;
  'unknown-body': Named;
  'framework-off': { readonly name: string; readonly instead: readonly string[] };
  'not-designated': { readonly agency: string };
  'unknown-task': Named;
  'unknown-trigger': Named;
  'unknown-mail': Named;
  'ambiguous-id': Named;
  'stale-version': { readonly sent: number; readonly stored: number };
  stale: Nothing;
  'not-invited': { readonly agency: string };
  /** Slots that are asked about no more, and those that are. */
  'slot-withdrawn': { readonly withdrawn: readonly Instant[]; readonly left: readonly Instant[] };
  'poll-closed': { readonly state: string };
  'replies-closed': { readonly startsAt?: Instant | undefined };
  /** `cancelled`: of a meeting that is off, which the holder of its link may know. */
  'link-expired': { readonly cancelled?: true };
  'link-unknown': Nothing;
  'nonce-missing': Nothing;
  'code-wrong': { readonly triesLeft: number };
  'acknowledgement-missing': Nothing;
  'role-incomplete': { readonly missing: readonly string[] };
  'not-confirmed': { readonly what: string };
  forbidden: Nothing;
  /** What stands in the way of a meeting about cases that whoever names them does not see: nothing but their numbers is told. */
  'case-unseen': Unseen;
  /** Nobody's token came along with what a sheet asked. */
  'not-signed-in': Nothing;
  'sign-in-expired': Nothing;
  /** A token that is not Google's word to us: forged, for another program, from another issuer, under a key nobody has. */
  'sign-in-unproven': Nothing;
  /** Accounts are told to the person alone, who is signed in with it; never to a log. */
  'account-unknown': { readonly account: string };
  'account-unverified': { readonly account: string };
  'account-domain': { readonly account: string };
  /** Several Google accounts in one browser: the sheet is open as one, and asks as another. */
  'account-mixed': { readonly account: string; readonly opened: string };
  /** Another person signs in with this address. */
  /** Nobody has set up an account at Google for this deployment. */
  'push-unavailable': Nothing;
  'spreadsheet-unreadable': { readonly received: string };
  /** `town`: whose sheet it is already. */
  'spreadsheet-taken': { readonly town: string };
  'sign-in-taken': { readonly person: string };
  /** `why`: of a day there is, why it cannot be this one; it follows 「…」は. */
  'bad-date': { readonly received: string; readonly field: string; readonly why?: string };
  'bad-code': { readonly received: string; readonly field: string };
  'bad-input': { readonly field: string; readonly problem: string };
  'my-number': { readonly field: string };
  'too-many-codes': { readonly limit: number };
  'too-many': { readonly received: number; readonly limit: number };
  'already-closed': { readonly state: string };
  'already-exists': Named;
  /** A moment, or a day of this field where the time of day does not count. */
  'too-late': { readonly date: Instant; readonly field?: string };
  'not-after': { readonly field: string; readonly received: Day; readonly than: Day };
  /** Members whom minutes name although consent for them was required and is missing. */
  'member-unplanned': { readonly members: readonly string[] };
  /** Whom minutes may name as having been there. */
  'attendee-unknown': { readonly received: string; readonly may: readonly string[] };
  'review-too-far': {
    readonly review: Day;
    readonly limit: Day;
    /** No reason makes it right. */ readonly evenWithReason?: true;
  };
  'not-undone': { readonly why: string };
  'watch-missing': Nothing;
  /** Final minutes that say who was there and not what was talked about. */
  'minutes-empty': Nothing;
  'approver-missing': Nothing;
  /** `unseen`: cases that whoever asks does not see; neither the town nor the agency is named then. */
  'home-town-unasked': { readonly case: string; readonly town: string; readonly unseen?: Unseen };
  'partner-missing': { readonly agencies: readonly string[]; readonly unseen?: Unseen };
  'other-body': { readonly town: string };
  'wrong-state': { readonly state: string };
  'agency-similar': { readonly found: readonly SimilarAgency[] };
  'agency-ended': Named;
  'agency-in-use': { readonly agency: string; readonly meetings: number };
  'agency-shared': { readonly agency: string };
  /** Of a 廃棄予定: what may not, or may no longer, be disposed of, and why. */
  'not-disposable': { readonly items: readonly { readonly id: string; readonly why: NotDisposable }[] };
  'same-person': { readonly person: string };
  'unknown-disposal': Named;
  /** There was such a number; what it stood for was disposed of. */
  disposed: Named & { readonly at: Instant };
  'mail-in-use': { readonly agency: string; readonly meetings: number };
};

export type RefusalCode = keyof Facts;
export type Refused<Code extends RefusalCode = RefusalCode> = {
  [C in Code]: { readonly code: C } & Facts[C];
}[Code];
