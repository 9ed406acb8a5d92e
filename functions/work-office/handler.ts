import { html } from 'hono/html';
import type { Staff, Town } from '../../core/access/model.ts';
import { atDoor, noteReading } from '../../core/access/noting.ts';
import { inOneTown } from '../../core/access/one-town.ts';
import { belongsTo } from '../../core/agency/model.ts';
import { mayConvene } from '../../core/access/rules.ts';
import { hostCodeOf } from '../../core/body/rules.ts';
import { mayArrange } from '../../core/commands/body/host-side.ts';
import type { Done, Outside } from '../../core/commands/command.ts';
import type { Verb } from '../../core/commands/menu.ts';
import { perform } from '../../core/commands/perform.ts';
import { allRefusals } from '../../core/commands/all-refusals.ts';
import { formsTaken } from '../../core/form/rules.ts';
import { frameworksIn } from '../../core/framework/uses.ts';
import { settingsOf } from '../../core/settings/rules.ts';
import type { HttpHandler, HttpRequest } from '../http.ts';
import { readForm, type SentForm } from '../page/sent-form.ts';
import { type Page, type PageResponse, seeOther, showPage } from '../page/layout.ts';
import { MERGED, mergedForm, withMerged } from '../page/merged.ts';
import { AGAIN, withTakenBefore } from '../page/taken-before.ts';
import { withRefusal } from '../page/lost-form.ts';
import { withinBounds } from '../page/too-much.ts';
import { formOf, isOwnNonce, nonceFor } from '../page/nonce.ts';
import { notice } from '../page/parts.ts';
import { showRefusal, statusOf } from '../page/refusal-page.ts';
import { afterwards } from './afterwards.ts';
import { type Again, askedFor, grounded, shownAgain } from './again.ts';
import { pickIn } from './agency/agency-picks.ts';
import { enter, isOffered, mayWorkAt, readingAt } from './entry.ts';
import { fileAt } from './file-at.ts';
import { type Asked, askedBy, kindOf } from './inputs.ts';
import { frameOf, type Office } from './office.ts';
import { pageAt } from './pages.ts';
import type { OfficeDeps } from './office-deps.ts';
import { addressOf, type Place, placeOf } from './routes.ts';
import { type Pages, SIDEBAR_PATH, sidebarDoor } from './sidebar/sidebar-door.ts';
import { townsPage } from './town/towns-page.ts';
import { withUndone, withWayBack } from './audit/undo-note.ts';

/** The office: a town's clerk, the host's officer, a supervisor. Every form is one command of the menu. */
export function createHandler(outside: Outside<OfficeDeps>): HttpHandler {
  const office = bounded(atDoor(outside, 'office'));
  const sidebar = sidebarDoor(bounded(atDoor(outside, 'sidebar')));
  return (request) => (request.path === SIDEBAR_PATH ? sidebar : office)(request);
}

const bounded = (deps: OfficeDeps): Pages =>
  withinBounds(pagesFor(deps), ({ params }) => placeOf(params['page'])?.page === 'workbook');

function pagesFor(deps: OfficeDeps): Pages {
  return async (request) => {
    const { actor } = request;
    if (actor?.kind !== 'staff') return showRefusal({ code: 'forbidden' });
    if (request.params['town'] === undefined) return townsPage(deps, actor, request.query['page']);

    const place = placeOf(request.params['page']);
    const entered = await enter(deps, actor, request.params['town'], place);
    if (!entered.ok) return showRefusal(entered.error, { ...frameOf({ actor }), sent: request.method === 'POST' });
    const visit = { request, actor, ...entered.value };
    // What all towns share is of no town. A body may take the cases of several towns, and has none of their records; an agency is called by several.
    const here = ofTheHost.includes(visit.place.page) ? deps : inOneTown(deps, visit.town.id);
    const file = fileAt(here, visit, deskOf(here, visit));
    if (file !== undefined) return file;
    return request.method === 'POST' ? post(here, visit) : show(here, visit);
  };
}

