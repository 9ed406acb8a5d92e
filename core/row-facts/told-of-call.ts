import type { Agency } from '../agency/model.ts';
import type { Invitation } from '../invitation/model.ts';
import { currentReply, withdrawnWord } from '../invitation/rules.ts';
import type { Meeting } from '../meeting/model.ts';
import type { Message } from '../message/model.ts';
import type { Task } from '../task/model.ts';
import type { RowFacts } from './model.ts';

type Around = {
  readonly agencies: readonly Agency[];
  /** Notices to agencies: invitations and polls. */
  readonly notices: readonly Message[];
  readonly tasks: readonly Task[];
};

const mailWords = {
  created: '送る前',
  sending: '送信中',
  sent: '送信済',
  bounced: '届かず',
  dropped: '取りやめ',
} as const satisfies Readonly<Record<Message['state'], string>>;
const byHand: Readonly<Record<string, string>> = { phone: '電話', fax: 'FAX', post: '郵送' };

/** Each invitation: how the notice went, and what the agency answered. A row may name the agency by its number or its name. */
export function callFacts(meetings: readonly Meeting[], around: Around): readonly RowFacts[] {
  const names = new Map<string, string>(around.agencies.map(({ id, name }) => [id, name]));
  return meetings.flatMap((meeting) =>
    meeting.invitations.flatMap((invitation) => {
      const { agency } = invitation;
      const facts = { 通知: noticeCell(meeting, invitation, around), 届いた回答: replyCell(meeting, invitation) };
      const written = new Set([agency, names.get(agency) ?? agency]);
      return [...written].map((name) => ({ key: `${meeting.id}/${name}`, facts }));
    }),
  );
}

/** Without a mail it is for people to tell the agency, and their task says so. */
function noticeCell({ id }: Meeting, { agency }: Invitation, { notices, tasks }: Around): string {
  const last = notices.filter((one) => one.link?.meeting === id && one.to === agency).at(-1);
  if (last !== undefined) return mailWords[last.state];
  const own = tasks.filter((task) => task.subject.id === id && task.about === agency);
  const told = own.find(({ taskKind }) => byHand[taskKind] !== undefined);
  if (told === undefined) return '';
  const way = byHand[told.taskKind] ?? '';
  return told.done === undefined ? `${way}で伝える（用事）` : `${way}で伝えた`;
}

function replyCell(meeting: Meeting, invitation: Invitation): string {
  const left = withdrawnWord(invitation);
  if (left !== undefined) return left;
  if (!('appointment' in meeting)) return '';
  const reply = currentReply(invitation);
  if (reply === undefined) return invitation.held === undefined ? '未回答' : '保留';
  const words = `${reply.answer}（${reply.source}${reply.deputy === undefined ? '' : `、${reply.deputy}`}）`;
  return reply.unconfirmed ? `${words} 未確認` : words;
}
