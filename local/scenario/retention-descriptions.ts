/** What the fields about keeping and disposing of papers mean. */
export const retentionDescriptions: Readonly<Record<string, string>> = {
  disposal: 'Id of the 廃棄予定',
  retentionFiscalYears: '保存期間: fiscal years after the one in which support ended',
  auditFiscalYears: '閲覧・操作の記録: fiscal years after the one a line was written in',
  consultations: 'Ids of consultations that never became cases',
  'hold.ground': '審査請求, 訴訟 or その他',
  'hold.consultation': 'A consultation that never became a case, instead of `case`',
  'release.consultation': 'A consultation that never became a case, instead of `case`',
};
