/** What a mail that comes in may say, and what ours ask. */
export const mailDescriptions: Readonly<Record<string, string>> = {
  'inbound.mail': 'The mail that comes in',
  'inbound.messageId': 'Message-ID: the same mail twice counts once',
  'inbound.automatic': 'A robot wrote it (不在の自動応答, 不達の知らせ)',
  'inbound.forged': 'The mail service found that it is not from whom it says',
  'inbound.calendar': 'What a calendar answered: 承諾, 辞退, 委任, another time',
  'inbound.uid': 'UID of the calendar entry: 393011-M-1@tsudoi',
  'inbound.sequence': 'SEQUENCE of the entry that was answered',
  'inbound.attendees': 'Who answers, and with what PARTSTAT',
  'inbound.comment': 'What was written beside the pressed answer',
  'inbound.startsAt': 'The time proposed instead',
  'inbound.attachments': 'Files, by type and size only',
  'inbound.unread': 'Nobody could read it: too large, or made to exhaust its reader',
  'inbound.raw': 'Where the mail lies as it came',
  'inbound.bytes': 'Size of the file',
  preparation: 'ご準備: what to prepare, in general words: it stands in the mail. Empty takes it away',
  preparations: 'Agency → what it alone is to prepare now; empty: what all are',
};
