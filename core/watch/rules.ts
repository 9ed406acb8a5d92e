import type { AuditEntry } from '../access/audit.ts';
import { addBusinessDays, nationwide } from '../calendar.ts';
import type { TownCode } from '../ids.ts';
import type { MailTrouble } from '../errors.ts';
import type { MailKind, Message } from '../message/model.ts';
import { dayOf, type Instant, jst } from '../time.ts';
import type { OutboxEntry } from '../workflow/model.ts';
import type { Watch } from './model.ts';

/** One agency that does not answer is that agency's affair (督促, 電話); three at once that do not even look are perhaps ours. */
export const SUSPICIOUS = 3;

/** Business days: over a weekend or the days of New Year nobody reads mail, and nothing is wrong. */
const DAYS_OF_SILENCE = 4;
const LOOK_AT = '09:00';

const invitesAnswers: ReadonlySet<MailKind> = new Set<MailKind>([
  'invitation',
  'poll',
  'reminder',
  'change',
  'role-confirm',
  'monitoring-request',
  'monitoring-reminder',
]);

/** Whether this mail adds somebody from whom nothing has come yet. */
export function addsTo(watch: Watch | undefined, { mailKind, to }: Pick<Message, 'mailKind' | 'to'>): boolean {
  if (!invitesAnswers.has(mailKind)) return false;
  const { asked } = watch ?? { asked: [] };
  return asked.length < SUSPICIOUS && asked.every(({ agency }) => agency !== to);
}

/** When a silence since then is worth a look, in the morning. It is the agencies who are silent: the host's own closed days are not theirs. */
export function looksAt(since: Instant): Instant {
  return jst(addBusinessDays(dayOf(since), DAYS_OF_SILENCE, nationwide), LOOK_AT);
}

/** When it is looked at again while it lasts. */
export function looksAgainAt(now: Instant): Instant {
  return jst(addBusinessDays(dayOf(now), 1, nationwide), LOOK_AT);
}

/** An entry of its own subject: it is held up by nothing that is stuck. */
export function lookingAfter(town: TownCode, since: Instant, notBefore: Instant): OutboxEntry {
  return { town, subject: 'watch', notBefore, effect: { type: 'watch', since } };
}

const answers: ReadonlySet<string> = new Set(['reply', 'answer-poll', 'report', 'inbound']);

/** A sign of life: an agency did or read something, an answer was typed in, a mail came in, or one came back. */
export function isSignOfLife({ who, did, door }: AuditEntry): boolean {
  return who.startsWith('agency:') || door === 'agency' || answers.has(did) || did.startsWith('bounce:');
}

export const silenceWords =
  '関係機関へのメールに、4開庁日のあいだ何の反応もありません（回答・返信・リンクの利用・不達の知らせのどれもなし）。メールが届いていないおそれがあります。一つの機関に電話して届いているか確かめ、届いていなければ、役場の迷惑メール対策・送信の設定・システムの担当者に確かめてください。何か届くと、この用事は自動で済みになります。';

export const stuckWords =
  '自動処理（案内の送信や次の段階への切替え）が1時間以上進んでいません。会議・ケースの画面で、送られていない案内がないか確かめ、急ぐものは電話で伝えてください。システムの担当者にも知らせてください。動き出すと、この用事は自動で済みになります。';

const untilThen =
  'メールは一通も出ていません。システムの担当者に、すぐ知らせてください。出るはずのメールは残してあり、8時間ほどのうちに直れば、自動で送られます。それまでに直らなかった分は、機関ごとに「届かなかったメールを電話で補う」用事になります。急ぐ案内は、会議・ケースの画面で確かめて電話で伝えてください。メールがまた出るようになると、この用事は自動で済みになります。';

/** What stops every mail until somebody sets it right. */
export const troubleWords: Readonly<Record<MailTrouble, string>> = {
  'sign-in': `メールサーバーが、つどいの利用者名か合言葉（パスワード）を受け付けません。${untilThen}（担当者の方へ: SMTP_URL の利用者名と合言葉を確かめてください。）`,
  encryption: `メールサーバーと安全につながりません（証明書が確かめられないか、暗号化に対応していません）。${untilThen}（担当者の方へ: SMTP_URL の宛先と、メールサーバーの証明書の期限・名前を確かめてください。）`,
};
