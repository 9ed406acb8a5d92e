import type { AuditEntry } from '../../core/access/audit.ts';
import { homeCaseSchema } from '../../core/case/home-case.ts';
import { caseSchema } from '../../core/case/model.ts';
import { consultationSchema } from '../../core/consultation/model.ts';
import { type TownCode, townCodeSchema } from '../../core/ids.ts';
import { type Meeting, meetingSchema } from '../../core/meeting/model.ts';
import { messageSchema } from '../../core/message/model.ts';
import { parcelSchema } from '../../core/parcel/model.ts';
import { planSchema, roleSchema } from '../../core/plan/model.ts';
import { personSchema, townSchema } from '../../core/access/model.ts';
import { agencySchema } from '../../core/agency/model.ts';
import type { Versioned } from '../../core/records.ts';
import { defaultSettings, settingsSchema } from '../../core/settings/model.ts';
import { bodySchema } from '../../core/body/model.ts';
import { sentSchema } from '../../core/form/model.ts';
import { frameworkUseSchema } from '../../core/framework/model.ts';
import { rowSchema } from '../../core/sheet/model.ts';
import { type Status, statusSchema } from '../../core/status/model.ts';
import { taskSchema } from '../../core/task/model.ts';
import { type Instant, instantSchema } from '../../core/time.ts';
import {
  type Link,
  linkSchema,
  type OutboxEntry,
  outboxEntrySchema,
  type Wait,
  waitSchema,
} from '../../core/workflow/model.ts';
import { papersOf } from './papers.ts';
import { pushesOf } from './pushes.ts';

export const town: TownCode = townCodeSchema.parse('393011');
export const neighbour: TownCode = townCodeSchema.parse('393029');
const prefecture = '390003';
const noon = '2026-06-01T03:00:00.000Z';

export function moment(text: string): Instant {
  return instantSchema.parse(text);
}

const appointment = {
  startsAt: '2026-06-15T05:00:00.000Z',
  place: '若草町役場',
  outlook: '3か月ごと計4回',
  replyBy: '2026-06-08T08:15:00.000Z',
  convenedAt: noon,
  convener: '佐藤',
  urgent: false,
  sequence: 0,
};
const answered = {
  agency: '包括',
  class: '相談支援',
  purposes: [{ text: '受診の相談', members: ['A'] }],
  generation: 1,
  invitedAt: noon,
  replies: [
    {
      answer: '意見書提出',
      at: noon,
      source: '電話',
      enteredBy: '佐藤',
      text: '「"引用"」\n二行目',
      unconfirmed: false,
    },
  ],
};
const heldMeeting = {
  kind: 'meeting',
  town,
  version: 0,
  framework: 'needy-support',
  cases: ['C-1'],
  ground: 1,
  emergency: false,
  invitations: [answered],
  done: { 'remind/2026-06-04': noon },
};

