import { dangerSchema } from '../../meeting/model.ts';
import { type Cells, isNeitherYesNorNo, listIn, type Problem, textIn, yesIn } from '../../sheet/cells.ts';
import { requiredColumns, type Tab, tabs } from '../../sheet/columns.ts';
import { yesNoColumnsOf, yesNoWords } from '../../sheet/yes-no-columns.ts';
import {
  bornIn,
  featuresIn,
  frameworkCode,
  groundIn,
  handedToIn,
  issuesIn,
  leadsIn,
  otherIssueIn,
  routeIn,
  type SaidLead,
  momentsIn,
} from './row-cells.ts';
import { type FirstTab, furtherOf, isFirst } from './row-columns.ts';
import { said, type Said } from './tab-reading.ts';
import { dittosIn } from './dittos.ts';

const readers: Readonly<Record<FirstTab, (cells: Cells) => readonly Said[]>> = {
  相談受付: (cells) => [
    said('consultation', {
      id: textIn(cells['受付番号']),
      kana: textIn(cells['フリガナ']),
      name: textIn(cells['氏名']),
      on: textIn(cells['相談日時']),
      born: bornIn(cells['生年月日']),
      phone: textIn(cells['連絡先']),
      address: textIn(cells['住所']),
      household: textIn(cells['家族構成']),
      section: textIn(cells['対応課']),
      staff: textIn(cells['対応職員']),
      mayShare: yesIn(cells['情報提供同意']),
      text: textIn(cells['相談内容']),
      route: routeIn(cells['経路']),
      issues: issuesIn(cells['課題']),
      otherIssue: otherIssueIn(cells['課題']),
      outcome: yesIn(cells['連携必要']) ? '継続' : textIn(cells['対応結果']),
      handedTo: handedToIn(cells['つなぎ先']),
      case: textIn(cells['ケース番号']),
    }),
  ],
  ケース: (cells) => {
    const id = textIn(cells['ケース番号']);
    const team = { worker: textIn(cells['担当者']), supervisor: textIn(cells['査察指導員']) };
    return [
      said('case', {
        id,
        issues: issuesIn(cells['課題']),
        otherIssue: otherIssueIn(cells['課題']),
        features: featuresIn(cells['世帯特徴']),
        urgency: textIn(cells['緊急度']),
        summary: textIn(cells['概要']),
        state: textIn(cells['状態']),
        reason: textIn(cells['終える理由']),
      }),
      ...(team.worker === undefined && team.supervisor === undefined ? [] : [said('assign', { case: id, ...team })]),
      ...(leadsIn(cells['主担当']) ?? []).map((lead: SaidLead) => said('lead', { case: id, ...lead })),
    ];
  },
  世帯員: (cells) => [
    said('member', {
      case: textIn(cells['ケース番号']),
      id: textIn(cells['世帯員番号']),
      kana: textIn(cells['フリガナ']),
      name: textIn(cells['氏名']),
      relation: textIn(cells['続柄']),
      born: bornIn(cells['生年月日']),
      address: textIn(cells['住所']),
      guarded: textIn(cells['住所非公開']) === undefined ? undefined : yesIn(cells['住所非公開']),
      phone: textIn(cells['連絡先']),
      covered: yesIn(cells['検討対象']),
      remove: textIn(cells['外す理由']) === undefined ? undefined : true,
      reason: textIn(cells['外す理由']),
    }),
  ],
  会議: (cells) => [
    said('request', {
      meeting: textIn(cells['会議番号']),
      cases: listIn(cells['ケース番号']),
      framework: frameworkCode(cells['枠組み']),
      ground: groundIn(cells['根拠']),
      reason: textIn(cells['理由']),
      emergency: yesIn(urgentIn(cells)),
      danger: dangersIn(cells),
    }),
    ...(yesIn(cells['招集する'])
      ? [
          said('convene', {
            meeting: textIn(cells['会議番号']),
            ...momentsIn(cells['開催日時']),
            place: textIn(cells['場所']),
            outlook: textIn(cells['見通し']),
            preparation: textIn(cells['ご準備いただくもの']),
          }),
        ]
      : []),
  ],
};

export function readRow(tab: Tab, cells: Cells): readonly Said[] {
  return isFirst(tab) ? readers[tab](cells) : (furtherOf(tab)?.read(cells) ?? []);
}

/** What is wrong with the cells themselves, whatever command they make: empty ones that must not be, and one that tells two things. */
export function problemsOfCells(tab: Tab, cells: Cells): readonly Problem[] {
  const empty = requiredColumns[tab].filter((column) => textIn(cells[column]) === undefined);
  const missing = empty.map((column) => ({
    column,
    message: `「${column}」が空です。入れてからもう一度送ってください。`,
  }));
  const odd = furtherOf(tab)?.problems?.(cells) ?? contradictions(tab, cells);
  return [...missing, ...dittosIn(tab, cells), ...neitherYesNorNo(tab, cells), ...odd];
}

const dangersIn = (cells: Cells) => dangerSchema.options.filter((one) => (cells['緊急'] ?? '').includes(one));

/** 「○（生命・身体）」 is yes, and so is 「生命」: what is in danger stands beside the word, or for it. */
function urgentIn(cells: Cells): string {
  const said = (cells['緊急'] ?? '').normalize('NFKC').replaceAll(/生命|身体|財産|[()・、,:\s]/g, '');
  return said === '' && dangersIn(cells).length > 0 ? 'はい' : said;
}

function neitherYesNorNo(tab: Tab, cells: Cells): readonly Problem[] {
  const urgent = tab === '会議' && isNeitherYesNorNo(urgentIn(cells)) ? ['緊急'] : [];
  const unclear = [...urgent, ...yesNoColumnsOf(tab).filter((column) => isNeitherYesNorNo(cells[column]))];
  return unclear.map((column) => ({ column, message: yesNoWords(cells[column]) }));
}

function contradictions(tab: Tab, cells: Cells): readonly Problem[] {
  const outcome = cells['対応結果'] ?? '';
  if (tab === '相談受付' && yesIn(cells['連携必要']) && outcome.startsWith('情報提供'))
    return [{ column: '連携必要', message: `対応結果「${outcome}」と合いません。どちらかを直してください。` }];
  if (tab === 'ケース' && leadsIn(cells['主担当']) === undefined)
    return [
      {
        column: '主担当',
        message: '「段階1=精神保健福祉相談員、段階2=CW」のように書いてください。決まっていなければ「未定」です。',
      },
    ];
  return [];
}

/** Columns nobody reads: perhaps a slip in a heading, and then what stands below it is lost. */
export function unknownColumns(tab: Tab, cells: Cells): readonly string[] {
  const known: readonly string[] = tabs[tab];
  return Object.keys(cells).filter((column) => !known.includes(column) && textIn(cells[column]) !== undefined);
}
