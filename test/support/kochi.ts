/**
 * TV §10-6 (L3412-3417): Kochi from April to October: 736 consultations in 23 towns of five 福祉保健所, 19 of them to be planned for, 15
 * meetings, 10 plans approved. As a scenario file, typed by the clerk of each town and convened by the officer of each office.
 */
export const offices = ['安芸', '中央東', '中央西', '須崎', '幡多'] as const;
const TOWNS = 23;
const ROWS_PER_TOWN = 32;
/** The towns in which a meeting is held; the first four have two cases to plan for. */
const MEETINGS = 15;
const TWICE = 4;
const APPROVED = 10;

type Step = Readonly<Record<string, unknown>>;
type Town = {
  readonly code: string;
  readonly name: string;
  readonly office: string;
  readonly cases: readonly string[];
};

const two = (number: number) => String(number).padStart(2, '0');
const towns: readonly Town[] = Array.from({ length: TOWNS }, (_, at) => ({
  code: `3930${two(at + 1)}`,
  name: `試験${String(at + 1)}町`,
  office: offices[at % offices.length] ?? '',
  cases: Array.from({ length: at < TWICE ? 2 : Number(at < MEETINGS) }, (_case, row) => numberOf(at, row * 9)),
}));
/** The cases whose plans are approved: the first ten that there are. */
const approved = new Set(towns.flatMap(({ cases }) => cases).slice(0, APPROVED));
export const planned = towns.flatMap(({ cases }) => cases);

function numberOf(town: number, row: number): string {
  return `K${two(town + 1)}-${two(row + 1)}`;
}

const routes = ['本人(来所)', '本人(電話)', '家族・知人(来所)', '関係機関・関係者紹介', 'その他'];
const endings: readonly Step[] = [
  { 対応結果: '情報提供' },
  { 対応結果: '情報提供' },
  { 対応結果: 'つなぎ', つなぎ先: '13' },
  { 対応結果: '情報提供' },
  { 対応結果: 'つなぎ', つなぎ先: '01、13' },
  { 対応結果: '受付' },
  { 対応結果: '情報提供' },
];

function rowOf(town: Town, at: number, row: number): Step {
  const number = numberOf(at, row);
  const day = `2026-${two(4 + (row % 7))}-${two(1 + (row % 28))}`;
  return {
    row: row + 1,
    version: 1,
    受付番号: number,
    氏名: `試験${number}`,
    相談日時: day,
    生年月日: `昭和${String(21 + (row % 40))}年${String(1 + (row % 12))}月${String(1 + at)}日`,
    経路: routes[row % routes.length],
    課題: `${String(1 + (row % 20))}、8`,
    ...(town.cases.includes(number) ? { 連携必要: '○', 情報提供同意: '○' } : endings[row % endings.length]),
  };
}

const clerkOf = ({ name }: Town) => `${name}の担当`;
const officerOf = ({ office }: Town) => `${office}福祉保健所`;
const councilOf = ({ office }: Town) => `${office}社協`;

const typed = towns.map((town, at): Step => {
  const rows = Array.from({ length: ROWS_PER_TOWN }, (_, row) => rowOf(town, at, row));
  return { as: clerkOf(town), rows: { tab: '相談受付', rows } };
});

const meetingOf = (at: number) => `M${two(at + 1)}`;
const meeting = towns.slice(0, MEETINGS);

const convened = meeting.flatMap((town, at): Step[] => [
  ...town.cases.flatMap((id): Step[] => [
    { as: clerkOf(town), member: { case: id, id: '相談者', covered: true } },
    { as: clerkOf(town), consent: { case: id, member: '相談者', method: '書面' } },
  ]),
  {
    as: officerOf(town),
    convene: {
      meeting: meetingOf(at),
      cases: town.cases,
      framework: 'needy-coordination',
      date: '2026-11-16T14:00',
      place: `${town.name}役場`,
      outlook: '3か月ごと',
      invite: { [councilOf(town)]: { class: '相談支援', purpose: '家計の相談' } },
    },
  },
  { as: councilOf(town), reply: { meeting: meetingOf(at), answer: '出席' } },
]);

const held = meeting.map((town, at): Step => {
  const attendance = [councilOf(town)];
  const items = town.cases.map((id) => ({ case: id, topic: '家計の見直し' }));
  return { as: officerOf(town), record: { meeting: meetingOf(at), attendance, items, final: true } };
});

function planSteps(town: Town, at: number, id: string): readonly Step[] {
  const officer = officerOf(town);
  const role = { meeting: meetingOf(at), id: `R-${id}`, agency: councilOf(town), person: '担当', what: '家計の見直し' };
  return [
    { as: officer, role: { ...role, for: `${id}/相談者`, purpose: '家計', frequency: '月1回', by: '2027-02-28' } },
    { as: officer, confirm: { role: `R-${id}`, by: '事務局長' } },
    { as: officer, plan: { case: id, goals: ['滞納をなくす'], period: 3, roles: [`R-${id}`] } },
    { as: officer, confirm: { plan: id, by: '本人' } },
    { as: officer, decide: { plan: id } },
  ];
}

const decided = meeting.flatMap((town, at) =>
  town.cases.filter((id) => approved.has(id)).flatMap((id) => planSteps(town, at, id)),
);

/** After the rows alone: the whole funnel, and nothing that runs, waits or is sent. */
const quiet = {
  expect: { executions: 0, tasks: [], mail: [], sees: { 県: { contains: '計 736 0', excludes: '試験K' } } },
};
const after = { 県: { contains: '計 736 10', excludes: '試験K' } };

export const kochi = {
  scenario: '高知の736件 — 計画の対象は19、会議15回、支援決定10',
  clock: '2026-11-02T09:00',
  given: {
    prefecture: { code: '390003', name: '高知県' },
    towns: Object.fromEntries(
      towns.map(({ code, name, office }) => [code, { name, host: 'prefecture', area: office }]),
    ),
    people: {
      県: { role: 'viewer' },
      ...Object.fromEntries(offices.map((office) => [`${office}福祉保健所`, { role: 'host', areas: [office] }])),
      ...Object.fromEntries(towns.map((town) => [clerkOf(town), { role: 'clerk', town: town.code }])),
    },
    agencies: Object.fromEntries(
      offices.map((office, at) => [
        `${office}社協`,
        { type: '社会福祉協議会', mail: `office${String(at)}@example.jp` },
      ]),
    ),
  },
  steps: [...typed, quiet, ...convened, { at: '2026-11-16T16:00' }, ...held, ...decided, { expect: { sees: after } }],
};
