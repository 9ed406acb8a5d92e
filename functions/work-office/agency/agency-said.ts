import type { SentForm } from '../../page/sent-form.ts';
import { PEOPLE } from './agency-form.ts';

type Said = Readonly<Record<string, unknown>>;

const texts = ['name', 'mail', 'phone', 'fax', 'post', 'reach', 'hours', 'head', 'notes', 'only'] as const;

/** The form of an agency: every field is said, an empty one to take away what stood there. */
export function agencySaid(form: SentForm, id: string): Said {
  const anyway = form.text('anyway');
  const version = form.text('version');
  return {
    ...Object.fromEntries(texts.map((name) => [name, form.text(name) ?? ''])),
    id: id === '' ? (form.text('id') ?? '') : id,
    type: form.text('typeText') ?? form.text('typeCode') ?? '',
    contacts: peopleIn(form),
    noCalendar: form.text('noCalendar') === 'yes',
    ...(id === '' ? { fresh: true } : {}),
    ...(anyway === undefined ? {} : { anyway }),
    ...(version === undefined ? {} : { version: Number(version) }),
  };
}

/** Every line with something in it: one without a name is refused, not thrown away. */
function peopleIn(form: SentForm): readonly Said[] {
  return Array.from({ length: PEOPLE }, (_, at) => ({
    name: form.text(`person-${String(at)}`) ?? form.text(`section-${String(at)}`) ?? '',
    section: form.text(`person-${String(at)}`) === undefined ? '' : (form.text(`section-${String(at)}`) ?? ''),
    phone: form.text(`direct-${String(at)}`) ?? '',
    mail: form.text(`own-${String(at)}`) ?? '',
  })).filter(({ name, phone, mail }) => name + phone + mail !== '');
}

/** What the host calls the types; blank is our own label. */
export function labelsSaid(form: SentForm): Said {
  const given = [...form.values].filter(([name, value]) => name.startsWith('label.') && value.trim() !== '');
  return {
    town: form.text('town'),
    agencyTypeLabels: Object.fromEntries(given.map(([name, value]) => [name.slice('label.'.length), value.trim()])),
  };
}
