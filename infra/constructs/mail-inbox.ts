import { Duration, Stack } from 'aws-cdk-lib';
import { Grant, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

const PREFIX = 'in/';

/**
 * Mails to the reply domain: SES puts each into the bucket and tells the reader. They stay for thirty days, for what could not be read;
 * what is needed of them is in the table. The rule set takes effect once it is made the active one (docs/deploy.md).
 */
export class MailInbox extends Construct {
  constructor(scope: Construct, id: string, { domain, reader }: { domain: string; reader: IFunction }) {
    super(scope, id);
    const bucket = this.#bucket();
    const arrived = new Topic(this, 'Arrived', { enforceSSL: true });
    arrived.grantPublish(new ServicePrincipal('ses.amazonaws.com'));
    arrived.addSubscription(new LambdaSubscription(reader));
    const mails = bucket.arnForObjects(`${PREFIX}*`);
    Grant.addToPrincipal({ grantee: reader, actions: ['s3:GetObject'], resourceArns: [mails] });

    const rules = new CfnReceiptRuleSet(this, 'Rules');
    const rule = new CfnReceiptRule(this, 'ToUs', {
      ruleSetName: rules.ref,
      rule: {
        enabled: true,
        recipients: [domain],
        scanEnabled: true,
        actions: [{ s3Action: { bucketName: bucket.bucketName, objectKeyPrefix: PREFIX, topicArn: arrived.topicArn } }],
      },
    });
    // SES tries both when the rule is made.
    rule.node.addDependency(bucket, arrived);
  }

  #bucket(): Bucket {
    const bucket = new Bucket(this, 'Mails', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(30) }],
    });
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects(`${PREFIX}*`)],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    return bucket;
  }
}
