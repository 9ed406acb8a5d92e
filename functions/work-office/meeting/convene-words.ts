import type { Agency } from '../../../core/agency/model.ts';
import type { Refused } from '../../../core/refusal.ts';
import { dayInJapanese, dayOf, type Instant, timeOf } from '../../../core/time.ts';
import type { SentForm } from '../../page/sent-form.ts';

/** `6月16日(火)10:00` */
export function shortWords(at: Instant): string {
  return `${dayInJapanese(dayOf(at))}${timeOf(at)}`;
}

/** What is still to be said of those who were chosen; undefined when nothing is. */
export function missingIn(form: SentForm, chosen: readonly Agency[]): Refused | undefined {
  if (chosen.length === 0) return { code: 'bad-input', field: 'agency', problem: '一つ以上選んでください。' };
  const [aimless] = chosen.filter(({ id }) => aimsOf(form, id) === 0);
  if (aimless === undefined) return undefined;
  return { code: 'bad-input', field: `purpose.${aimless.id}`, problem: `「${aimless.name}」の分を書いてください。` };
}

const aimsOf = (form: SentForm, id: string) => form.lines(`purpose.${id}`).length + form.lines(`purpose2.${id}`).length;
