import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { TsudoiStack } from '../../infra/stack.ts';
import { stages } from '../../infra/stages.ts';

const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
const template = Template.fromStack(new TsudoiStack(app, 'Test', stages[0]));

/** CDK's own assertions throw; so they count as expectations of ours. */
function holds(assertion: () => void): void {
  expect(assertion).not.toThrow();
}

describe('mails that come in', () => {
  it('lie thirty days in a bucket of which only the reader may read, and only what SES put there', () => {
    holds(() => {
      template.hasResourceProperties('AWS::S3::Bucket', {
        BucketEncryption: Match.anyValue(),
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
        LifecycleConfiguration: { Rules: [{ ExpirationInDays: 30, Status: 'Enabled' }] },
      });
      template.hasResourceProperties('AWS::SES::ReceiptRule', {
        Rule: {
          Recipients: ['reply.mail.example.jp'],
          ScanEnabled: true,
          Actions: [{ S3Action: { ObjectKeyPrefix: 'in/' } }],
        },
      });
    });
    const readers = Object.entries(template.findResources('AWS::IAM::Policy')).filter(([, policy]) =>
      JSON.stringify(policy).includes('s3:GetObject'),
    );
    expect(readers.map(([name]) => name)).toEqual([expect.stringMatching(/^receivemail/)]);
  });

  it('have no place where no reply domain is configured', () => {
    const { replyDomain: _none, ...stage } = stages[0];
    const other = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
    const without = Template.fromStack(new TsudoiStack(other, 'Without', stage));
    holds(() => {
      without.resourceCountIs('AWS::SES::ReceiptRule', 0);
      without.resourceCountIs('AWS::S3::Bucket', 0);
    });
  });
});
