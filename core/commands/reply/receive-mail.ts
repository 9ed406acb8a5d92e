import * as z from 'zod';
import { allTowns } from '../../access/rules.ts';
import type { Answer, Invitation } from '../../invitation/model.ts';
import { isConvened } from '../../meeting/convening.ts';
import type { ConvenedMeeting } from '../../meeting/model.ts';
import { replyCodeOf } from '../../message/reply-code.ts';
import { holdsMyNumber, withoutMyNumber } from '../../my-number.ts';
import { refuse } from '../../result.ts';
import type { Task, TaskKind } from '../../task/model.ts';
import { newTask } from '../../task/rules.ts';
import type { Command, Deps } from '../command.ts';
import { recordReply } from './record-reply.ts';
import { save } from '../save.ts';

const input = z.strictObject({
  mail: z.strictObject({ from: z.string(), subject: z.string().default(''), text: z.string().max(100_000) }),
});

const MOST_WORDS = 10_000;
const MOST_OF_A_NAME = 100;
const answers: readonly Answer[] = ['代理出席', '意見書提出', '日程変更希望', '欠席', '出席'];

/**
 * A mail comes in. From the registered address, with the reply code and one clear answer, it counts as メール返信; anything else becomes a task for
 * the convener with its words, so that no answer is lost and none is guessed. A My Number in it is struck out before anything is kept, and
 * a task says so (BRIEF §2.17).
 */
export const receiveMail: Command<typeof input> = {
  input,
  async run(deps, _actor, { mail: received }) {
    const numbered = holdsMyNumber(`${received.subject}\n${received.text}`);
    const mail = { ...received, text: withoutMyNumber(received.text) };
    const found = await addressed(deps, mail);
    if (found === undefined) return refuse({ code: 'unknown-mail', id: '返信コード' });
    const { meeting, agency, code } = found;
    const sender = { kind: 'agency', id: agency } as const;
    const told = numbered ? [taskAbout(deps, found, 'my-number')] : [];
    const own = ownWords(mail.text).slice(0, MOST_WORDS);
    const registered = (await deps.store.get('agency', deps.prefecture, agency))?.mail;
    const said = isFrom(mail.from, registered) ? answerIn(own) : undefined;
    const answer = {
      meeting: meeting.id,
      answer: said,
      source: 'メール返信',
      ...partsOf(withoutCode(own, code), said),
    };
    // An answer that says too little (代理出席 of nobody, an opinion without words) is asked about by a person.
    const reply = recordReply.input.safeParse(answer);
    if (!reply.success) {
      const put = [taskAbout(deps, found, 'confirm-reply', own), ...told];
      return save(deps, sender, { command: 'inbound', town: meeting.town, id: meeting.id, put });
    }
    const replied = await recordReply.run(deps, sender, reply.data);
    if (!replied.ok || told.length === 0) return replied;
    return save(deps, sender, { command: 'inbound', town: meeting.town, id: meeting.id, put: told });
  },
};

type Addressed = {
  readonly meeting: ConvenedMeeting;
  readonly agency: Invitation['agency'];
  /** 返信コード. */
  readonly code: string;
};

function taskAbout(deps: Deps, { meeting, agency }: Addressed, taskKind: TaskKind, said?: string): Task {
  const now = deps.clock.now();
  return newTask({
    town: meeting.town,
    taskKind,
    for: meeting.appointment.convener,
    about: agency,
    subject: { kind: 'meeting', id: meeting.id },
    openedAt: now,
    occasion: now,
    said,
  });
}

type Mail = { readonly from: string; readonly subject: string; readonly text: string };

/** The invitation whose reply code stands in the mail. */
async function addressed(deps: Deps, mail: Mail): Promise<Addressed | undefined> {
  const text = `${mail.subject}\n${mail.text}`.normalize('NFKC').toUpperCase();
  for (const town of await allTowns(deps)) {
    const meetings: readonly ConvenedMeeting[] = (await deps.store.list('meeting', town)).filter(isConvened);
    for (const meeting of meetings) {
      const codes = meeting.invitations.map((one) => ({ one, code: replyCodeOf(deps.secrets, meeting, one) }));
      const invited = codes.find(({ code }) => text.includes(code));
      if (invited !== undefined) return { meeting, agency: invited.one.agency, code: invited.code };
    }
  }
  return undefined;
}

/** Exactly the registered address, with or without a display name: one that merely ends like it is somebody else. */
function isFrom(from: string, registered: string | undefined): boolean {
  const [, address = from] = /<([^<>]+)>\s*$/.exec(from) ?? [];
  return address.trim().toLowerCase() === registered?.toLowerCase();
}

/** What was written above the quoted mail. */
function ownWords(text: string): string {
  const lines = text.split(/\r?\n/);
  const quoted = lines.findIndex((line) => /^\s*[>＞]|^-{3,}|^_{3,}|^On .* wrote:$/.test(line));
  return (quoted === -1 ? lines : lines.slice(0, quoted)).join('\n').trim();
}

function withoutCode(own: string, code: string): string {
  const lines = own.split('\n').filter((line) => line.normalize('NFKC').toUpperCase().trim() !== code);
  return lines.join('\n').trim();
}

/** An opinion is what stands besides the word 意見書提出, a deputy whoever is named besides 代理出席; of other answers all is kept as a note. */
function partsOf(own: string, answer: Answer | undefined): { readonly text: string; readonly deputy?: string } {
  const rest = own
    .replace(/(意見書提出|代理出席)(と?(します|いたします|致します)|です|でお願い\S*)?[。、：:\s]*/, '')
    .trim();
  if (answer === '意見書提出') return { text: rest };
  const [deputy = ''] = rest.split(/[\n。]/);
  return {
    text: own,
    ...(answer === '代理出席' ? { deputy: deputy.slice(0, MOST_OF_A_NAME) } : {}),
  };
}

/** One answer, and only one, said outright: 「出席できません」 names 出席 too, so only a person may read it. */
function answerIn(own: string): Answer | undefined {
  const plain = own.replaceAll('代理出席', '代理');
  const named = answers.filter((answer) => plain.includes(answer === '代理出席' ? '代理' : answer));
  const [answer] = named;
  if (answer === undefined || named.length > 1) return undefined;
  const outright = new RegExp(
    `^(回答|返信|出欠)?[:：]?\\s*「?${answer}」?(と?(します|いたします|致します)|です|でお願い(します|いたします|致します))?([。、,.!！\\s]|$)`,
    'm',
  );
  return outright.test(own.normalize('NFKC').replaceAll(/^\s+/gm, '')) ? answer : undefined;
}
