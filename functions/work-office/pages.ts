import type { Meeting } from '../../core/meeting/model.ts';
import type { Refused } from '../../core/refusal.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Page } from '../page/layout.ts';
import { hiddenFrom } from '../../core/access/sight.ts';
import { isAboutAny } from '../../core/task/rules.ts';
import { filledForm } from '../../core/standard-form/filled-form.ts';
import { settingsOf } from '../../core/settings/rules.ts';
import { bodiesPage, bodyPage } from './body/bodies-page.ts';
import { loadAudit } from './audit/audit-lines.ts';
import { auditPage } from './audit/audit-page.ts';
import { casesOnPage } from './case/case-list.ts';
import { soughtIn } from './case/case-sought.ts';
import { agenciesPage } from './agency/agencies-page.ts';
import { agencyPage, newAgencyPage } from './agency/agency-page.ts';
import { casePage } from './case/case-page.ts';
import { handedOver, handoverPage } from './case/handover-page.ts';
import { glancePage } from './case/glance-page.ts';
import { loadGlance } from './case/load-glance.ts';
import { loadHandover } from './case/load-handover.ts';
import { loadAgency, wantedAgency } from './agency/load-agency.ts';
import { consultationPage, newConsultationPage } from './consultation/consultation-page.ts';
import { consultationsOnPage, consultationsPage } from './consultation/consultations-page.ts';
import { letterPage } from './letter/letter-page.ts';
import { loadConsultation, loadConsultations } from './consultation/load-consultation.ts';
import { formPage } from './form/form-page.ts';
import { loadLetter } from './letter/load-letter.ts';
import { casesPage } from './town/list-pages.ts';
import { hostedTowns, loadBody } from './body/load-body.ts';
import { loadCase, loadHomeCases, loadMeeting, loadPlan, loadTown, nextId } from './load.ts';
import { meetingPage } from './meeting/meeting-page.ts';
import { meetingsPage } from './meeting/meetings-page.ts';
import { messagesPage } from './meeting/messages-page.ts';
import { newCasePage } from './case/new-case-page.ts';
import { newMeetingPage, openCases } from './meeting/new-meeting-page.ts';
import type { Office } from './office.ts';
import { planPage } from './plan/plan-page.ts';
import { loadRetention, shownIn } from './retention/load-retention.ts';
import { retentionPage } from './retention/retention-page.ts';
import type { ListName, Place } from './routes.ts';
import { loadSettings, settingsPage } from './settings/settings-page.ts';
import { overseen, oversightPage } from './town/oversight-page.ts';
import { loadPush, pushPage } from './settings/push-page.ts';
import { loadStaff, staffPage } from './settings/staff-page.ts';
import { loadSitting } from './sitting/load-sitting.ts';
import { sittingPage } from './sitting/sitting-page.ts';
import { tasksPage } from './town/tasks-page.ts';
import { loadReviews } from './town/load-reviews.ts';
import { recordsPage, reviewsPage, shownOf, toRecord } from './town/waiting-pages.ts';
import { townPage } from './town/town-page.ts';
import { workbookPage } from './workbook/workbook-page.ts';
import type { OfficeDeps } from './office-deps.ts';

/** A page, and the cases whose content it shows: no page comes without saying which, and the door notes it. */
export type Shown = { readonly page: Page; readonly about: readonly string[] };

const shows = (page: Page, about: readonly string[]): Shown => ({ page, about });
const casesOf = (meetings: readonly Meeting[]) => meetings.flatMap(({ cases }) => cases);

/** Loads what a page is about, and draws it. */
export async function pageAt(deps: OfficeDeps, office: Office, place: Place): Promise<Result<Shown, Refused>> {
  switch (place.page) {
    case 'consultation':
      return drawn(await loadConsultation(deps, office, place.id), (view) =>
        shows(consultationPage(office, view), [place.id]),
      );
    case 'case':
      return drawn(await loadCase(deps, office, place.id), (view) => shows(casePage(office, view), [place.id]));
    case 'glance':
      return drawn(await loadGlance(deps, office, place.id), (view) => shows(glancePage(office, view), [place.id]));
    case 'meeting':
      return drawn(await loadMeeting(deps, office, place.id), (view) =>
        shows(meetingPage(office, view), view.meeting.cases),
      );
    case 'plan':
      return drawn(await loadPlan(deps, office, place.id), (view) => shows(planPage(office, view), [place.id]));
    case 'letter':
      return drawn(await loadLetter(deps, office, place), (facts) =>
        shows(letterPage(office, place, facts), facts.meeting.cases),
      );
    case 'standard-form':
      return drawn(await filledForm(deps, office.actor, { ...place, name: place.form, town: office.town.id }), (form) =>
        shows(formPage(office, place, form), [place.id]),
      );
    case 'body':
      return drawn(await loadBody(deps, office, place.id), (view) => shows(bodyPage(office, view), []));
    case 'agency':
      return drawn(await loadAgency(deps, office, place.id), (view) => shows(agencyPage(office, view), []));
    default:
      return ok(await lists[place.page](deps, office));
  }
}