type OfficeVisit = {
  readonly request: HttpRequest;
  readonly actor: Staff;
  readonly town: Town;
  readonly towns: readonly Town[];
  readonly place: Place;
};

/** Pages with a search, which changes nothing. */
const searched: readonly Place['page'][] = ['town', 'cases'];

const ofTheHost: readonly Place['page'][] = [
  ...(['bodies', 'new-body', 'body', 'shared-settings'] as const),
  ...(['agencies', 'new-agency', 'agency', 'new-sitting'] as const),
];

/** Verbs that are told which town's office they were asked in. */
const inTown: readonly Verb[] = [
  'undo',
  'consultation',
  'case',
  'body',
  'framework',
  'series',
  ...(['move-sitting', 'cancel-sitting', 'push'] as const),
];

/** Whose page it is: its forms are good there, and for nobody else. */
const pageOf = (visit: Pick<OfficeVisit, 'actor' | 'town'>, place: Place) =>
  `staff:${visit.actor.id}|${addressOf(visit, place)}`;

async function post(deps: OfficeDeps, visit: OfficeVisit): Promise<PageResponse> {
  const form = readForm(visit.request.body);
  if (!isOwn(deps, visit, form)) return show(deps, visit, { form, refused: [{ code: 'nonce-missing' }] });
  const looked = lookedAt(form);
  if (looked !== undefined) return show(deps, visit, { form: looked });
  const asked = askedBy(form, visit.place, visit.town.id);
  if (asked === undefined)
    return show(deps, visit, { form, refused: [{ code: 'bad-code', field: '操作', received: kindOf(form) }] });

  const sent = await sendOn(deps, visit, { form, asked });
  if (!sent.done.ok) return show(deps, visit, { form, refused: allRefusals(asked.verb, sent.said, sent.done.error) });
  return seeOther(
    `${await afterwards(deps, visit, { ...sent.done.value, verb: asked.verb })}?done=${wordFor(form, sent.done.value, sent.merged)}`,
  );
}

function wordFor(form: SentForm, done: Done, merged: boolean): string {
  if (done.again === true) return AGAIN;
  return merged ? MERGED : kindOf(form);
}

type Sending = { readonly form: SentForm; readonly asked: Asked };
const TRIES = 3;

/** Does what a form asks for; where somebody else saved meanwhile and no field is changed by both, it takes their changes along. */
async function sendOn(deps: OfficeDeps, visit: OfficeVisit, { form, asked }: Sending) {
  const mark = formOf(deps, pageOf(visit, visit.place), { town: visit.town.id, body: visit.request.body });
  const attempt = async ({ verb, said: each }: Asked, merged: boolean) => {
    const said = inTown.includes(verb) ? { ...each, town: visit.town.id } : each;
    return { said, merged, done: await perform({ ...deps, form: mark }, visit.actor, verb, said) };
  };
  let sent = await attempt(asked, false);
  for (let tried = 0; tried < TRIES && !sent.done.ok && sent.done.error.code === 'stale-version'; tried += 1) {
    const merged = await mergedNow(deps, visit, { form, refused: allRefusals(asked.verb, sent.said, sent.done.error) });
    if (merged === undefined) return sent;
    sent = await attempt(merged, true);
  }
  return sent;
}

/** The form with what somebody else saved meanwhile, as the page would show it now. */
async function mergedNow(deps: OfficeDeps, visit: OfficeVisit, again: Again): Promise<Asked | undefined> {
  const office = await officeOf(deps, visit, again);
  const drawn = await pageAt(deps, office, visit.place);
  if (!drawn.ok || office.typed === undefined) return undefined;
  const merged = mergedForm(kindOf(again.form), again.form, office.typed);
  return merged === undefined ? undefined : askedBy(merged, visit.place, visit.town.id);
}

