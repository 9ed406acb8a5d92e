import { settingValue } from '../../../core/sheet/setting-rows.ts';
import type { SentForm } from '../../page/sent-form.ts';
import { settingsFields } from './settings-fields.ts';

/** All rules as the page showed them; the command keeps those that are otherwise than above. */
export function settingsInput(form: SentForm): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    settingsFields
      .filter(({ name }) => form.values.has(name))
      .map(({ name, kind }) => [name, settingValue(kind, form.text(name) ?? '')]),
  );
}
