import { personSchema, townSchema } from './access/model.ts';
import { agencySchema } from './agency/model.ts';
import { registerSchema } from './body/document.ts';
import { bodySchema } from './body/model.ts';
import { homeCaseSchema } from './case/home-case.ts';
import { caseSchema } from './case/model.ts';
import { sentSchema } from './form/model.ts';
import { frameworkUseSchema } from './framework/model.ts';
import { consultationSchema } from './consultation/model.ts';
import { meetingSchema } from './meeting/model.ts';
import { messageSchema } from './message/model.ts';
import { parcelSchema } from './parcel/model.ts';
import { planSchema, roleSchema } from './plan/model.ts';
import { pushSchema, pushTurnSchema } from './push/model.ts';
import { receivedSchema } from './received/model.ts';
import { disposalSchema, disposedSchema, retentionSchema } from './retention/model.ts';
import { seriesSchema } from './series/model.ts';
import { settingsSchema } from './settings/model.ts';
import { rowSchema } from './sheet/model.ts';
import { statusSchema } from './status/model.ts';
import { taskSchema } from './task/model.ts';
import { stepSchema } from './undo/model.ts';
import { watchSchema } from './watch/model.ts';
import { linkSchema, waitSchema } from './workflow/model.ts';
import type * as z from 'zod';

/** Every kind of record there is. A store parses what it reads with these, so nothing half-known comes back. */
export const recordSchemas = {
  town: townSchema,
  person: personSchema,
  agency: agencySchema,
  settings: settingsSchema,
  body: bodySchema,
  framework: frameworkUseSchema,
  register: registerSchema,
  series: seriesSchema,
  consultation: consultationSchema,
  case: caseSchema,
  'home-case': homeCaseSchema,
  meeting: meetingSchema,
  role: roleSchema,
  plan: planSchema,
  task: taskSchema,
  message: messageSchema,
  received: receivedSchema,
  parcel: parcelSchema,
  wait: waitSchema,
  link: linkSchema,
  row: rowSchema,
  step: stepSchema,
  sent: sentSchema,
  disposal: disposalSchema,
  disposed: disposedSchema,
  retention: retentionSchema,
  watch: watchSchema,
  push: pushSchema,
  'push-turn': pushTurnSchema,
  status: statusSchema,
} as const;

export type Kind = keyof typeof recordSchemas;
export type RecordOf<K extends Kind> = z.infer<(typeof recordSchemas)[K]>;
/** A record with a version of its own: saved only when nobody else saved since it was read. */
export type Versioned = { [K in Exclude<Kind, 'status'>]: RecordOf<K> }[Exclude<Kind, 'status'>];
