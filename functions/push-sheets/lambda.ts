import { awsDeps } from '../../adapters/aws/deps.ts';
import { googleSpreadsheets } from '../../adapters/google/spreadsheets.ts';
import { pause } from '../../adapters/node/pause.ts';
import { createHandler } from './handler.ts';

const { env, ...deps } = awsDeps(); // A bad environment fails at cold start, not at 3 a.m.
const spreadsheets = googleSpreadsheets({ audience: env.SHEETS_AUDIENCE, serviceAccount: env.SHEETS_ACCOUNT });

export const handler = createHandler({ ...deps, spreadsheets, pause });
