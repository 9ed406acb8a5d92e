import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { indexes } from '../../adapters/aws/keys.ts';
import { functions, placeholderOf } from '../../functions/registry.ts';
import { TsudoiStack } from '../../infra/stack.ts';
import { stages } from '../../infra/stages.ts';

// Without bundling: what the functions hold is the business of test/aws, which runs them.
const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
const template = Template.fromStack(new TsudoiStack(app, 'Test', stages[0]));

const inProject = (path: string) => new URL(`../../${path}`, import.meta.url);
const workflowFiles = readdirSync(inProject('workflows')).filter((name) => name.endsWith('.asl.json'));

const statementSchema = z.object({
  Action: z.union([z.string(), z.array(z.string())]).transform((action) => [action].flat()),
  Resource: z.unknown(),
  Effect: z.literal('Allow'),
});
const policySchema = z.object({
  Properties: z.object({ PolicyDocument: z.object({ Statement: z.array(statementSchema) }) }),
});
const statements = Object.entries(template.findResources('AWS::IAM::Policy')).flatMap(([name, policy]) =>
  policySchema.parse(policy).Properties.PolicyDocument.Statement.map((statement) => ({ name, ...statement })),
);

/** CDK's own assertions throw; so they count as expectations of ours. */
function holds(assertion: () => void): void {
  expect(assertion).not.toThrow();
}

describe('the table', () => {
  it('outlives the stack, cannot be deleted by hand, and can be restored to any second', () => {
    holds(() => {
      template.hasResource('AWS::DynamoDB::GlobalTable', {
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          BillingMode: 'PAY_PER_REQUEST',
          StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
          Replicas: [
            Match.objectLike({
              DeletionProtectionEnabled: true,
              PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
            }),
          ],
        },
      });
    });
  });

  it('keeps the name CloudFormation knows it by, so that no edit here can replace it', () => {
    expect(Object.keys(template.findResources('AWS::DynamoDB::GlobalTable'))).toEqual(['TableCD117FA1']);
  });

  it('has the indexes the store reads', () => {
    holds(() => {
      template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
        GlobalSecondaryIndexes: Object.values(indexes).map(({ name, partition, sort }) => ({
          IndexName: name,
          KeySchema: [
            { AttributeName: partition, KeyType: 'HASH' },
            ...(sort === undefined ? [] : [{ AttributeName: sort, KeyType: 'RANGE' }]),
          ],
          Projection: { ProjectionType: 'ALL' },
        })),
      });
    });
  });
});

describe('the functions', () => {
  it('are exactly the registered ones, each with its purpose', () => {
    holds(() => {
      template.resourceCountIs('AWS::Lambda::Function', functions.length);
    });
    for (const { purpose } of functions)
      holds(() => {
        template.hasResourceProperties('AWS::Lambda::Function', { Description: purpose });
      });
  });

  it('run on the Node we test with, on ARM', () => {
    holds(() => {
      template.allResourcesProperties('AWS::Lambda::Function', { Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    });
  });

  it.each(functions.map(({ name }) => name))('%s has a door of at most twenty lines', (name) => {
    expect(readFileSync(inProject(`functions/${name}/lambda.ts`), 'utf8').split('\n').length).toBeLessThanOrEqual(21);
  });

  it.each(functions)('$name is given the key exactly if its door reads it', ({ name, touches }) => {
    const door = readFileSync(inProject(`functions/${name}/lambda.ts`), 'utf8');
    expect(door.includes('linkKey(')).toBe('secrets' in touches);
  });

  it('never hold the key in their environment', () => {
    holds(() => {
      template.allResourcesProperties('AWS::Lambda::Function', {
        Environment: { Variables: Match.objectLike({ LINK_KEY_SECRET: 'Test/link-key' }) },
      });
    });
    holds(() => {
      template.hasResource('AWS::SecretsManager::Secret', { DeletionPolicy: 'RetainExceptOnCreate' });
    });
  });
});

describe('the workflows', () => {
  it('are the files in workflows/, each with a kept version behind the alias everybody starts it by', () => {
    holds(() => {
      template.resourceCountIs('AWS::StepFunctions::StateMachine', workflowFiles.length);
    });
    holds(() => {
      template.resourceCountIs('AWS::StepFunctions::StateMachineVersion', workflowFiles.length);
    });
    holds(() => {
      template.allResources('AWS::StepFunctions::StateMachineVersion', {
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
      });
    });
    holds(() => {
      template.resourcePropertiesCountIs(
        'AWS::StepFunctions::StateMachineAlias',
        { Name: 'live' },
        workflowFiles.length,
      );
    });
  });

  it.each(workflowFiles)('%s has every placeholder filled in, and is deployed as it is', (file) => {
    const definition = readFileSync(inProject(`workflows/${file}`), 'utf8');
    const used = [...new Set([...definition.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name))];
    expect(functions.map(({ name }) => placeholderOf(name))).toEqual(expect.arrayContaining(used));

    holds(() => {
      template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
        StateMachineName: `Test-${file.replace('.asl.json', '')}`,
        DefinitionString: definition,
        DefinitionSubstitutions: Object.fromEntries(used.map((name) => [name, Match.anyValue()])),
      });
    });
  });

  it('log what failed, without what was in it', () => {
    holds(() => {
      template.allResourcesProperties('AWS::StepFunctions::StateMachine', {
        LoggingConfiguration: Match.objectLike({ Level: 'ERROR', IncludeExecutionData: false }),
      });
    });
  });
});

