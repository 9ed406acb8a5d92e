import { caseStates, type Case, type Member, urgencies } from '../../case/model.ts';
import { householdWords } from '../../consultation/household.ts';
import { type Consultation, consultationStates } from '../../consultation/model.ts';
import type { TownCode } from '../../ids.ts';
import { type Cells, textIn } from '../../sheet/cells.ts';
import type { Tab } from '../../sheet/columns.ts';
import { caseIdSchema } from '../../ids.ts';
import { rulesAbove, settingsOf } from '../../settings/rules.ts';
import { typedAs } from '../../settings/setting-text.ts';
import { settingNamed } from '../../sheet/setting-rows.ts';
import type { Deps } from '../command.ts';
import { minutesPart } from './minutes-part.ts';

type Reader = Pick<Deps, 'store' | 'prefecture'>;
export type Shown = Readonly<Record<string, string | undefined>>;

/** What is stored of the thing a row is about, as a row would say it. Undefined when there is no such thing, or rows of the tab only ask. */
export async function recordCells(deps: Reader, town: TownCode, tab: Tab, cells: Cells): Promise<Cells | undefined> {
  const shown = await shownAs(deps, town, tab, cells);
  if (shown === undefined) return undefined;
  return cellsShown(shown);
}

async function shownAs(deps: Reader, town: TownCode, tab: Tab, cells: Cells): Promise<Shown | undefined> {
  if (tab === '設定') return settingShown(deps, town, cells);
  const agencyNamed = (typed: string) => typed;
  if (tab === '会議録')
    return (await minutesPart(deps, { town, agencyNamed }, { before: {}, mine: cells, others: [] }))?.shown;
  return shownOf(deps, town, tab, cells);
}

export function cellsShown(shown: Shown): Cells {
  return Object.fromEntries(
    Object.entries(shown).flatMap(([column, text]) => (text === undefined ? [] : [[column, text]])),
  );
}

async function shownOf({ store }: Reader, town: TownCode, tab: Tab, cells: Cells): Promise<Shown | undefined> {
  const number = caseIdSchema.safeParse(textIn(cells[tab === '相談受付' ? '受付番号' : 'ケース番号'])).data;
  if (number === undefined) return undefined;
  if (tab === '相談受付') return withRecord(await store.get('consultation', town, number), consultationCells);
  if (tab !== 'ケース' && tab !== '世帯員') return undefined;
  const one = await store.get('case', town, number);
  if (tab === 'ケース') return withRecord(one, caseCells);
  const member = one?.members.find(({ id }) => id === textIn(cells['世帯員番号']));
  return withRecord(member, (each) => memberCells(number, each));
}

/** A setting always has a value; a row that says none asks for nothing. */
async function settingShown(deps: Reader, town: TownCode, cells: Cells): Promise<Shown | undefined> {
  const setting = settingNamed(textIn(cells['項目']) ?? '');
  if (setting === undefined || textIn(cells['値']) === undefined) return undefined;
  const [now, above] = [await settingsOf(deps, town), await rulesAbove(deps, town)];
  const { kind, name, label } = setting;
  return { 項目: label, 値: typedAs(kind, now[name]), 変えないときの値: typedAs(kind, above[name]) };
}

function withRecord<One>(one: One | undefined, shown: (one: One) => Shown): Shown | undefined {
  return one === undefined ? undefined : shown(one);
}

const yesOrNo = (yes: boolean | undefined) => (yes === undefined ? undefined : yes ? 'はい' : 'いいえ');

export function consultationCells(one: Consultation): Shown {
  return {
    受付番号: one.id,
    フリガナ: one.kana,
    氏名: one.name,
    相談日時: one.on,
    生年月日: one.born,
    連絡先: one.phone,
    住所: one.address,
    家族構成: one.household === undefined ? undefined : householdWords(one.household),
    対応課: one.section,
    対応職員: one.staff,
    情報提供同意: yesOrNo(one.mayShare),
    相談内容: one.text,
    経路: one.route,
    課題: codes(one.issues, one.otherIssue),
    対応結果: consultationStates[one.state],
    つなぎ先: codes(one.handedTo),
  };
}

export function caseCells(one: Case): Shown {
  return {
    ケース番号: one.id,
    課題: codes(one.issues, one.otherIssue),
    世帯特徴: codes(one.features ?? []),
    緊急度: one.urgency === undefined ? undefined : urgencies[one.urgency],
    概要: one.summary,
    状態: caseStates[one.state],
    主担当: one.leads.map(leadWords).join('、'),
    担当者: one.worker,
    査察指導員: one.supervisor,
  };
}

export function memberCells(number: string, one: Member): Shown {
  return {
    ケース番号: number,
    世帯員番号: one.id,
    フリガナ: one.kana,
    氏名: one.name,
    続柄: one.relation,
    生年月日: one.born,
    住所: one.address,
    住所非公開: yesOrNo(one.guarded),
    連絡先: one.phone,
    検討対象: yesOrNo(one.covered),
  };
}

/** `1、21（多頭飼育）` */
function codes(numbers: readonly number[], other?: string): string {
  return numbers.map((one) => (one === 21 && other !== undefined ? `21（${other}）` : String(one))).join('、');
}

/** `段階1=精神保健福祉相談員（2026-07-01～2026-09-30）` */
function leadWords({ stage, who = '未定', from, until }: Case['leads'][number]): string {
  const days = from === undefined && until === undefined ? '' : `（${from ?? ''}～${until ?? ''}）`;
  return `${stage}=${who}${days}`;
}
