import { auth, sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { CellBlock, CellRange, Spreadsheets } from '../../core/ports.ts';
import { sheetError } from './sheet-errors.ts';

const GOOGLE = 'https://sheets.googleapis.com/';
const SCOPE = 'https://www.googleapis.com/auth/spreadsheets';
const TIMEOUT_MS = 10_000;

/** Nothing of it is secret: an AWS role proves who we are (workload identity federation), so there is no key that could be lost. */
export type Federation = {
  /** `//iam.googleapis.com/projects/…/locations/global/workloadIdentityPools/…/providers/…` */
  readonly audience: string;
  /** The address towns share their spreadsheet with. */
  readonly serviceAccount: string;
};

/** The towns' spreadsheets at Google, as the service account. */
export function googleSpreadsheets({ audience, serviceAccount }: Federation): Spreadsheets {
  const client = new auth.AwsClient({
    type: 'external_account',
    audience,
    subject_token_type: 'urn:ietf:params:aws:token-type:aws4_request',
    token_url: 'https://sts.googleapis.com/v1/token',
    service_account_impersonation_url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${serviceAccount}:generateAccessToken`,
    credential_source: {
      environment_id: 'aws1',
      regional_cred_verification_url: 'https://sts.{region}.amazonaws.com?Action=GetCallerIdentity&Version=2011-06-15',
    },
    scopes: [SCOPE],
  });
  return spreadsheetsAt(GOOGLE, { auth: client });
}

/** @param url the Sheets API of this very machine (ADR 0052); no other host can be meant, so that no setting leads facts astray */
export function loopbackSpreadsheets(url: string): Spreadsheets {
  const { hostname, origin } = new URL(url);
  if (!['127.0.0.1', '[::1]', 'localhost'].includes(hostname)) throw new Error(`${hostname} is not this machine`);
  return spreadsheetsAt(`${origin}/`, { headers: { authorization: 'Bearer of-this-machine' } });
}

/** Google's client tries again by itself unless told not to: within a second, and past our pace. */
function spreadsheetsAt(rootUrl: string, who: Pick<sheets_v4.Options, 'auth' | 'headers'>): Spreadsheets {
  const { spreadsheets } = sheets({ version: 'v4', rootUrl, retry: false, timeout: TIMEOUT_MS, ...who });
  const known = async <Answer>(call: Promise<Answer>): Promise<Answer> =>
    call.catch((error: unknown) => {
      throw sheetError(error, rootUrl);
    });

  return {
    async tabs(spreadsheetId) {
      const { data } = await known(spreadsheets.get({ spreadsheetId, fields: 'sheets.properties.title' }));
      return (data.sheets ?? []).flatMap(({ properties }) => properties?.title ?? []);
    },
    async read(spreadsheetId, ranges) {
      const asked = { spreadsheetId, ranges: ranges.map(rangeName) };
      const { data } = await known(spreadsheets.values.batchGet(asked));
      return (data.valueRanges ?? []).map(({ values }) => (values ?? []).map((line) => line.map(String)));
    },
    async write(spreadsheetId, blocks) {
      const data = blocks.map((block) => ({ range: blockName(block), values: block.lines.map((line) => [...line]) }));
      const requestBody = { valueInputOption: 'RAW', data };
      await known(spreadsheets.values.batchUpdate({ spreadsheetId, requestBody }));
    },
  };
}

const inTab = (tab: string, cells: string) => `'${tab.replaceAll("'", "''")}'!${cells}`;

function rangeName(range: CellRange): string {
  if ('lines' in range) return inTab(range.tab, range.lines.map(String).join(':'));
  return inTab(range.tab, range.columns.map(lettersOf).join(':'));
}

function blockName({ tab, row, column, lines }: CellBlock): string {
  const width = Math.max(...lines.map((line) => line.length));
  const from = `${lettersOf(column)}${String(row)}`;
  return inTab(tab, `${from}:${lettersOf(column + width - 1)}${String(row + lines.length - 1)}`);
}

/** 1 is A, 27 is AA. */
function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest === 0 ? '' : lettersOf(rest)}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
