import { LINK_PLACEHOLDER } from '../model.ts';
import { type AgencyFacts, type Block, byPhone, toOffice } from './letter.ts';
import { indented } from './lines.ts';

/** 返信コード: short and speakable. It tells the office who is on the telephone; it opens nothing. */
export type ReplyCode = { readonly replyCode: string };
type Answering = AgencyFacts & ReplyCode & { readonly meetingId: string };

const attendance = ['　出席 ・ 欠席 ・ 代理出席（お名前　　　　　　）', '　意見書提出 ・ 日程変更希望'];

/** What to do on the page, how long it takes, and what to say on the telephone besides the code. */
type Way = { readonly act: string; readonly takes: string; readonly says: string };

const attending: Way = { act: 'ボタンを押す', takes: '1分', says: '出欠' };
export const marking: Way = { act: '候補ごとに○△×を選んで送る', takes: '1分', says: 'ご都合' };
export const writing: Way = { act: 'ご意見を書いて送る', takes: '5分', says: 'ご意見' };

/** What is about a role is behind the code and the duty of secrecy (BRIEF §2.7); a mail that leads there says so. */
export const behindTheCode: Way = {
  act: '「進み具合を報告する」から確認コードを入れて、報告する',
  takes: '3分',
  says: '状況',
};

/** Page, telephone, FAX: each enough by itself, for a mail whose links or whose printer may be missing. */
export function waysToAnswer(facts: Answering, heading: string, sheet: Block, way: Way): Block {
  return [
    `◎ ${heading}（次のどれか一つ。${way.takes}ほどです）`,
    `1. 次のページを開き、${way.act}`,
    LINK_PLACEHOLDER,
    `2. ${byPhone(facts)}「${spokenOf(facts)}」と${way.says}を伝える`,
    ...byFax(facts, [...sheet, indented(`（${spokenOf(facts)}）`)]),
  ];
}

/** A mail is its own sheet to mark; a letter on paper comes with one. */
export function byFax(facts: AgencyFacts, sheet: Block): Block {
  const { officeFax, onPaper } = facts;
  const fax = officeFax === undefined ? `FAXで送る（${whereToFax(facts)}）` : `FAX ${officeFax} へ送る`;
  return onPaper === true ? [`3. 次の紙の回答票に○をつけ、${fax}`] : [`3. 印刷して○をつけ、${fax}`, ...sheet];
}

/** Where the office has set no FAX number, whoever can say it. */
function whereToFax(facts: AgencyFacts): string {
  return facts.officePhone === '' ? `送り先は${toOffice(facts)}ご確認を` : '送り先は電話でご確認を';
}

/** What to say on the telephone. Without a code of its own, agency and meeting tell the office as much. */
function spokenOf({ replyCode, agencyName, meetingId }: Answering): string {
  return replyCode === '' ? `${agencyName}、会議番号 ${meetingId}` : `返信コード ${replyCode}`;
}

export function waysToReply(facts: Answering, heading = '回答の方法'): Block {
  return waysToAnswer(facts, heading, attendance, attending);
}

/** Why this agency is called stands behind the code, in whatever letter asks for an answer. */
export function purposeBehindTheCode(facts: AgencyFacts): string {
  const otherwise =
    facts.onPaper === true
      ? `確認コードは、${byPhone(facts)}お伝えします。`
      : 'ページを開けないときは、お電話ください。';
  return `・お声がけした理由（招集の目的）と資料は、上のページで確認コードを入れるとご覧になれます。${otherwise}`;
}

/** Where something is to be read that no mail may hold. */
export function pageToOpen(facts: AgencyFacts, what: string): Block {
  return [
    `◎ ${what}は次のページでご覧ください`,
    LINK_PLACEHOLDER,
    `ページを開けないときは、${toOffice(facts)}ご連絡ください。`,
  ];
}

/** The same, of what opens with the code only: whoever comes without knowing turns back. */
export function papersToOpen(facts: AgencyFacts, what: string): Block {
  return [
    `◎ ${what}は次のページで、確認コードを入れてご覧ください`,
    LINK_PLACEHOLDER,
    facts.onPaper === true
      ? `確認コードは、${byPhone(facts)}お伝えします。ページを開けないときも、お電話ください。`
      : `確認コードは、そのページで求めるとすぐ届きます。届かないときや、ページを開けないときは、${toOffice(facts)}ご連絡ください。`,
  ];
}
