import type { Staff, Town } from '../../core/access/model.ts';
import { mayReadAudit } from '../../core/access/rules.ts';
import type { NavLink } from '../page/layout.ts';
import type { Place } from './routes.ts';

type Section = {
  readonly key: string;
  readonly text: string;
  /** What follows `/office/{town}`. */
  readonly tail: string;
  /** Who finds it in the navigation; everybody who may read the town when left out. */
  readonly open?: (actor: Staff, town: Town) => boolean;
};

/** The parts of a town's office, in the order of the navigation. A page that others should find is a row here. */
const sections = [
  { key: 'today', text: '今日の仕事', tail: '' },
  { key: 'consultations', text: '相談', tail: '/consultations' },
  { key: 'cases', text: 'ケース', tail: '/cases' },
  { key: 'meetings', text: '会議', tail: '/meetings' },
  { key: 'tasks', text: '用事', tail: '/tasks' },
  { key: 'oversight', text: '目配り', tail: '/oversight', open: (actor) => actor.role === 'supervisor' },
  { key: 'agencies', text: '関係機関', tail: '/agencies' },
  { key: 'bodies', text: '会議体', tail: '/bodies' },
  { key: 'settings', text: '設定', tail: '/settings' },
  { key: 'audit', text: '操作の記録', tail: '/audit', open: mayReadAudit },
] as const satisfies readonly Section[];

/** The part each page belongs to: a new page does not compile before it has one. */
const sectionOf = {
  town: 'today',
  consultations: 'consultations',
  'new-consultation': 'consultations',
  consultation: 'consultations',
  cases: 'cases',
  'new-case': 'cases',
  handover: 'cases',
  case: 'cases',
  glance: 'cases',
  plan: 'cases',
  meetings: 'meetings',
  'new-meeting': 'meetings',
  'new-sitting': 'meetings',
  messages: 'meetings',
  meeting: 'meetings',
  letter: 'meetings',
  'standard-form': 'cases',
  tasks: 'tasks',
  records: 'meetings',
  reviews: 'cases',
  oversight: 'oversight',
  agencies: 'agencies',
  'new-agency': 'agencies',
  agency: 'agencies',
  bodies: 'bodies',
  'new-body': 'bodies',
  body: 'bodies',
  settings: 'settings',
  'shared-settings': 'settings',
  push: 'settings',
  staff: 'settings',
  audit: 'audit',
  retention: 'cases',
  workbook: 'today',
} as const satisfies Readonly<Record<Place['page'], (typeof sections)[number]['key']>>;

/** Every kind of page there is; test/browser visits each. */
export const pageNames = Object.keys(sectionOf);

/** One navigation for every page of a town's office; the page that is shown is marked. */
export function sectionLinks(actor: Staff, town: Town, place: Place | undefined): readonly NavLink[] {
  const rows: readonly Section[] = sections;
  return rows
    .filter(({ open }) => open === undefined || open(actor, town))
    .map(({ key, text, tail }) => ({
      href: `/office/${town.id}${tail}`,
      text,
      current: place !== undefined && sectionOf[place.page] === key,
    }));
}
