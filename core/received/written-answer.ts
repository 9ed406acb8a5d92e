import type { Answer } from '../invitation/model.ts';

const answers: readonly Answer[] = ['代理出席', '意見書提出', '日程変更希望', '欠席', '出席'];
const MOST_OF_A_NAME = 100;

export type SaidAnswer = { readonly answer: Answer; readonly text?: string; readonly deputy?: string };

/** The answer of a mail that says one, and only one, outright; undefined when a person must read it. */
export function writtenAnswer(own: string, code: string): SaidAnswer | undefined {
  const answer = answerIn(own);
  return answer === undefined ? undefined : { answer, ...partsOf(withoutCode(own, code), answer) };
}

function withoutCode(own: string, code: string): string {
  const lines = own.split('\n').filter((line) => line.normalize('NFKC').toUpperCase().trim() !== code);
  return lines.join('\n').trim();
}

/** An opinion is what stands besides the word 意見書提出, a deputy whoever is named besides 代理出席; of other answers all is kept as a note. */
function partsOf(own: string, answer: Answer): { readonly text: string; readonly deputy?: string } {
  const rest = own
    .replace(/(意見書提出|代理出席)(と?(します|いたします|致します)|です|でお願い\S*)?[。、：:\s]*/, '')
    .trim();
  if (answer === '意見書提出') return { text: rest };
  const [deputy = ''] = rest.split(/[\n。]/);
  return { text: own, ...(answer === '代理出席' ? { deputy: deputy.slice(0, MOST_OF_A_NAME) } : {}) };
}

/** 「出席できません」 names 出席 too, so only a person may read it. */
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
