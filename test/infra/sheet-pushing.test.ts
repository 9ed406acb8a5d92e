import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { functions } from '../../functions/registry.ts';
import { TsudoiStack } from '../../infra/stack.ts';
import { type Stage, stages } from '../../infra/stages.ts';

const templateOf = (stage: Stage) =>
  Template.fromStack(new TsudoiStack(new App({ context: { 'aws:cdk:bundling-stacks': [] } }), 'Test', stage));
const template = templateOf(stages[0]);
const actionsSchema = z.object({
  Action: z.union([z.string(), z.array(z.string())]).transform((action) => [action].flat()),
});
const policySchema = z.object({
  Properties: z.object({ PolicyDocument: z.object({ Statement: z.array(actionsSchema) }) }),
});

/** CDK's own assertions throw; so they count as expectations of ours. */
function holds(assertion: () => void): void {
  expect(assertion).not.toThrow();
}

describe('the sheets', () => {
  it('are written every minute, where the stage names an account at Google, and by no key of it', () => {
    holds(() => {
      template.hasResourceProperties('AWS::Scheduler::Schedule', { ScheduleExpression: 'rate(1 minute)' });
    });
    holds(() => {
      template.hasResourceProperties('AWS::Lambda::Function', {
        Description: functions.find(({ name }) => name === 'push-sheets')?.purpose,
        Timeout: 120,
        Environment: { Variables: Match.objectLike({ SHEETS_ACCOUNT: stages[0].googleSheets.serviceAccount }) },
      });
    });
  });

  it('are nobody’s affair where it names none: nothing runs each minute', () => {
    const { googleSheets: _none, ...stage } = stages[0];
    const schedules = JSON.stringify(templateOf(stage).findResources('AWS::Scheduler::Schedule'));
    expect([schedules.includes('rate(5 minutes)'), schedules.includes('rate(1 minute)')]).toEqual([true, false]);
  });

  it('are reached without any right at AWS but to the table', () => {
    const own = Object.entries(template.findResources('AWS::IAM::Policy'))
      .filter(([name]) => name.startsWith('pushsheets'))
      .flatMap(([, policy]) => policySchema.parse(policy).Properties.PolicyDocument.Statement)
      .flatMap(({ Action }) => Action);
    expect(own.toSorted()).toEqual(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query']);
  });
});
