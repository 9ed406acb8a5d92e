import { strFromU8 } from 'fflate';
import type { Refused } from '../../core/refusal.ts';
import { ok, refuse, type Result } from '../../core/result.ts';
import { TooMuchInside, unpack } from './unzip.ts';

/** The files in a workbook's archive, by path. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** A Lambda takes 6 MB, and API Gateway sends a file as text, a third longer. */
export const MOST_BYTES = 4 * 1024 * 1024;
/** Unpacked: some 10,000 rows take a tenth of it. */
const MOST_UNPACKED = 64 * 1024 * 1024;
const MOST_PARTS = 500;

const again = 'Excelの「名前を付けて保存」で「Excelブック（*.xlsx）」を選んで保存し、もう一度入れてください。';
const wrong = (problem: string): Result<never, Refused> => refuse({ code: 'bad-input', field: 'ファイル', problem });
const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Opens an .xlsx and nothing else; what comes instead is named, with what to do about it. */
export function partsOf(bytes: Uint8Array): Result<Parts, Refused> {
  if (bytes.length === 0)
    return wrong('ファイルが選ばれていないか、空です。ファイルを選んで、もう一度送ってください。');
  if (bytes.length > MOST_BYTES)
    return wrong(
      `大きすぎます（受け取ったのは ${megabytes(bytes.length)}、受け取れるのは ${megabytes(MOST_BYTES)} まで）。絵や余分な表を消すか、行を分けて入れてください。`,
    );
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return wrong(oldOrLocked(bytes));
  if (!begins(bytes, [0x50, 0x4b])) return wrong(`Excelのファイル（.xlsx）ではないか、途中で切れています。${again}`);
  return opened(bytes);
}

function opened(bytes: Uint8Array): Result<Parts, Refused> {
  try {
    return workbook(unpack(bytes, { parts: MOST_PARTS, bytes: MOST_UNPACKED }));
  } catch (error) {
    return error instanceof TooMuchInside
      ? wrong('開くと大きすぎるファイルです。つどいから受け取ったファイルに書き写して、入れてください。')
      : wrong(`ファイルが壊れているか、途中で切れています。${again}`);
  }
}

function workbook(parts: Parts): Result<Parts, Refused> {
  const kinds = textOf(parts, '[Content_Types].xml');
  if (/macroEnabled/i.test(kinds) || parts.has('xl/vbaProject.bin'))
    return wrong(`マクロの入ったファイル（.xlsm）は受け取れません。${again}`);
  if (parts.has('xl/workbook.bin')) return wrong(`バイナリブック（.xlsb）は読めません。${again}`);
  return parts.has('xl/workbook.xml') ? ok(parts) : wrong(`Excelのファイル（.xlsx）ではありません。${again}`);
}

/** Both begin alike: the old format, and a new one behind a password. */
function oldOrLocked(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf16le');
  const odd = Buffer.from(bytes.subarray(1)).toString('utf16le');
  return [text, odd].some((one) => one.includes('EncryptedPackage'))
    ? 'パスワードのかかったファイルは開けません。Excelの「ファイル」→「情報」→「ブックの保護」でパスワードを外して保存し、もう一度入れてください。'
    : `古い形式（.xls）は読めません。${again}`;
}

function begins(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, at) => bytes[at] === byte);
}

/** Empty when there is no such part. */
export function textOf(parts: Parts, path: string): string {
  const part = parts.get(path);
  return part === undefined ? '' : strFromU8(part);
}
