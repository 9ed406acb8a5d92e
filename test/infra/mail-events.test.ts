import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { TsudoiStack } from '../../infra/stack.ts';
import { stages } from '../../infra/stages.ts';

const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
const template = Template.fromStack(new TsudoiStack(app, 'Test', stages[0]));

describe('mails that come back', () => {
  it('are told of by the configuration set that every mail goes out under', () => {
    expect(() => {
      template.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
        EventDestination: { Enabled: true, MatchingEventTypes: ['bounce', 'complaint', 'reject'] },
      });
      template.hasResourceProperties('AWS::SES::EmailIdentity', {
        ConfigurationSetAttributes: { ConfigurationSetName: Match.anyValue() },
      });
    }).not.toThrow();
  });
});
