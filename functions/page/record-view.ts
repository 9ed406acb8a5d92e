import { html } from 'hono/html';
import type { MeetingRecord } from '../../core/record/model.ts';
import type { Html } from './layout.ts';
import { dayWords, facts, lines, moment } from './parts.ts';

/** 会議録 as it is read: each item discussed → conclusion → what remains. */
export function recordView(record: MeetingRecord, attended: readonly string[], written = false): Html {
  return html`<article class="card">
    ${facts([
      ['版', `第${String(record.edition)}版${record.final ? '（確定）' : '（下書き）'}`],
      ['確定', record.finalAt === undefined ? undefined : moment(record.finalAt)],
      ['変更の理由', record.reason],
      ...attendance(attended, written),
      ['同席', namesOf(record.guests)],
      ['同意のない世帯員の記載', overrideWords(record)],
      ['結果', record.outcome === 'decided' ? '方針決定' : '方針未定（見守り）'],
      ['見守りの計画', record.watch],
      ['次回', record.next === undefined ? undefined : dayWords(record.next)],
      ['足りない社会資源', record.missing.length === 0 ? undefined : lines(record.missing)],
    ])}
    ${itemsView(record.items)}
  </article>`;
}

function attendance(attended: readonly string[], written: boolean) {
  const who = namesOf(attended);
  return written
    ? ([
        ['開き方', '書面（書面開催）'],
        ['書面で参加', who],
      ] as const)
    : ([['出席', who]] as const);
}

/** What was discussed and concluded, item by item. */
export function itemsView(items: MeetingRecord['items']): readonly Html[] {
  return items.map(
    (item, index) =>
      html`<section>
        <h3>${index + 1}. ${item.case === undefined ? '' : `［${item.case}］`}${item.topic}</h3>
        ${facts([
          ['話し合い', item.discussed],
          ['結論', item.conclusion],
          ['残った課題', item.remaining],
          ['異議', item.dissent],
        ])}
      </section>`,
  );
}

const namesOf = (names: readonly string[] = []) => (names.length === 0 ? undefined : names.join('、'));

/** Who let minutes pass that name somebody without consent, and why. */
function overrideWords({ override }: MeetingRecord): string | undefined {
  return override === undefined ? undefined : `${override.by}が理由を書いて確定: ${override.reason}`;
}
