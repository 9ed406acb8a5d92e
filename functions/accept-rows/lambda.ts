import { awsDeps } from '../../adapters/aws/deps.ts';
import { httpDoor } from '../../adapters/aws/http-door.ts';
import { linkKey } from '../../adapters/aws/link-key.ts';
import { googleIdTokens } from '../../adapters/google/id-tokens.ts';
import { hmacSecrets } from '../../adapters/node/secrets.ts';
import { withSignIn } from '../sign-in.ts';
import { createHandler } from './handler.ts';

const { env, ...deps } = awsDeps(); // A bad environment fails at cold start, not at 3 a.m.
const secrets = hmacSecrets(await linkKey(env.LINK_KEY_SECRET));
const idTokens = googleIdTokens({ clients: env.GOOGLE_CLIENTS });

export const handler = httpDoor(withSignIn({ ...deps, idTokens }, createHandler({ ...deps, secrets })), deps);