const deskOf = (deps: OfficeDeps, visit: OfficeVisit) => ({
  show: async (again?: Again) => show(deps, visit, again),
  isOwn: (form: SentForm) => isOwn(deps, visit, form),
  office: async () => officeOf(deps, visit),
});

/** Steps that save nothing: what it will come to, and one more line to fill in. */
const shows: readonly string[] = ['preview', 'more'];

/** A form that only asks to be shown something; undefined for one that does something. */
function lookedAt(form: SentForm): SentForm | undefined {
  // A search changes nothing, but a name has no place in an address: so it comes as a form.
  if (kindOf(form) === 'find' || shows.includes(form.text('step') ?? '') || pickIn(form) !== undefined) return form;
  return form.text('step') === 'instead' ? grounded(form) : undefined;
}

/** A page's own nonce; the search box of the page of today's work leads to the list of cases. */
function isOwn(deps: OfficeDeps, visit: OfficeVisit, form: SentForm): boolean {
  const from: readonly Place[] = kindOf(form) === 'find' ? [visit.place, { page: 'town' }] : [visit.place];
  return from.some((place) => isOwnNonce(deps, pageOf(visit, place), form.values.get('nonce')));
}

async function show(deps: OfficeDeps, visit: OfficeVisit, again?: Again): Promise<PageResponse> {
  const office = await officeOf(deps, visit, again);
  const shown = await pageAt(deps, office, visit.place);
  if (!shown.ok) return showRefusal(shown.error, frameOf(visit));
  const { page, about } = shown.value;
  // Whoever reads about a household stands in the audit log, before they read.
  await noteReading(deps, visit.actor, { town: visit.town.id, ...readingAt(visit.place), about });
  const framed = office.edits ? await withWayBack(deps, office, page) : onlyToRead(page);
  const answered = withUndone(withMerged(withTakenBefore(framed, office.done), office.done), office.done);
  const [refused] = again?.refused ?? [];
  return showPage(await withRefusal(answered, office.typed), refused === undefined ? 200 : statusOf(refused));
}

/** Without a nonce no form is drawn: who only reads cannot send one, but searches, and answers an offer. */
async function mayAnswer(
  deps: OfficeDeps,
  { actor, town, place }: Pick<OfficeVisit, 'actor' | 'town' | 'place'>,
  edits: boolean,
): Promise<boolean> {
  return edits || searched.includes(place.page) || isOffered(deps, actor, town, place);
}

async function officeOf(
  deps: OfficeDeps,
  { actor, town, towns, place, request }: OfficeVisit,
  again?: Again,
): Promise<Office> {
  const now = deps.clock.now();
  const host = await hostCodeOf(deps, town.id);
  const edits = await mayWorkAt(deps, actor, town, place);
  const settings = await settingsOf(deps, town.id);
  const office: Office = {
    actor,
    town,
    towns,
    place,
    now,
    nonce: (await mayAnswer(deps, { actor, town, place }, edits))
      ? nonceFor(deps, pageOf({ actor, town }, place), await formsTaken(deps, actor, town.id))
      : '',
    convenes: mayConvene(actor, town),
    edits,
    host,
    arranges: mayArrange(actor, host, deps.prefecture),
    frameworks: await frameworksIn(deps, town.id),
    agencies: (await deps.store.list('agency', deps.prefecture)).filter((one) => belongsTo(one, town.id)),
    typeLabels: settings.agencyTypeLabels ?? {},
  };
  return again === undefined ? { ...office, ...askedFor(request.query) } : shownAgain(deps, office, again);
}

/** 圏域コア and 住所地の町村 read; who works on the case is the one to ask. */
function onlyToRead(page: Page): Page {
  const words = 'この立場では、読むことだけができます。書き込みが要るときは、担当している町村に頼んでください。';
  return { ...page, main: html`${notice('info', '読むだけの画面です', words)}${page.main}` };
}
