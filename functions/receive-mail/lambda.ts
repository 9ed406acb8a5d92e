import { S3Client } from '@aws-sdk/client-s3';
import { awsDeps } from '../../adapters/aws/deps.ts';
import { linkKey } from '../../adapters/aws/link-key.ts';
import { mailDoor } from '../../adapters/aws/mail-door.ts';
import { readMail } from '../../adapters/mail/read-mail.ts';
import { hmacSecrets } from '../../adapters/node/secrets.ts';
import { createHandler } from './handler.ts';

const { env, ...deps } = awsDeps(); // A bad environment fails at cold start, not at 3 a.m.
const secrets = hmacSecrets(await linkKey(env.LINK_KEY_SECRET));

export const handler = mailDoor(new S3Client(), readMail, createHandler({ ...deps, secrets }));
