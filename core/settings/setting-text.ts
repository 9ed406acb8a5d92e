import type { SettingKind, SettingName } from '../sheet/setting-rows.ts';
import type { Rules } from './model.ts';

/** A rule as people type it: lists with commas, days one to a line. */
export function typedAs(kind: SettingKind, value: Rules[SettingName]): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return kind === 'time' ? value.padStart(5, '0') : value;
  const texts = value.map((one) => (typeof one === 'object' ? `${yearlyWords(one.on)} ${one.name}` : String(one)));
  return texts.join(kind === 'days' ? '\n' : ', ');
}

/** `08-14` as `8月14日`; a day of one year as it is. */
function yearlyWords(on: string): string {
  const [month = '', day = ''] = on.split('-');
  return on.length === 5 ? `${String(Number(month))}月${String(Number(day))}日` : on;
}
