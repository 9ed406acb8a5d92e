/** What the fields mean by which a date is found. */
export const dateDescriptions: Readonly<Record<string, string>> = {
  auto: 'true: the best slot is fixed by itself at the deadline',
  slots: '候補日時, one to ten moments',
  drop: 'Slots of a running poll that are asked about no more',
  more: 'Slots that are asked about besides; one to ten are left',
  slot: 'The slot that is fixed',
  marks: '○△× of every slot: a list in the order of the slots, or slot → mark',
  required: 'Who must come (必須): ids of agencies',
  least: '定足数: how many agencies must come at least',
  'change.replyBy': 'Until when to answer a poll that runs (JST), later than before',
  regular:
    '定例日: 毎月第2火曜 14:00, 毎月15日 14:00, 毎月末日 14:00, 2026-06-02から2週ごと 14:00, or named days; empty ends it',
  onClosed: 'What becomes of a regular day on which the office is closed: 翌開庁日, 前開庁日 or 開かない',
};
