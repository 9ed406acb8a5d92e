import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loopbackSpreadsheets } from '../adapters/google/spreadsheets.ts';
import { pause } from '../adapters/node/pause.ts';
import { townCodeSchema } from '../core/ids.ts';
import { epochOf, type Instant, readInstant } from '../core/time.ts';
import { type App, createApp, DATABASE_FILE } from './app.ts';
import { addMissing } from './scenario/seed.ts';
import { OrganisationRefused, readOrganisation } from './scenario/organisation.ts';
import { seedDemo } from './demo/seed-demo.ts';
import type { Given } from './scenario/given.ts';
import { createFetch } from './server.ts';
import { followNpm } from './server/follow-npm.ts';
import { type Opened, openLoopback } from './server/loopback.ts';
import { keepTime } from './server/keep-time.ts';
import { keepPushing } from './server/keep-pushing.ts';
import { keepSending } from './server/send-mails.ts';
import { settleOrSay, storageWords } from './server/settle.ts';

const USAGE = `使い方: npm start -- [--port 8080] [--data .data] [--now 2026-06-01T09:00] [--frozen] [--no-demo | --seed 組織.yaml]
  --port    待ち受ける番号（PORT でも）          --data    データを置くフォルダ（TSUDOI_DATA でも）
  --now     この日時から始める（日本時間）        --frozen  時計は動かされたときだけ進む
  --no-demo 作りものの事例を入れない            --seed    町村・職員・関係機関をこのファイルから入れる（例: local/demo/organisation.yaml）

メールを実際に送るには: SMTP_URL（smtps://利用者:合言葉@mail.example.jp）、SMTP_FROM（差出人のアドレス）、
  SMTP_PER_SECOND（1秒に送る数。既定は5）。作りものの事例や動かした時計では送れません（--no-demo か --seed を付けてください）。`;

/** The invented prefecture of the demo; an installation has its own. */
const PREFECTURE = townCodeSchema.parse(process.env['TSUDOI_PREFECTURE'] ?? '390003');

/** A running clock is a few milliseconds past the moment it was just set to. */
const OWN_TIME_MS = 1000;

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env['PORT'] ?? '8080' },
      data: { type: 'string', default: process.env['TSUDOI_DATA'] ?? '.data' },
      now: { type: 'string' },
      frozen: { type: 'boolean', default: false },
      'no-demo': { type: 'boolean', default: false },
      seed: { type: 'string' },
    },
  });
  const { data: folder, frozen } = values;
  const bare = values['no-demo'] || values.seed !== undefined;
  const smtp = smtpIn(process.env);
  const isPlay = !bare || frozen || values.now !== undefined;
  if (smtp !== undefined && isPlay)
    throw new TypeError('SMTP_URL があるときは --no-demo か --seed を付け、--now と --frozen は付けないでください。');
  return { port: portIn(values.port), now: momentIn(values.now), folder, frozen, demo: !bare, seed: values.seed, smtp };
}

function smtpIn({ SMTP_URL: url = '', SMTP_FROM: from = '', SMTP_PER_SECOND: rate = '5' }: NodeJS.ProcessEnv) {
  if (url === '') return undefined;
  const perSecond = Number(rate);
  if (!/^smtps?:\/\//.test(url)) throw new TypeError('SMTP_URL は smtp:// か smtps:// で始めてください。');
  if (!from.includes('@')) throw new TypeError('SMTP_FROM に差出人のアドレスを入れてください。');
  if (!(perSecond > 0)) throw new TypeError(`SMTP_PER_SECOND ${rate} は使えません。0より大きい数にしてください。`);
  return { url, from, perSecond };
}

function portIn(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new TypeError(`--port ${text} は使えません。`);
  return port;
}

function momentIn(text: string | undefined): Instant | undefined {
  const at = text === undefined ? undefined : readInstant(text);
  if (text !== undefined && at === undefined) throw new TypeError(`--now ${text} は日時として読めません。`);
  return at;
}

async function main(): Promise<void> {
  const options = readOptions();
  const given = options.seed === undefined ? undefined : readOrganisation(options.seed);
  const opened = await openLoopback(options.port);
  try {
    await serve(options, opened, given);
  } catch (error) {
    // An open port would keep the program running with nothing behind it.
    await opened.close();
    throw error;
  }
}

const prefectureOf = (given: Given | undefined) => given?.prefecture.code ?? PREFECTURE;

/** 事例その１, or the organisation of a file, or nothing. */
async function fill(app: App, demo: boolean, given: Given | undefined): Promise<void> {
  if (demo) await seedDemo(app);
  if (given === undefined) return;
  console.log(`組織: 新しく ${String(await addMissing(app.deps.store, given))} 件を登録しました。`);
}

async function serve(
  { folder, now, frozen, demo, smtp }: ReturnType<typeof readOptions>,
  opened: Opened,
  given: Given | undefined,
): Promise<void> {
  const ownUrl = `http://127.0.0.1:${String(opened.port)}`;
  const publicUrl = process.env['TSUDOI_PUBLIC_URL'] ?? ownUrl;
  const existed = existsSync(join(folder, DATABASE_FILE));
  const sheets = { spreadsheets: loopbackSpreadsheets(ownUrl), pause };
  const app = createApp({ folder, now, frozen, smtp, sheets, prefecture: prefectureOf(given), publicUrl });
  if (existed && now !== undefined && epochOf(app.clock.now()) - epochOf(now) > OWN_TIME_MS)
    console.error('このデータフォルダには自分の時刻があるため、--now は使いませんでした。');
  await fill(app, demo, given);
  await settleOrSay(app);

  opened.serve(createFetch(app, opened.port));
  const time = keepTime(app);
  const pushing = keepPushing(app);
  const sending = smtp === undefined ? undefined : keepSending(app, smtp.perSecond);

  const end = async () => {
    time.stop();
    pushing.stop();
    sending?.stop();
    await opened.close();
    app.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end());
  followNpm(() => void end());
  // Last: whoever waits for this may end the program at once.
  console.log(`ready http://127.0.0.1:${String(opened.port)}`);
}

try {
  await main();
} catch (error) {
  console.error(wordsFor(error));
  process.exitCode = 1;
}

/** What the person who started the program can do about it; anything else is a fault and is thrown on. */
function wordsFor(error: unknown): string {
  const refused = refusalWords(error);
  if (refused !== undefined) return refused;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'この番号はほかのプログラムが使っています。--port で別の番号を選んでください。';
  // parseArgs throws it for an option nobody knows.
  if (error instanceof TypeError && (error.stack ?? '').includes('readOptions')) return `${error.message}\n${USAGE}`;
  throw error;
}

function refusalWords(error: unknown): string | undefined {
  return error instanceof OrganisationRefused ? error.message : storageWords(error);
}
