import * as z from 'zod';
import { SheetDeferred, SheetRefused } from '../../core/errors.ts';

/** Google's client brings headers of a make of its own. */
const headersSchema = z
  .custom<Pick<Headers, 'get'>>((one) => typeof one === 'object' && one !== null && 'get' in one)
  .optional();

/** As much of a failed request as says what to do; Google's words may name the spreadsheet, and go no further. */
const failureSchema = z.object({
  message: z.string().default(''),
  code: z.union([z.string(), z.number()]).optional(),
  status: z.number().optional(),
  config: z
    .object({
      url: z
        .union([z.string(), z.instanceof(URL)])
        .optional()
        .catch(undefined),
    })
    .optional(),
  response: z.object({ headers: headersSchema, data: z.unknown() }).optional(),
});
type Failure = z.output<typeof failureSchema>;

const detailsSchema = z.object({
  error: z.object({
    status: z.string().optional(),
    details: z.array(z.looseObject({ reason: z.unknown() })).optional(),
  }),
});

/** What a failed request to the Sheets API at `root` means: for this sheet, for all, or that something of ours is wrong. */
export function sheetError(error: unknown, root: string): Error {
  const failure = failureSchema.safeParse(error).data ?? { message: '' };
  const reason = reasonOf(failure);
  // To sign in is the service's affair, and never a town's.
  if (!String(failure.config?.url ?? root).startsWith(root)) return fault('sign-in at Google', failure, reason);
  if (failure.status === undefined) return unanswered(failure);
  return answered(failure, failure.status, reason);
}

const tooMany = ['RESOURCE_EXHAUSTED', 'RATE_LIMIT_EXCEEDED'];

function answered(failure: Failure, status: number, reason: string): Error {
  const seconds = waitIn(failure);
  if (status === 429 || tooMany.includes(reason))
    return new SheetDeferred('too many requests', { everywhere: true, seconds });
  if (status >= 500) return new SheetDeferred(`Google: ${String(status)}`, { seconds });
  const refused = problems.find((one) => one.status === status && one.said.test(`${reason} ${failure.message}`));
  return refused === undefined ? fault('Google', failure, reason) : new SheetRefused(refused.problem);
}

/** A 403 can also mean that nobody switched the API on in our project, which is no town's affair. */
const problems = [
  { status: 404, said: /(?:)/, problem: 'not-found' },
  { status: 403, said: /^PERMISSION_DENIED /, problem: 'not-shared' },
  { status: 400, said: /protected/i, problem: 'protected' },
  { status: 400, said: /parse range|grid limits/i, problem: 'no-range' },
] as const;

/** No answer came: whether it was written, the next look at the sheet will tell. */
function unanswered({ code }: Failure): Error {
  return code === undefined ? new Error('no request at all') : new SheetDeferred(`no answer: ${String(code)}`);
}

/** The most exact word for it: `SERVICE_DISABLED` of the details before `PERMISSION_DENIED` of the whole. */
function reasonOf({ response }: Failure): string {
  const read = detailsSchema.safeParse(response?.data);
  if (!read.success) return '';
  const { status = '', details = [] } = read.data.error;
  const [reason] = details.flatMap((one) => (typeof one.reason === 'string' ? [one.reason] : []));
  return reason ?? status;
}

/** `Retry-After` in seconds. */
function waitIn({ response }: Failure): number | undefined {
  const seconds = Number(response?.headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function fault(where: string, { status, code }: Failure, reason: string): Error {
  return new Error(`${where}: ${String(status ?? code ?? '')} ${reason}`.trim());
}
