import { html } from 'hono/html';
import type { Deps } from '../../../core/commands/command.ts';
import type { RecordOf } from '../../../core/records.ts';
import type { Rules, Settings } from '../../../core/settings/model.ts';
import { ownRules, rulesAbove, settingsOf } from '../../../core/settings/rules.ts';
import { typedAs } from '../../../core/settings/setting-text.ts';
import { dayOf, timeOf } from '../../../core/time.ts';
import { type Fields, fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html, Page } from '../../page/layout.ts';
import { block, crumbs, lines, moment } from '../../page/parts.ts';
import { savedIf } from '../../page/saved.ts';
import { frameOf, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { missingNumbers } from './missing-numbers.ts';
import { labelOf, type SettingsField, settingsFields } from './settings-fields.ts';
import { exampleOf, exampleSentence, exampleTable } from './settings-preview.ts';

type SettingsView = {
  readonly settings: Settings;
  readonly above: Rules;
  readonly own: Partial<Rules>;
  readonly changed: NonNullable<RecordOf<'settings'>['changed']>;
  readonly version: number;
};

const isShared = ({ place }: Pick<Office, 'place'>) => place.page === 'shared-settings';

export async function loadSettings(deps: Deps, office: Office): Promise<SettingsView> {
  const of = isShared(office) ? deps.prefecture : office.town.id;
  const [settings, above, stored] = await Promise.all([
    settingsOf(deps, of),
    rulesAbove(deps, of),
    deps.store.get('settings', of, 'settings'),
  ]);
  return { settings, above, own: ownRules(stored), changed: stored?.changed ?? [], version: stored?.version ?? 0 };
}

const doneWords: Readonly<Record<string, string>> = {
  settings: '設定を保存しました',
  'reset-settings': '設定を元に戻しました',
};

/** The rules of one host: what they come to on example dates, the form to change them, and who changed what. */
export function settingsPage(office: Office, view: SettingsView): Page {
  const title = isShared(office) ? '県の共通設定' : `${office.town.name}の設定`;
  const said = doneWords[office.done ?? ''];
  const startsAt = exampleOf(view.settings, office.now);
  return {
    ...frameOf(office),
    title,
    narrow: true,
    main: html`${crumbs([[pathOf(office), `${office.town.name}の仕事`]], title)}
      <h1>${title}</h1>
      ${savedIf(said)}${office.preview ?? missingNumbers(office, view.settings)}
      <p>${levelWords(office)}</p>
      <p class="row">
        <a href="${pathOf(office, 'staff')}">職員とメールアドレス</a>
        <a href="${pathOf(office, 'settings', 'push')}">シートへの自動書き込み</a>
      </p>
      ${
        office.preview === undefined
          ? block(
              'いまの設定では',
              html`<p>${exampleSentence(view.settings, office.now, startsAt)}。</p>
                ${exampleTable(office.now, startsAt, { before: view.settings })}`,
            )
          : ''
      }
      ${mayChange(office) ? block('設定を変える', html`${form(office, view)}${resetForm(office, view)}`) : ''}
      ${view.changed.length === 0 ? '' : block('変更の記録', lines(view.changed.map(({ at, by, names }) => html`${moment(at, office.now)} ${by}: ${names.map(labelOf).join('、')}`)))}`,
  };
}

/** Whoever convenes sets the rules; what all towns share, only the prefecture's own officers. */
function mayChange(office: Office): boolean {
  const { role, serves } = office.actor;
  return isShared(office) ? serves === undefined && (role === 'host' || role === 'supervisor') : office.convenes;
}

function levelWords(office: Office): Html {
  const shared = html`<a href="${pathOf(office, 'settings', 'shared')}">県の共通設定</a>`;
  if (isShared(office))
    return html`県が開催するすべての町村の設定です。町村ごとに変えた項目は、町村の設定が優先します（<a
        href="${pathOf(office, 'settings')}"
        >${office.town.name}の設定</a
      >）。`;
  const who = mayChange(office) ? '' : '変えられるのは、開催する側の担当と査察指導員だけです。';
  return html`変えていない項目は${shared}に、共通設定にもない項目は既定に従います。${who}`;
}

function form(office: Office, { settings, above, version }: SettingsView): Html {
  const { nonce, typed } = office;
  const fields = fieldsOf('settings', typed, { edits: true });
  const groups = [...new Set(settingsFields.map(({ group }) => group))];
  const startsAt = exampleOf(settings, office.now);
  return postForm(
    {
      ...{ does: 'settings', nonce, typed, button: '変わる日付を確かめる' },
      name: ['step', 'preview'],
      carry: [['version', String(version)]],
    },
    html`${groups.map(
        (group) =>
          html`<fieldset>
            <legend>${group}</legend>
            ${settingsFields.filter((one) => one.group === group).map((one) => field(fields, one, settings, above))}
          </fieldset>`,
      )}
      <fieldset>
        <legend>確かめるときの例</legend>
        <div class="side">
          ${fields.date({ name: 'example-date', label: '会議の日', value: dayOf(startsAt) })}${fields.time({ name: 'example-time', label: '時刻', value: timeOf(startsAt) })}
        </div>
      </fieldset>`,
  );
}

function field(
  fields: Fields,
  { name, kind, label, hint = '', options = [] }: SettingsField,
  settings: Settings,
  above: Rules,
): Html {
  const usual = typedAs(kind, above[name]);
  const same = typedAs(kind, settings[name]) === usual;
  const shown = kind === 'time' ? usual.replace(/^0/, '') : usual;
  const asked = {
    ...{ name, label, value: typedAs(kind, settings[name]), optional: kind !== 'number' && kind !== 'time' },
    hint: html`${hint}${same ? '' : html` 変える前（共通設定・既定）: ${shown === '' ? 'なし' : shown.replaceAll('\n', '、')}`}`,
  };
  const control = {
    number: fields.number,
    numbers: fields.text,
    words: fields.text,
    time: fields.time,
    days: fields.area,
    text: fields.text,
  };
  if (kind === 'choice') return fields.select({ ...asked, options: options.map((one) => [one, one]) });
  return control[kind](asked);
}

function resetForm({ nonce, typed, ...office }: Office, { own }: SettingsView): Html {
  const names = Object.keys(own);
  if (names.length === 0) return html``;
  const to = isShared(office) ? '既定' : '県の共通設定';
  return postForm(
    { does: 'reset-settings', nonce, typed, button: `すべて${to}に戻す`, tone: 'stop' },
    html`<p>ここで変えた項目（${names.map(labelOf).join('、')}）を${to}に戻します。</p>`,
  );
}
