import * as z from 'zod';
import type { TownCode } from '../ids.ts';
import { townCodeSchema } from '../ids.ts';
import { contactsField, faxField, longText, mailField, phoneField, shortText } from './fields.ts';
import { type Agency, type Contact, contactsOf, reachSchema } from './model.ts';
import { readType, type TypeLabels } from './read-type.ts';

/** What may be said of an agency. What is left out stays as it is; empty takes it away. */
export const changesInput = {
  name: shortText.min(1, 'ここに文字を入れてください。').optional(),
  /** Any words; those of a known type are read as that type. */
  type: shortText.min(1, 'ここに文字を入れてください。').optional(),
  /** The main 担当者 in short; `contacts` says more. */
  contact: shortText.optional(),
  contacts: contactsField.optional(),
  mail: mailField.optional(),
  phone: phoneField.optional(),
  fax: faxField.optional(),
  post: shortText.optional(),
  reach: z.union([reachSchema, z.literal('')]).optional(),
  /** No calendar file with its mails. */
  noCalendar: z.boolean().optional(),
  hours: shortText.optional(),
  head: shortText.optional(),
  notes: longText.optional(),
  /** Code of the one town that uses it; empty shares it with all towns. */
  only: z.union([townCodeSchema, z.literal('')]).optional(),
};
export type Changes = z.output<z.ZodObject<typeof changesInput>>;

const texts = ['mail', 'phone', 'fax', 'post', 'hours', 'head', 'notes'] as const;

/** An agency nobody has said anything about yet. */
export function blankAgency(town: TownCode, id: Agency['id']): Agency {
  return { kind: 'agency', town, id, version: 0, name: id, type: 'その他' };
}

export function changedAgency(before: Agency, said: Changes, labels: TypeLabels): Agency {
  const type = said.type ?? before.type;
  const typeCode = said.type === undefined ? before.typeCode : readType(said.type, labels);
  const named = { ...before, name: said.name ?? before.name, type, ...(typeCode === undefined ? {} : { typeCode }) };
  const {
    contact: _contact,
    contacts: _contacts,
    reach: _reach,
    only: _only,
    noCalendar: _noCalendar,
    ...rest
  } = texts.reduce((agency, field) => withText(agency, field, said[field]), named);
  return { ...rest, ...choices(before, said), ...people(before, said) };
}

function withText(agency: Agency, field: (typeof texts)[number], value: string | undefined): Agency {
  if (value === undefined) return agency;
  const { [field]: _before, ...rest } = agency;
  return value === '' ? rest : { ...rest, [field]: value };
}

function choices(before: Agency, said: Changes): Pick<Agency, 'reach' | 'only' | 'noCalendar'> {
  const { reach = before.reach, only = before.only } = said;
  return {
    ...(reach === undefined || reach === '' ? {} : { reach }),
    ...(only === undefined || only === '' ? {} : { only }),
    ...withoutFile(said.noCalendar ?? before.noCalendar),
  };
}

const withoutFile = (wished: boolean | undefined) => (wished === true ? { noCalendar: true } : {});

type People = { readonly contact?: string; readonly contacts?: Contact[] };

function people(before: Agency, { contact, contacts }: Changes): People {
  if (contacts !== undefined) return withMain(contacts.map(withoutBlanks));
  if (contact === undefined) return kept(before);
  if (contact === '') return withMain(contactsOf(before).filter(({ main }) => !main));
  // One short word for the main one: who else there is stays.
  const others = (before.contacts ?? []).filter(({ main }) => !main);
  return { contact, ...(others.length === 0 ? {} : { contacts: [{ name: contact, main: true }, ...others] }) };
}

function kept({ contact, contacts }: Agency): People {
  return { ...(contact === undefined ? {} : { contact }), ...(contacts === undefined ? {} : { contacts }) };
}

function withMain(said: readonly Contact[]): People {
  const chosen = said.find(({ main }) => main) ?? said[0];
  if (chosen === undefined) return {};
  const contacts = said.map((one) => ({ ...one, main: one === chosen }));
  return { contact: [chosen.section, chosen.name].filter((part) => part !== undefined).join(' '), contacts };
}

type SaidContact = NonNullable<Changes['contacts']>[number];

function withoutBlanks({ name, section, phone, mail, main }: SaidContact): Contact {
  const filled = Object.entries({ section, phone, mail }).filter(([, value]) => value !== undefined && value !== '');
  return { name, main, ...Object.fromEntries(filled) };
}
