import { awsDeps } from '../../adapters/aws/deps.ts';
import { httpDoor } from '../../adapters/aws/http-door.ts';
import { linkKey } from '../../adapters/aws/link-key.ts';
import { calendarFileFrom } from '../../adapters/mail/calendar-part.ts';
import { hmacSecrets } from '../../adapters/node/secrets.ts';
import { createHandler } from './handler.ts';

const { env, ...deps } = awsDeps(); // A bad environment fails at cold start, not at 3 a.m.
const secrets = hmacSecrets(await linkKey(env.LINK_KEY_SECRET));

export const handler = httpDoor(
  createHandler({ ...deps, secrets, calendarFile: calendarFileFrom(env.MAIL_FROM) }),
  deps,
);