type List = (deps: OfficeDeps, office: Office) => Promise<Shown>;

/** Pages that are about no single record. */
const lists: Readonly<Record<ListName, List>> = {
  town: async (deps, office) => {
    const view = await loadTown(deps, office);
    return shows(townPage(office, view), [...casesOnPage(office, view.standings), ...casesOf(view.meetings)]);
  },
  consultations: async (deps, office) => {
    const all = await loadConsultations(deps, office);
    return shows(
      consultationsPage(office, all),
      consultationsOnPage(all, office.sought ?? soughtIn({})).map(({ id }) => id),
    );
  },
  'new-consultation': async (deps, office) =>
    shows(newConsultationPage(office, nextId('U', await deps.store.list('consultation', office.town.id))), []),
  cases: async (deps, office) => {
    const view = await loadTown(deps, office);
    const home = await loadHomeCases(deps, office);
    return shows(casesPage(office, view, home), [...casesOnPage(office, view.standings), ...home.map(({ id }) => id)]);
  },
  oversight: async (deps, office) => {
    const view = await loadTown(deps, office);
    return shows(oversightPage(office, view), overseen(office, view.standings));
  },
  meetings: async ({ store }, office) => {
    const meetings = await store.list('meeting', office.town.id);
    return shows(meetingsPage(office, meetings), casesOf(meetings));
  },
  messages: async (deps, office) => {
    const { store } = deps;
    const [messages, tasks, meetings, hidden] = await Promise.all([
      store.list('message', office.town.id),
      store.list('task', office.town.id),
      store.list('meeting', office.town.id),
      hiddenFrom(deps, office.actor, office.town),
    ]);
    const done = tasks.filter((task) => task.done !== undefined);
    const seen = messages.filter(({ id }) => !hidden.has(id.split('/')[0] ?? ''));
    const view = { messages: seen, done, meetings: new Set(meetings.map(({ id }) => id)) };
    return shows(messagesPage(office, view), []);
  },
  tasks: async (deps, office) => {
    const tasks = await deps.store.list('task', office.town.id);
    const hidden = await hiddenFrom(deps, office.actor, office.town);
    return shows(
      tasksPage(
        office,
        tasks.filter((task) => !isAboutAny(task, hidden)),
      ),
      [],
    );
  },
  records: async ({ store }, office) => {
    const meetings = toRecord(await store.list('meeting', office.town.id));
    return shows(recordsPage(office, meetings), casesOf(shownOf(office, meetings)));
  },
  reviews: async (deps, office) => {
    const reviews = await loadReviews(deps, office);
    return shows(
      reviewsPage(office, reviews),
      shownOf(office, reviews).map(({ plan }) => plan.id),
    );
  },
  bodies: async ({ store }, office) => shows(bodiesPage(office, await store.list('body', office.host)), []),
  agencies: async ({ store }, office) => {
    const settings = await store.get('settings', office.host, 'settings');
    return shows(agenciesPage(office, settings?.version ?? 0), []);
  },
  'new-agency': async (deps, office) => shows(newAgencyPage(office, await wantedAgency(deps, office)), []),
  settings: async (deps, office) => shows(settingsPage(office, await loadSettings(deps, office)), []),
  'shared-settings': async (deps, office) => shows(settingsPage(office, await loadSettings(deps, office)), []),
  push: async (deps, office) => shows(pushPage(office, await loadPush(deps, office)), []),
  staff: async (deps, office) => shows(staffPage(office, await loadStaff(deps, office)), []),
  audit: async (deps, office) => {
    const view = await loadAudit(deps, office);
    return shows(auditPage(office, view), view.sought.about === '' ? [] : [view.sought.about]);
  },
  retention: async (deps, office) => {
    const view = await loadRetention(deps, office);
    return shows(retentionPage(office, view), shownIn(view));
  },
  workbook: async (_deps, office) => shows(workbookPage(office), []),
  handover: async (deps, office) => {
    const view = await loadHandover(deps, office);
    return shows(handoverPage(office, view), handedOver(office, view));
  },
  'new-case': async ({ store }, office) =>
    shows(newCasePage(office, nextId('C', await store.list('case', office.town.id))), []),
  'new-meeting': async (deps, office) => {
    const view = await loadTown(deps, office);
    const open = openCases(view.cases);
    return shows(
      newMeetingPage(office, { meetings: view.meetings, open }),
      open.map(({ id }) => id),
    );
  },
  'new-sitting': async (deps, office) => {
    const view = await loadSitting(deps, office);
    const own = view.parts.find(({ town }) => town.id === office.town.id);
    return shows(sittingPage(office, view), own?.cases.map(({ id }) => id) ?? []);
  },
  'new-body': async (deps, office) =>
    shows(
      bodyPage(office, {
        body: undefined,
        towns: await hostedTowns(deps, office),
        calendar: await settingsOf(deps, office.host),
      }),
      [],
    ),
};

function drawn<View>(loaded: Result<View, Refused>, draw: (view: View) => Shown): Result<Shown, Refused> {
  return loaded.ok ? ok(draw(loaded.value)) : loaded;
}
