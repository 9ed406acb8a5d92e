import * as z from 'zod';
import { featureNames } from '../../case/features.ts';
import { issueNames } from '../../case/issues.ts';
import { handedToNames, routes } from '../../consultation/codes.ts';
import { defined } from '../../defined.ts';
import { frameworks } from '../../framework/frameworks.ts';
import { textIn } from '../../sheet/cells.ts';

type Codes = readonly (number | string)[] | undefined;
type Names = Readonly<Record<number, string>>;
const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');

// 「21（多頭飼育）」: what the code stands for is no further entry, whatever signs it holds.
const EXPLAINED = /\([^()]*\)/g;

/** `2、21（多頭飼育）` or `ひきこもり` as codes; what is neither stays, to be refused by name. */
function codesIn(cell: string | undefined, names: Names): Codes {
  const text = textIn(cell)?.normalize('NFKC');
  if (text === undefined) return undefined;
  const codes = codesByName(names);
  // Some names hold the very signs that part entries: 「児童相談所、婦人相談所等」.
  const whole = codes.get(plain(text));
  if (whole !== undefined) return [whole];
  const entries = new Set(text.replaceAll(EXPLAINED, '').split(/[,、;\s]+/));
  const read = [...entries]
    .filter((entry) => entry !== '')
    .map((entry) => codes.get(plain(entry)) ?? codeWritten(entry));
  const found = new Set(read.filter((one) => typeof one === 'number'));
  return [...found, ...read.filter((one) => typeof one === 'string' && !isPartOfName(one, found, names))];
}

/** 「10 児童相談所、婦人相談所等」: behind a code its name may follow, whatever signs part it. */
function isPartOfName(entry: string | number, codes: ReadonlySet<number>, names: Names): boolean {
  return [...codes].some((code) => plain(names[code] ?? '').includes(plain(String(entry))));
}

/** Read once for a cell, however many entries it has. */
function codesByName(names: Names): ReadonlyMap<string, number> {
  return new Map(Object.entries(names).map(([code, name]) => [plain(name), Number(code)]));
}

/** `05`, or `05 地域包括支援センター` as the office's lists print it. */
function codeWritten(text: string): number | string {
  const [digits] = /^\d{1,2}(?=\D|$)/.exec(text) ?? [];
  return digits === undefined ? text : Number(digits);
}

export function issuesIn(cell: string | undefined): Codes {
  return codesIn(cell, issueNames);
}
export function featuresIn(cell: string | undefined): Codes {
  return codesIn(cell, featureNames);
}
export function handedToIn(cell: string | undefined): Codes {
  return codesIn(cell, handedToNames);
}

/** What stands in brackets behind 21: その他の内容. */
export function otherIssueIn(cell: string | undefined): string | undefined {
  return textIn(/(?:21|その他)\s*\(([^()]*)\)/.exec((cell ?? '').normalize('NFKC'))?.[1]);
}

/** 経路 in whatever width its brackets are; another word stays, to be refused with the list. */
export function routeIn(cell: string | undefined): string | undefined {
  const text = textIn(cell);
  return text === undefined ? undefined : (routes.find((route) => plain(route) === plain(text)) ?? text);
}

export function frameworkCode(cell: string | undefined): string | undefined {
  const text = textIn(cell);
  if (text === undefined) return undefined;
  return Object.entries(frameworks).find(([, one]) => plain(one.name) === plain(text))?.[0] ?? text;
}

/** `1`, `①` and `１` alike; anything else stays, to be refused. */
export function groundIn(cell: string | undefined): number | string | undefined {
  const text = textIn(cell)?.normalize('NFKC');
  return text === '1' || text === '2' ? Number(text) : text;
}

// 「昭和17年5月3日生（83歳）」, as many forms print a day of birth.
const BESIDE_BIRTH = /\s*(?:生まれ|生)?\s*(?:\(\s*満?\s*\d{1,3}\s*[歳才]\s*\))?$/;

/** A day of birth without what stands behind it. */
export function bornIn(cell: string | undefined): string | undefined {
  const text = textIn(cell);
  return textIn(text?.normalize('NFKC').replace(BESIDE_BIRTH, '')) ?? text;
}

/** One moment is the date; several, a line each or parted by 「、」, are asked about (日程調整). */
export function momentsIn(cell: string | undefined): { readonly date?: string; readonly slots?: readonly string[] } {
  const moments = linesIn(cell).flatMap((line) => line.split('、').flatMap((part) => textIn(part) ?? []));
  const [only] = moments;
  if (moments.length > 1) return { slots: moments };
  return only === undefined ? {} : { date: only };
}

/** The lines of a cell, empty ones left out. */
export function linesIn(cell: string | undefined): readonly string[] {
  return (cell ?? '').split('\n').flatMap((line) => textIn(line) ?? []);
}

/** `段階1=精神保健福祉相談員（2026-07-01～2026-09-30）、段階2=未定`; undefined when a part has no `=`. */
export function leadsIn(cell: string | undefined): readonly SaidLead[] | undefined {
  const text = textIn(cell)?.normalize('NFKC');
  if (text === undefined || text.startsWith('未定')) return [];
  const parts = text.split(/[、,;\n]+/).filter((part) => part.trim() !== '');
  const leads = parts.map(leadIn);
  return leads.every((lead) => lead !== undefined) ? leads : undefined;
}

const LEAD = /^(?<stage>[^=:()]+)[=:](?<who>[^()]*)(?:\((?<days>.*)\))?$/;
const saidLeadSchema = z.object({
  stage: z.string(),
  who: z.string().optional(),
  from: z.string().optional(),
  until: z.string().optional(),
});
/** A stage as a cell says it; days as they were typed, for the command to read. */
export type SaidLead = z.infer<typeof saidLeadSchema>;

function leadIn(part: string): SaidLead | undefined {
  const { stage, who, days = '' } = LEAD.exec(part.trim())?.groups ?? {};
  if (stage === undefined) return undefined;
  const [from, until] = days.split(/[~〜]|から|まで/).map(textIn);
  const named = who?.trim().startsWith('未定') === true ? undefined : textIn(who);
  return saidLeadSchema.parse(defined({ stage: stage.trim(), who: named, from, until }));
}
