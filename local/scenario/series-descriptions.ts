/** What the fields about a 定例会 mean. */
export const seriesDescriptions: Readonly<Record<string, string>> = {
  ahead: 'N回先まで予定する: how many dates are planned, 3',
  lead: 'So many days before it a date is convened by itself, 14; 0: by hand',
  cutoff: 'So many days before it the last case is taken; the day of convening when 0 or left out',
  'series.end': 'true: no further dates; what is convened stays',
  'series.body': 'The body that has its 定例日',
  'move-sitting.body': 'The body whose date it is',
  'cancel-sitting.body': 'The body whose date it is',
  'to-sitting.body': 'The body that is to take it up',
  'move-sitting.day': 'Which date, by the regular day it was planned for',
  'cancel-sitting.day': 'Which date, by the regular day it was planned for',
  'to-sitting.day': 'Which date, by its regular day; the next one that takes it when left out',
  'move-sitting.date': 'When it is held instead (JST)',
  'to-sitting.meeting': 'A 開催依頼: all of its cases, with its ground',
  'to-sitting.remove': 'true: the case is taken off the list again',
  parts: 'The towns of a sitting in their order, each with its meeting, cases and invitations',
  'cancel.whole': 'true: with all other parts of its sitting (合同の席)',
};
