import { type Cursors, type Pulled, pullFacts } from '../pull-facts.ts';
import { hasCounts, showCounts } from './counts-tab.ts';
import { refusalIn } from '../../core/sheet/row-answers.ts';
import { NOT_REACHED, postTo, wordsFor } from './api.ts';
import { tabNamed } from './workbook.ts';

/** `POST /v1/facts`, and what it tells into the rows. To be called by whoever holds the lock. */
export function pullInto(cursors: Cursors): Pulled {
  return pullFacts(cursors, {
    post: (body) => asked('facts', body),
    open: tabNamed,
    count: hasCounts() ? showCounts : undefined,
  });
}

/** The numbers of 集計 alone; why they could not be had, in words. */
export function countAnew(): string | undefined {
  const { why } = pullFacts({}, { post: (body) => asked('facts', body), open: () => undefined, count: showCounts });
  return why;
}

/** What a door answers, or why there is no answer, in words. */
export function asked(door: string, body: string) {
  const response = postTo(door, body);
  if (response === undefined) return { ok: false, why: `${NOT_REACHED}。` } as const;
  const text = response.getContentText();
  if (response.getResponseCode() === 200) return { ok: true, text } as const;
  return { ok: false, why: refusalIn(text) ?? `${wordsFor(response.getResponseCode())}。` } as const;
}
