import { awaitsDesignation } from '../../core/body/rules.ts';
import { inOneTown } from '../../core/access/one-town.ts';
import { atDoor } from '../../core/access/noting.ts';
import type { Deps, Outside } from '../../core/commands/command.ts';
import type { CalendarFile } from '../../core/ports.ts';
import { perform } from '../../core/commands/perform.ts';
import { formsTaken } from '../../core/form/rules.ts';
import type { HttpHandler, HttpRequest, HttpResponse } from '../http.ts';
import { dayOf, type Instant } from '../../core/time.ts';
import { readForm } from '../page/sent-form.ts';
import { type Page, showPage } from '../page/layout.ts';
import { withRefusal } from '../page/lost-form.ts';
import { formOf, isOwnNonce, nonceFor } from '../page/nonce.ts';
import { showRefusal, statusOf } from '../page/refusal-page.ts';
import { withTakenBefore } from '../page/taken-before.ts';
import { withinBounds } from '../page/too-much.ts';
import { typedOf } from '../page/typed.ts';
import type { Refused } from '../../core/refusal.ts';
import { ok, type Result } from '../../core/result.ts';
import { showBusy } from './busy-page.ts';
import { CALENDAR_FILE, showCalendarFile } from './calendar-file.ts';
import { cancelledPapers } from './cancelled.ts';
import { isOfLink, showClosed } from './closed-page.ts';
import { invitationPage } from './invitation-page.ts';
import type { Shown } from './shown.ts';
import { leftPage } from './leave-form.ts';
import { papersPage } from './papers-content.ts';
import { codePage, designationPage, secrecyPage, tooEarlyPage } from './papers-page.ts';
import { createPace } from './pace.ts';
import { isPrefetch, notYet } from './prefetch.ts';
import { papersOpenedBy, readerOf } from './papers-key.ts';
import { takeForm } from './take-form.ts';
import { actorOf, readLink, readPapers, type Visit, visitorOf } from './visit.ts';

// In ten minutes: of one link, and by one visitor of links that lead nowhere (ADR 0040).
const MOST_OPENINGS = 300;
const MOST_DEAD_LINKS = 100;

/** An agency's page. The link answers and shows logistics; papers need the code and the secrecy duty besides. */
export function createHandler(outside: Outside & { readonly calendarFile: CalendarFile }): HttpHandler {
  const deps = atDoor(outside, 'agency');
  const pace = createPace();
  return withinBounds(async (request) => {
    const token = request.params['token'] ?? '';
    const now = deps.clock.now();
    const wait = pace(`link|${deps.secrets.fingerprint(token)}`, MOST_OPENINGS, now);
    if (wait !== undefined) return showBusy(wait, request);
    const visit = await readLink(deps, token);
    if (!visit.ok) return nowhere(visit.error, request, strayed(pace, request, now));
    if (isPapers(request.path) && isPrefetch(request)) return notYet();
    if (request.path.endsWith(`/${CALENDAR_FILE}`)) return showCalendarFile(visit.value, outside.calendarFile);
    const here = inOneTown(deps, visit.value.meeting.town);
    return request.method === 'POST' ? post(here, visit.value, request) : show(here, visit.value, request);
  });
}

/** Seconds to wait for whoever opens links that lead nowhere, one after another. */
function strayed(pace: ReturnType<typeof createPace>, { address }: HttpRequest, now: Instant): number | undefined {
  return address === undefined ? undefined : pace(`from|${address}`, MOST_DEAD_LINKS, now);
}

async function nowhere(refused: Refused, request: HttpRequest, wait: number | undefined): Promise<HttpResponse> {
  if (wait !== undefined) return showBusy(wait, request);
  return isLeaving(request) ? showPage(leftPage) : showClosed(refused, request);
}

async function post(deps: Deps, visit: Visit, request: HttpRequest): Promise<HttpResponse> {
  const form = readForm(request.body);
  // A mail scanner may press buttons it finds, but it has not read this page. A page that lay open too long keeps what was typed.
  if (!isOwnNonce(deps, pageOf(visit, request), form.values.get('nonce')))
    return show(deps, visit, request, { form, refused: { code: 'nonce-missing' } });
  const mark = formOf(deps, pageOf(visit, request), { town: visit.meeting.town, body: request.body });
  const taken = await takeForm({ ...deps, form: mark }, visit, request, form);
  if (taken.ok) return taken.value;
  return show(deps, visit, request, { form, refused: taken.error });
}

/** Whoever has just left comes back to a link that is over. */
const isLeaving = ({ method, query }: HttpRequest) => method === 'GET' && query['done'] === 'leave';

/** Nonces of the page that answers are worth nothing on the one with the papers. */
const pageOf = (visit: Visit, { path }: HttpRequest) => `${visitorOf(visit)}|${isPapers(path) ? 'papers' : ''}`;
const isPapers = (path: string) => path.endsWith('/papers');

type Refusal = { readonly form: ReturnType<typeof readForm>; readonly refused: Refused };

async function show(deps: Deps, visit: Visit, request: HttpRequest, refusal?: Refusal): Promise<HttpResponse> {
  const shown: Shown = {
    nonce: nonceFor(deps, pageOf(visit, request), await formsTaken(deps, actorOf(visit), visit.meeting.town)),
    done: request.query['done'],
    ...(refusal === undefined ? {} : { typed: typedOf(refusal.form, [refusal.refused]) }),
  };
  const page = await pageFor(deps, visit, request, shown);
  if (!page.ok) return isOfLink(page.error) ? showClosed(page.error, request) : showRefusal(page.error);
  const answered = withTakenBefore(page.value, shown.done);
  return showPage(await withRefusal(answered, shown.typed), refusal === undefined ? 200 : statusOf(refusal.refused));
}

/** Its date is still sought: nobody was called yet. */
const isUncalled = ({ meeting, invitation }: Visit) =>
  meeting.state === 'polling' && invitation.invitedAt === undefined;

async function pageFor(deps: Deps, visit: Visit, request: HttpRequest, shown: Shown): Promise<Result<Page, Refused>> {
  if (!isPapers(request.path)) return ok(invitationPage(visit, shown));
  if (visit.meeting.state === 'cancelled') return ok(cancelledPapers(visit));
  if (isUncalled(visit)) return ok(tooEarlyPage(visit));
  if (awaitsDesignation(visit.body, visit.invitation, dayOf(visit.now))) return ok(designationPage(visit));
  const opened = papersOpenedBy(deps, visit, request);
  if (opened === undefined) return ok(codePage(visit, shown));
  // Each reader by name: a colleague who asked for a code of their own is asked again.
  const reader = readerOf(visit, opened);
  return reader === undefined ? ok(secrecyPage(visit, shown)) : readTo(deps, visit, shown, reader);
}

async function readTo(deps: Deps, visit: Visit, shown: Shown, reader: string): Promise<Result<Page, Refused>> {
  // Whoever reads about a household stands in the audit log.
  const opened = await perform(deps, actorOf(visit), 'open', { meeting: visit.meeting.id });
  return opened.ok ? ok(papersPage({ ...visit, reader }, await readPapers(deps, visit), shown)) : opened;
}
