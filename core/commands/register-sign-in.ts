import * as z from 'zod';
import type { Actor, Person, Staff } from '../access/model.ts';
import { mayRegister } from '../access/rules.ts';
import { sameMail } from '../access/who-signs-in.ts';
import { mailField } from '../agency/fields.ts';
import { personIdSchema } from '../ids.ts';
import type { Refused } from '../refusal.ts';
import { refuse } from '../result.ts';
import type { Command, Deps } from './command.ts';
import { save } from './save.ts';

const input = z.strictObject({
  person: personIdSchema,
  /** Empty takes it away: they come in from no sheet any more, and get no mail. */
  mail: mailField,
});

/** The address a person signs in with, and gets mail at: one person's only. Whoever could change it at will could come in as somebody else. */
export const registerSignIn: Command<typeof input> = {
  input,
  async run(deps, actor, { person: id, mail }) {
    const person = await deps.store.get('person', deps.prefecture, id);
    if (person === undefined) return refuse({ code: 'unknown-person', id });
    const refused = await refusalOf(deps, actor, person, mail);
    if (refused !== undefined) return refuse(refused);
    const put = (person.mail ?? '') === mail ? [] : [withMail(person, mail)];
    return save(deps, actor, { command: 'sign-in', town: person.serves ?? deps.prefecture, id, put });
  },
};

async function refusalOf(deps: Deps, actor: Actor, person: Person, mail: string): Promise<Refused | undefined> {
  if (actor.kind !== 'staff' || !(await mayRegisterHere(deps, actor, person))) return { code: 'forbidden' };
  const other = mail === '' ? undefined : await otherWith(deps, person.id, mail);
  return other === undefined ? undefined : { code: 'sign-in-taken', person: other.id };
}

function withMail({ mail: _before, ...rest }: Person, mail: string): Person {
  return mail === '' ? rest : { ...rest, mail };
}

async function otherWith(deps: Deps, id: Person['id'], mail: string): Promise<Person | undefined> {
  const people = await deps.store.list('person', deps.prefecture);
  return people.find((one) => one.id !== id && sameMail(one.mail ?? '', mail));
}

async function mayRegisterHere(deps: Deps, actor: Staff, person: Person): Promise<boolean> {
  const town = person.serves === undefined ? undefined : await deps.store.get('town', deps.prefecture, person.serves);
  return mayRegister(actor, person, town);
}
