import { type FormName, isFormName } from '../../core/standard-form/model.ts';
import { pathOf } from './paths.ts';

/** Which page of a town's office a path names. */
export type Place =
  | { readonly page: ListName }
  | { readonly page: 'consultation' | 'case' | 'glance' | 'meeting' | 'plan' | 'body' | 'agency'; readonly id: string }
  | Letter
  | FormPlace;

/** Pages that are about no single record. */
export type ListName =
  | 'town'
  | 'consultations'
  | 'new-consultation'
  | 'cases'
  | 'meetings'
  | 'messages'
  | 'tasks'
  | 'records'
  | 'reviews'
  | 'oversight'
  | 'bodies'
  | 'settings'
  | 'shared-settings'
  | 'push'
  | 'staff'
  | 'audit'
  | 'new-case'
  | 'handover'
  | 'new-meeting'
  | 'new-sitting'
  | 'new-body'
  | 'agencies'
  | 'new-agency'
  | 'retention'
  | 'workbook';

/** The letter to an agency, of a task about a meeting, a plan or a case. */
export type Letter = {
  readonly page: 'letter';
  readonly folder: 'meetings' | 'plans' | 'cases';
  readonly id: string;
  readonly agency: string;
  /** Which letter, as nameOfPaper() writes it; the one that is right now when left out. */
  readonly paper?: string;
};

/** A 様式 of a plan, about one member of the household, or of a consultation. */
export type FormPlace = {
  readonly page: 'standard-form';
  readonly folder: 'plans' | 'consultations';
  readonly id: string;
  readonly form: FormName;
  readonly member?: string;
};

const folders = {
  consultations: 'consultation',
  cases: 'case',
  glance: 'glance',
  meetings: 'meeting',
  plans: 'plan',
  bodies: 'body',
  agencies: 'agency',
} as const;
const letterFolders = ['meetings', 'plans', 'cases'] as const;
const isFolder = (word: string): word is keyof typeof folders => Object.hasOwn(folders, word);
const isLetterFolder = (word: string): word is Letter['folder'] => letterFolders.some((folder) => folder === word);

/** The lists of a town, each at its own name. */
const lists = [
  'consultations',
  'cases',
  'meetings',
  'messages',
  'tasks',
  'records',
  'reviews',
  'oversight',
  'bodies',
  'agencies',
  'audit',
  'retention',
  'staff',
  'workbook',
] as const;

/** Pages there is one of, each at its own path. */
const singles = [
  ['new-consultation', 'consultations/new'],
  ['new-case', 'cases/new'],
  ['handover', 'cases/handover'],
  ['new-meeting', 'meetings/new'],
  ['new-sitting', 'meetings/together'],
  ['new-body', 'bodies/new'],
  ['new-agency', 'agencies/new'],
  ['settings', 'settings'],
  ['shared-settings', 'settings/shared'],
  ['push', 'settings/push'],
] as const;

/** @param tail what follows `/office/{town}/`, decoded; undefined for the town itself */
export function placeOf(tail: string | undefined): Place | undefined {
  if (tail === undefined || tail === '') return { page: 'town' };
  const single = singles.find(([, path]) => path === tail);
  if (single !== undefined) return { page: single[0] };
  const list = lists.find((one) => one === tail);
  if (list !== undefined) return { page: list };
  return letterOf(tail) ?? formOf(tail) ?? recordOf(tail);
}

function letterOf(tail: string): Place | undefined {
  const pattern = /^(?<folder>[a-z]+)\/(?<id>[^/]+)\/letter\/(?<agency>[^/]+)(?:\/(?<paper>[^/]+))?$/;
  const { folder = '', id, agency, paper } = pattern.exec(tail)?.groups ?? {};
  if (id === undefined || agency === undefined || !isLetterFolder(folder)) return undefined;
  return { page: 'letter', folder, id, agency, ...(paper === undefined ? {} : { paper }) };
}

function formOf(tail: string): Place | undefined {
  const pattern = /^(?<folder>[a-z]+)\/(?<id>[^/]+)\/forms\/(?<form>[^/]+)(?:\/(?<member>[^/]+))?$/;
  const { folder, id, form = '', member } = pattern.exec(tail)?.groups ?? {};
  if (id === undefined || !isFormName(form) || folder !== folderOfForm(form)) return undefined;
  return { page: 'standard-form', folder: folderOfForm(form), id, form, ...(member === undefined ? {} : { member }) };
}

const folderOfForm = (form: FormName) => (form === 'consultation-slip' ? 'consultations' : 'plans');

function recordOf(tail: string): Place | undefined {
  const { folder, id } = /^(?<folder>[a-z]+)\/(?<id>[^/]+)$/.exec(tail)?.groups ?? {};
  return folder === undefined || id === undefined || !isFolder(folder) ? undefined : { page: folders[folder], id };
}

/** The address of a place, percent-encoded: what API Gateway hands us is not always the path as it was sent. */
export function addressOf(office: Parameters<typeof pathOf>[0], place: Place): string {
  switch (place.page) {
    case 'town':
      return pathOf(office);
    case 'consultations':
    case 'cases':
    case 'meetings':
    case 'messages':
    case 'tasks':
    case 'records':
    case 'reviews':
    case 'oversight':
    case 'bodies':
    case 'agencies':
    case 'audit':
    case 'retention':
    case 'staff':
    case 'workbook':
      return pathOf(office, place.page);
    case 'new-agency':
      return pathOf(office, 'agencies', 'new');
    case 'agency':
      return pathOf(office, 'agencies', place.id);
    case 'new-body':
      return pathOf(office, 'bodies', 'new');
    case 'body':
      return pathOf(office, 'bodies', place.id);
    case 'new-consultation':
      return pathOf(office, 'consultations', 'new');
    case 'consultation':
      return pathOf(office, 'consultations', place.id);
    case 'handover':
      return pathOf(office, 'cases', 'handover');
    case 'new-case':
      return pathOf(office, 'cases', 'new');
    case 'new-meeting':
      return pathOf(office, 'meetings', 'new');
    case 'new-sitting':
      return pathOf(office, 'meetings', 'together');
    case 'settings':
      return pathOf(office, 'settings');
    case 'push':
      return pathOf(office, 'settings', 'push');
    case 'shared-settings':
      return pathOf(office, 'settings', 'shared');
    case 'case':
      return pathOf(office, 'cases', place.id);
    case 'glance':
      return pathOf(office, 'glance', place.id);
    case 'meeting':
      return pathOf(office, 'meetings', place.id);
    case 'plan':
      return pathOf(office, 'plans', place.id);
    case 'letter':
      return letterPath(office, place);
    case 'standard-form':
      return formPath(office, place);
  }
}

export function letterPath(office: Parameters<typeof pathOf>[0], letter: Omit<Letter, 'page'>): string {
  const { folder, id, agency, paper } = letter;
  return pathOf(office, folder, id, 'letter', agency, ...(paper === undefined ? [] : [paper]));
}

export function formPath(office: Parameters<typeof pathOf>[0], place: Omit<FormPlace, 'page'>): string {
  const { folder, id, form, member } = place;
  return pathOf(office, folder, id, 'forms', form, ...(member === undefined ? [] : [member]));
}
