import * as z from 'zod';
import { townCodeSchema } from '../../core/ids.ts';

const arn = z.string().startsWith('arn:');

/** Every environment variable our Lambdas read. `infra/` must supply each one; the compiler checks. */
export const envSchema = z.object({
  TABLE_NAME: z.string().min(1),
  /** The six-digit code of the prefecture this deployment serves. */
  PREFECTURE_CODE: townCodeSchema,
  /** The name of the secret that holds the key of links, codes and nonces; the key itself is never in the environment. */
  LINK_KEY_SECRET: z.string().min(1),
  /** The address mails come from; its domain is verified with SES. */
  MAIL_FROM: z.email(),
  /** Mails to `reply+…@` this domain come back to us; empty where none does. */
  REPLY_DOMAIN: z.string().default(''),
  /** Where the pages are, as it stands in mails. */
  PUBLIC_URL: z.url({ protocol: /^https$/ }),
  /** OAuth clients of the add-on, with commas between; empty: no sheet is let in. */
  GOOGLE_CLIENTS: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((one) => one !== '')),
  /** The workload identity pool's provider and the account at Google that writes towns' sheets; empty: none are written. Neither is secret. */
  SHEETS_AUDIENCE: z.string().default(''),
  SHEETS_ACCOUNT: z.string().default(''),
  /** Aliases, so that a running execution keeps the definition it began with. */
  CONVENING_ARN: arn,
  RECORDING_ARN: arn,
  MONITORING_ARN: arn,
});
export type Env = z.infer<typeof envSchema>;