/** A fresh record of every kind but the mirror, as a command would save it the first time. */
export function oneOfEach(): readonly Versioned[] {
  return [
    townSchema.parse({ kind: 'town', town: prefecture, id: '393011', version: 0, name: '若草町', host: 'prefecture' }),
    homeCaseSchema.parse({
      ...{ kind: 'home-case', town: '393029', id: '393011/C-1', version: 0, at: '393011', case: 'C-1' },
    }),
    personSchema.parse({
      kind: 'person',
      town: prefecture,
      id: '木村',
      version: 0,
      name: '木村',
      role: 'clerk',
      serves: town,
    }),
    agencySchema.parse({
      kind: 'agency',
      town: prefecture,
      id: '包括',
      version: 0,
      name: '地域包括支援センター',
      type: '地域包括支援センター',
      mail: 'a@example.jp',
    }),
    ...pushesOf(prefecture),
    settingsSchema.parse({ ...defaultSettings, kind: 'settings', id: 'settings', version: 0, town }),
    bodySchema.parse({
      ...{
        kind: 'body',
        town: prefecture,
        id: '支援会議',
        version: 0,
        name: '青葉県支援会議',
        framework: 'needy-support',
      },
      ...{ towns: ['393011'], constituents: [{ agency: '包括', from: '2026-04-01' }], number: '青福第{番号}号' },
      roster: [{ agency: '包括', standing: 'required', class: '相談支援', purpose: '見守りの相談' }],
      ...{ approval: false, turns: [], since: '2026-04-01' },
    }),
    frameworkUseSchema.parse({ kind: 'framework', town: prefecture, id: 'case-review', version: 0, off: true }),
    consultationSchema.parse({
      ...{ kind: 'consultation', town, id: 'U-1', version: 0, state: 'referred', on: '2026-06-01', name: '試験花子' },
      ...{ household: { size: 2, who: ['相談者', '子'], unknown: false }, mayShare: false, handedTo: [5] },
      ...{ text: '電話で「どこに聞けばよいか」', route: '本人（電話）', issues: [], by: '木村' },
    }),
    caseSchema.parse({
      ...{ kind: 'case', town, id: 'C-1', version: 0, state: 'received', openedOn: '2026-06-01', issues: [1, 2] },
      ...{
        members: [{ id: 'A', name: '試験花子', born: '1943-04-01', covered: true }],
        consents: [],
        triggers: [],
        leads: [],
      },
    }),
    aMeeting({ id: 'M-1' }),
    meetingSchema.parse({ ...heldMeeting, id: 'M-2', state: 'requested', requestedBy: '木村' }),
    meetingSchema.parse({ ...heldMeeting, id: 'M-3', state: 'recording', appointment, records: [] }),
    roleSchema.parse({
      ...{
        kind: 'role',
        town,
        id: 'R-1',
        version: 0,
        meeting: 'M-1',
        agency: '包括',
        person: '鈴木',
        what: '訪問',
        for: 'A',
      },
      ...{ purpose: '安否', frequency: '週1回', by: '8月末', else: '佐藤に電話', state: 'proposed' },
    }),
    planSchema.parse({
      ...{
        kind: 'plan',
        town,
        id: 'C-1',
        version: 0,
        edition: 1,
        framework: 'needy-coordination',
        state: 'active',
        goals: ['通院'],
      },
      ...{ period: { from: '2026-07-01', to: '2026-09-30' }, roles: ['R-1'], reports: [], evaluations: [] },
      monitoring: { period: 1, review: '2026-09-15', done: {} },
    }),
    taskSchema.parse({
      ...{ kind: 'task', town, id: 'M-1/fax/民生', version: 0, taskKind: 'fax', for: '佐藤', about: '民生' },
      ...{ subject: { kind: 'meeting', id: 'M-1' }, openedAt: noon },
    }),
    messageSchema.parse({
      ...{
        kind: 'message',
        town,
        id: 'M-1/invitation/1/包括',
        version: 0,
        mailKind: 'invitation',
        to: '包括',
        address: 'a@example.jp',
      },
      ...{
        fromName: '青葉県郡部福祉事務所',
        subject: '関係機関会議のご案内',
        text: '{{link}}',
        template: 'v1',
        state: 'created',
        createdAt: noon,
      },
      link: { meeting: 'M-1', agency: '包括', generation: 1 },
    }),
    aWait({ id: 'M-1-r1', token: 'token' }),
    aLink({ id: 'fingerprint-1' }),
    rowSchema.parse({
      kind: 'row',
      town,
      id: 'ケース/1',
      version: 0,
      rowVersion: 3,
      cells: { 氏名: '試験花子' },
      status: '済',
      problems: [],
    }),
    parcelSchema.parse({
      kind: 'parcel',
      town,
      id: `M-1/${noon}/0`,
      version: 0,
      records: [aLink({ id: 'f-2' })],
      outbox: [],
    }),
    ...papersOf(town, noon),
    sentSchema.parse({
      kind: 'sent',
      town,
      id: 'staff:木村',
      version: 0,
      forms: [{ mark: 'f3a1', at: noon, town, to: 'C-1' }],
    }),
  ];
}

export function aMeeting(overrides: Readonly<Record<string, unknown>>): Meeting {
  return meetingSchema.parse({ ...heldMeeting, state: 'inviting', appointment, ...overrides });
}

/** The smallest record there is, for tests that care for saving and not for content. */
export function aWait(overrides: Readonly<Record<string, unknown>>): Wait {
  return waitSchema.parse({ kind: 'wait', town, id: 'M-1-r1', version: 0, pending: false, ...overrides });
}

export function aLink(overrides: Readonly<Record<string, unknown>>): Link {
  const opens = { meeting: 'M-1', agency: '包括', generation: 1, expiresAt: '2026-09-01T00:00:00.000Z' };
  return linkSchema.parse({ kind: 'link', town, version: 0, ...opens, ...overrides });
}

export function aStatus(overrides: Readonly<Record<string, unknown>>): Status {
  const shown = { of: 'case', state: 'supported', openedOn: '2026-06-01' };
  return statusSchema.parse({ kind: 'status', town, id: 'case/C-1', ...shown, ...overrides });
}

export function anEntry(overrides: Readonly<Record<string, unknown>>): OutboxEntry {
  const effect = { type: 'signal', execution: 'M-1-r1' };
  return outboxEntrySchema.parse({ town, subject: 'M-1', notBefore: noon, effect, ...overrides });
}

export function anAuditEntry(overrides: Partial<AuditEntry>): AuditEntry {
  return { town, at: moment(noon), who: 'staff:木村', did: 'convene', to: 'meeting/M-1', ...overrides };
}
