import { html } from 'hono/html';
import type { Person } from '../../../core/access/model.ts';
import { mayRegister } from '../../../core/access/rules.ts';
import { isOfDomain } from '../../../core/access/who-signs-in.ts';
import type { Deps } from '../../../core/commands/command.ts';
import { settingsOf } from '../../../core/settings/rules.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html, Page } from '../../page/layout.ts';
import { badge, block, crumbs, notice } from '../../page/parts.ts';
import { staffWords } from '../../page/staff-words.ts';
import { savedIf } from '../../page/saved.ts';
import { table } from '../../page/table.ts';
import { frameOf, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';

type StaffView = { readonly people: readonly Person[]; readonly domains: readonly string[] };

/** The town's own staff; for the prefecture's people also those of the prefecture. */
export async function loadStaff(deps: Deps, office: Office): Promise<StaffView> {
  const people = await deps.store.list('person', deps.prefecture);
  const own = office.actor.serves === undefined;
  return {
    people: people.filter(({ serves }) => serves === office.town.id || (own && serves === undefined)),
    domains: (await settingsOf(deps, office.town.id)).signInDomains,
  };
}

/** Who signs in from a sheet, and with which address. */
export function staffPage(office: Office, { people, domains }: StaffView): Page {
  const title = '職員';
  const rows = people.map((person) => [
    person.name,
    staffWords[person.role],
    person.mail ?? '未登録',
    standing(person, domains),
  ]);
  const changeable = people.filter((person) => mayRegister(office.actor, person, office.town));
  return {
    ...frameOf(office),
    title,
    main: html`${crumbs([[pathOf(office), `${office.town.name}の仕事`]], title)}
      <h1>${title}</h1>
      ${savedIf(office.done === 'sign-in' ? 'メールアドレスを保存しました' : undefined)}
      <p class="lead">
        シートからは、ここに登録したメールアドレスのGoogleアカウントで入ります。お知らせのメールもこのアドレスに届きます。${
          domains.length === 0
            ? ''
            : html`使えるドメイン: ${domains.join('、')}（<a href="${pathOf(office, 'settings')}">設定</a>）。`
        }
      </p>
      ${table({ caption: `${office.town.name}の職員`, head: ['名前', '立場', 'メールアドレス', 'シート'], rows })}
      ${changeable.length === 0 ? notice('info', '変えられるのは、開催する側の担当と査察指導員です。査察指導員のアドレスは、査察指導員だけが変えられます。') : block('メールアドレスを変える', form(office, changeable))}`,
  };
}

function standing({ mail, serves }: Person, domains: readonly string[]): Html {
  if (mail === undefined) return badge('登録がないため入れません', 'warn');
  // What the prefecture's own people may sign in with is said by the prefecture's settings.
  const outside = serves !== undefined && !isOfDomain({ mail, mailVerified: true }, domains);
  return outside ? badge('ドメインが違うため入れません', 'warn') : badge('入れます', 'go');
}

function form({ nonce, typed }: Office, people: readonly Person[]): Html {
  const fields = fieldsOf('sign-in', typed);
  return postForm(
    { does: 'sign-in', nonce, typed, button: '保存する' },
    html`${fields.select({ name: 'person', label: 'だれの', options: people.map(({ id, name, mail }) => [id, mail === undefined ? name : `${name}（${mail}）`]) })}
    ${fields.text({ name: 'mail', label: '新しいメールアドレス', when: '登録を消さないときは必須', hint: '仕事のGoogleアカウントのアドレス。' })}
    ${fields.tick({ name: 'remove', value: 'yes', text: '登録を消す（その人はシートから入れなくなり、知らせのメールも届きません）' })}`,
  );
}
