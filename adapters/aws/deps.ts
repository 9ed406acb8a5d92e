import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { tellingSheets } from '../../core/push/telling-store.ts';
import { instantFromEpoch } from '../../core/time.ts';
import { dynamoStore } from './dynamo-store.ts';
import { envSchema } from './env.ts';
import { sfnWorkflows } from './sfn-workflows.ts';

/** What every Lambda needs, made once per cold start. A bad environment fails here, not at 3 a.m. */
export function awsDeps() {
  const env = envSchema.parse(process.env);
  const clock = { now: () => instantFromEpoch(Date.now()) };
  const prefecture = env.PREFECTURE_CODE;
  const aliases = { convening: env.CONVENING_ARN, recording: env.RECORDING_ARN, monitoring: env.MONITORING_ARN };

  return {
    env,
    store: tellingSheets(dynamoStore(new DynamoDBClient(), env.TABLE_NAME), { clock, prefecture }),
    clock,
    workflows: sfnWorkflows(new SFNClient(), aliases),
    prefecture,
    sheetsAccount: env.SHEETS_ACCOUNT === '' ? undefined : env.SHEETS_ACCOUNT,
    publicUrl: env.PUBLIC_URL,
    replyDomain: env.REPLY_DOMAIN,
  };
}
