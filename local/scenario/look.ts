import { caseStates } from '../../core/case/model.ts';
import { consultationStates } from '../../core/consultation/model.ts';
import type { Message } from '../../core/message/model.ts';
import type { Kind, RecordOf } from '../../core/records.ts';
import { countFacts } from './count-facts.ts';
import type { Facts } from './facts.ts';
import { caseFields, consultationFields } from './case-facts.ts';
import { dueOf, planFields, roleFields, rowFacts, stateOf } from './record-facts.ts';
import type { Watched } from './watched.ts';

/** Everything that expectations ask about, read from the store and the engine. */
export async function look(app: Watched): Promise<Facts> {
  const records = await everything(app);
  const [meetings, cases, consultations] = [
    await records('meeting'),
    await records('case'),
    await records('consultation'),
  ];

  return {
    mails: (await app.sentMails()).flatMap(mailFacts),
    tasks: (await records('task'))
      .filter((task) => task.done === undefined)
      .map((task) => ({ for: task.for, kind: task.taskKind, about: task.about })),
    // A consultation that became a case bears its number: the case's state is then the one that counts.
    states: {
      ...byId(consultations, ({ state }) => consultationStates[state]),
      ...byId(cases, ({ state }) => caseStates[state]),
      ...byId(meetings, stateOf),
    },
    dues: byId(meetings, dueOf),
    roles: byId(await records('role'), roleFields),
    plans: byId(await records('plan'), planFields),
    cases: byId(cases, (one) => caseFields(one, cases)),
    consultations: byId(consultations, consultationFields),
    rows: Object.fromEntries((await records('row')).flatMap(rowFacts)),
    counts: await countFacts(app),
    executions: Object.fromEntries(app.engine.executions().map(({ name, status }) => [name, status])),
  };
}

function byId<R extends { readonly id: string }, V>(records: readonly R[], fact: (record: R) => V): Record<string, V> {
  return Object.fromEntries(records.map((record) => [record.id, fact(record)]));
}

function mailFacts({ to, mailKind, sentAt, subject, text }: Message): Facts['mails'] {
  return sentAt === undefined ? [] : [{ to, kind: mailKind, at: sentAt, subject, text }];
}

async function everything({ deps }: Watched) {
  const towns = await deps.store.list('town', deps.prefecture);
  const codes = [deps.prefecture, ...towns.map((town) => town.id)];
  return async <K extends Kind>(kind: K): Promise<readonly RecordOf<K>[]> => {
    const lists = await Promise.all(codes.map((code) => deps.store.list(kind, code)));
    return lists.flat();
  };
}