describe('the way in', () => {
  const routeSchema = z.object({ Properties: z.object({ RouteKey: z.string(), AuthorizationType: z.string() }) });
  const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(
    (route) => routeSchema.parse(route).Properties,
  );

  it('has the registered routes and no other', () => {
    const registered = functions.flatMap((spec) => ('routes' in spec ? spec.routes : []));
    expect(routes.map(({ RouteKey }) => RouteKey).toSorted()).toEqual(registered.toSorted());
  });

  it('asks everybody for a token, but the holder of a link; the doors of a sheet read it themselves', () => {
    const open = routes.filter(({ AuthorizationType }) => AuthorizationType !== 'JWT').map(({ RouteKey }) => RouteKey);
    expect(open.toSorted()).toEqual(
      [
        'GET /a/{token}',
        'GET /a/{token}/meeting.ics',
        'GET /a/{token}/papers',
        'GET /style.css',
        'POST /a/{token}',
        'POST /a/{token}/papers',
        // These ask themselves (test/functions/sign-in.test.ts).
        ...(['POST /v1/rows', 'POST /v1/facts', 'POST /v1/lacking', 'POST /v1/sidebar'] as const),
        ...(['GET /v1/workbook', 'POST /v1/workbook', 'GET /v1/form'] as const),
      ].toSorted(),
    );
  });
});

describe('the outbox', () => {
  it('is delivered by the stream of new entries, and by a sweep every five minutes', () => {
    holds(() => {
      template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
        FilterCriteria: {
          Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"queue":{"S":["outbox"]}}}}' }],
        },
      });
    });
    holds(() => {
      template.hasResourceProperties('AWS::Scheduler::Schedule', { ScheduleExpression: 'rate(5 minutes)' });
    });
  });
});

describe('permissions', () => {
  it('name their resource, but for what AWS offers only whole', () => {
    const whole = statements.filter(({ Resource }) => JSON.stringify(Resource).includes('"*"'));
    // Step Functions sets up its log delivery with actions that know no resource.
    expect(whole.filter(({ Action }) => !Action.every((action) => action.startsWith('logs:')))).toEqual([]);
  });

  it('never allow every action, a scan, or a statement in SQL', () => {
    const actions = statements.flatMap(({ Action }) => Action);
    expect(actions.filter((action) => action.includes('*') || /Scan|PartiQL/.test(action))).toEqual([]);
  });

  it('let only the dispatcher delete from the table and send mail', () => {
    const holders = (wanted: string) =>
      statements.filter(({ Action }) => Action.includes(wanted)).map(({ name }) => name);
    for (const action of ['dynamodb:DeleteItem', 'ses:SendRawEmail', 'states:StartExecution']) {
      expect(holders(action)).toEqual([expect.stringContaining('dispatchoutbox')]);
    }
  });
});

describe('alarms', () => {
  it('are explained in the runbook under their own name', () => {
    const headings = readFileSync(inProject('docs/runbook.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('## '))
      .map((line) => line.slice(3));
    const alarmSchema = z.object({ Properties: z.object({ AlarmDescription: z.string() }) });
    const names = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map((alarm) =>
      alarmSchema.parse(alarm).Properties.AlarmDescription.replace(/\. Impact: .*$/, ''),
    );

    expect(names).toHaveLength(10);
    expect(headings).toEqual(expect.arrayContaining(names));
  });
});
