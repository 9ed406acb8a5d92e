import type { Meeting } from '../../meeting/model.ts';
import { partKey } from '../../meeting/together.ts';
import { standingParts } from '../../message/parts.ts';
import type { Refused } from '../../refusal.ts';
import type { Deps } from '../command.ts';

/** One part of a sitting (合同の席) gets no date or way of its own while others stand: people come for all of them. */
export async function apartRefusal(deps: Deps, meeting: Meeting): Promise<Refused | undefined> {
  const parts = await standingParts(deps, meeting);
  return parts.some((part) => partKey(part) !== partKey(meeting))
    ? {
        code: 'bad-input',
        field: 'meeting',
        problem:
          '同じ席で開く会議があります。日時は「変更」から変えると、席全体が動きます。別の日に開くときは、この会議だけを中止して、改めて招集してください。',
      }
    : undefined;
}
