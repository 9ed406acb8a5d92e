import { html } from 'hono/html';
import { noticesIf } from '../../core/commands/meeting/notices-if.ts';
import { settingsIf } from '../../core/commands/change-settings.ts';
import type { Refused } from '../../core/refusal.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Settings } from '../../core/settings/model.ts';
import { settingsOf } from '../../core/settings/rules.ts';
import type { SentForm } from '../page/sent-form.ts';
import type { Html } from '../page/layout.ts';
import { opensHere } from '../page/saved.ts';
import { regularPreview } from './body/regular-days.ts';
import { handoverPreview } from './case/handover-page.ts';
import { loadHandover } from './case/load-handover.ts';
import { convenePreview } from './meeting/convene-form.ts';
import { noticePreview } from './meeting/notice-preview.ts';
import { pollPreview } from './meeting/poll-fields.ts';
import { slotsIn } from './meeting/poll-forms.ts';
import { askedBy, kindOf } from './inputs.ts';
import type { Office } from './office.ts';
import type { OfficeDeps } from './office-deps.ts';
import { sittingPreview } from './sitting/sitting-preview.ts';
import { settingsPreview } from './settings/settings-preview.ts';

/** What a form will come to, shown before anything is saved; what is wrong with it. The page opens on it. */
export async function previewOf(deps: OfficeDeps, office: Office, form: SentForm): Promise<Result<Html, Refused>> {
  const shown = await drawnPreview(deps, office, form);
  return shown.ok ? ok(html`<div ${opensHere}>${shown.value}</div>`) : shown;
}

async function drawnPreview(deps: OfficeDeps, office: Office, form: SentForm): Promise<Result<Html, Refused>> {
  const before = await settingsOf(deps, office.place.page === 'shared-settings' ? deps.prefecture : office.town.id);
  if (kindOf(form) === 'handover') return ok(handoverPreview(office, await loadHandover(deps, office), form));
  if (kindOf(form) === 'body') return regularPreview(form, await settingsOf(deps, office.host), office.now);
  if (kindOf(form) !== 'settings') return gathering(deps, office, before, form);
  const asked = askedBy(form, office.place, office.town.id);
  const after = await settingsIf(deps, office.actor, asked?.said);
  return after.ok ? ok(settingsPreview(office, { before, after: after.value }, form)) : after;
}

async function gathering(
  deps: OfficeDeps,
  office: Office,
  settings: Settings,
  form: SentForm,
): Promise<Result<Html, Refused>> {
  if (kindOf(form) === 'convene-together') return sittingPreview(deps, office, settings, form);
  if (slotsIn(form).length > 0) return pollPreview(office, settings, form);
  const shown = convenePreview(office, settings, form);
  return shown.ok && kindOf(form) === 'convene' ? withNotices(deps, office, form, shown.value) : shown;
}

/** What would be refused is refused now; else each notice stands below. */
async function withNotices(
  deps: OfficeDeps,
  office: Office,
  form: SentForm,
  shown: Html,
): Promise<Result<Html, Refused>> {
  const asked = askedBy(form, office.place, office.town.id);
  const notices = await noticesIf(deps, office.actor, asked?.said);
  return notices.ok ? ok(html`${shown}${noticePreview(office, notices.value)}`) : notices;
}
