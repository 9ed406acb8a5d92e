import { html } from 'hono/html';
import { reachOf } from '../../../core/agency/model.ts';
import { closedBecause } from '../../../core/calendar.ts';
import { noticesOfSitting } from '../../../core/commands/meeting/notices-if.ts';
import type { ConvenedMeeting } from '../../../core/meeting/model.ts';
import type { Refused } from '../../../core/refusal.ts';
import { ok, refuse, type Result } from '../../../core/result.ts';
import type { Settings } from '../../../core/settings/model.ts';
import { mailableFrom, replyDue } from '../../../core/settings/rules.ts';
import { dayOf, instantInJapanese, readInstant } from '../../../core/time.ts';
import type { SentForm } from '../../page/sent-form.ts';
import type { Html } from '../../page/layout.ts';
import { lines, notice } from '../../page/parts.ts';
import { missingIn, shortWords } from '../meeting/convene-words.ts';
import { noticePreview } from '../meeting/notice-preview.ts';
import type { Office } from '../office.ts';
import type { OfficeDeps } from '../office-deps.ts';
import { partsIn, sittingSaid } from './sitting-said.ts';

/** What will follow if it is sent: when each town's part begins, who hears by which way, and each notice. */
export async function sittingPreview(
  deps: OfficeDeps,
  at: Office,
  settings: Settings,
  form: SentForm,
): Promise<Result<Html, Refused>> {
  const office = { ...at, agencies: await deps.store.list('agency', deps.prefecture) };
  const startsAt = readInstant(`${form.text('date') ?? ''}T${form.text('time') ?? ''}`);
  if (startsAt === undefined || startsAt <= office.now)
    return refuse({ code: 'bad-input', field: 'date', problem: 'これからの日時を入れてください。' });
  const missing = unsaidIn(office, form);
  if (missing !== undefined) return refuse(missing);
  const tried = await noticesOfSitting(deps, office.actor, sittingSaid(form));
  if (!tried.ok) return tried;
  const { notices, meetings } = tried.value;

  const sentAt = mailableFrom(settings, office.now, form.text('urgent') !== undefined);
  const body = html`${lines([
      ...times(office, settings, meetings),
      ...calls(office, meetings, shortWords(sentAt)),
      'まだ何も送っていません。直すときは、下の欄を書き換えてください。',
    ])}
    <p class="row">
      <button type="submit" form="convene-together" name="step" value="send">この内容で招集する</button>
    </p>`;
  const due = `回答期限は${shortWords(replyDue(settings, sentAt, startsAt).replyBy)}になります`;
  return ok(html`${notice('info', due, body)}${noticePreview(office, notices)}`);
}

/** When each town's part begins. */
function times({ towns }: Office, settings: Settings, meetings: readonly ConvenedMeeting[]): readonly string[] {
  const nameOf = (town: string) => towns.find(({ id }) => id === town)?.name ?? town;
  return meetings.map(({ town, id, appointment: { startsAt } }) => {
    const closed = closedBecause(dayOf(startsAt), settings);
    return `${nameOf(town)}の会議 ${id}: ${instantInJapanese(startsAt)}から${closed === undefined ? '' : `（${closed}です）`}`;
  });
}

/** Who hears by mail, and who by hand; an agency of two parts once. */
function calls({ agencies }: Office, meetings: readonly ConvenedMeeting[], from: string): readonly string[] {
  const called = new Set(meetings.flatMap(({ invitations }) => invitations.map(({ agency }) => agency)));
  const all = agencies.filter(({ id }) => called.has(id));
  const byHand = all.filter((agency) => reachOf(agency) !== 'mail').map(({ name }) => name);
  const byMail = `案内メールを${String(all.length - byHand.length)}機関に、${from}から送ります。二つの町村に呼ぶ機関にも、一つだけです。`;
  return byHand.length === 0 ? [byMail] : [byMail, `紙や電話で案内する用事になります: ${byHand.join('、')}`];
}

/** What is still to be said of those who were chosen, town by town. */
function unsaidIn({ agencies }: Office, form: SentForm): Refused | undefined {
  const missing = partsIn(form).map(([town, own]) => {
    const refused = missingIn(
      own,
      agencies.filter(({ id }) => own.texts('agency').includes(id)),
    );
    return refused !== undefined && 'field' in refused ? { ...refused, field: `${town}.${refused.field}` } : refused;
  });
  return missing.find((one) => one !== undefined);
}
