import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { ExplainedAlarm } from './alarm.ts';
import type { WorkflowName } from './stage-workflow.ts';

type Watched = {
  readonly alarmMail: string;
  readonly workflows: ReadonlyMap<WorkflowName, StateMachine>;
  readonly dispatcher: IFunction;
  readonly steps: readonly IFunction[];
  readonly pushers: readonly IFunction[];
  readonly api: HttpApi;
  readonly mails: { readonly arriving: readonly IFunction[]; readonly returned: readonly IFunction[] };
};

const HURT = {
  convening:
    'Agencies of at least one meeting get no invitation or reminder, and staff are not told who has not answered.',
  recording: 'Nobody is asked for the record or the support decision of at least one meeting.',
  monitoring: 'At least one household is no longer watched: no reports are asked for and nothing becomes overdue.',
} as const satisfies Record<WorkflowName, string>;

/** Few alarms, each about somebody who is worse off. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, { alarmMail, workflows, dispatcher, steps, pushers, api, mails }: Watched) {
    super(scope, id);
    const tell = new Topic(this, 'Duty', { enforceSSL: true });
    tell.addSubscription(new EmailSubscription(alarmMail));

    for (const [name, workflow] of workflows) {
      new ExplainedAlarm(this, `A ${name} workflow ended before its time`, {
        metric: endedEarly(workflow),
        impact: HURT[name],
        tell,
      });
    }
    new ExplainedAlarm(this, 'The outbox is not delivered', {
      metric: dispatcher.metricErrors({ period: Duration.minutes(15) }),
      threshold: 3,
      impact: 'Mails stay unsent and workflows are not started, in all towns or one.',
      tell,
    });
    new ExplainedAlarm(this, 'Workflow steps fail', {
      metric: sumOf(steps.map((step) => step.metricErrors())),
      threshold: 5,
      impact: 'Meetings do not move on; after their retries the workflows end before their time.',
      tell,
    });
    new ExplainedAlarm(this, 'Sheets are not written', {
      metric: sumOf(pushers.map((pusher) => pusher.metricErrors())),
      threshold: 3,
      impact: 'The sheets of towns that count on it show yesterday; 「最新にする」 still works.',
      tell,
    });
    new ExplainedAlarm(this, 'Pages fail', {
      metric: new Metric({
        namespace: 'AWS/ApiGateway',
        metricName: '5xx',
        dimensionsMap: { ApiId: api.apiId },
        statistic: 'Sum',
      }),
      threshold: 3,
      impact: 'Agencies cannot answer, or staff and sheets cannot save.',
      tell,
    });
    new ExplainedAlarm(this, 'Mails that come in are not read', {
      metric: sumOf(mails.arriving.map((reader) => reader.metricErrors())),
      threshold: 3,
      impact: 'Answers by mail do not count: agencies that answered are reminded and telephoned.',
      tell,
    });
    new ExplainedAlarm(this, 'Returned mails are not noted', {
      metric: sumOf(mails.returned.map((reader) => reader.metricErrors())),
      threshold: 3,
      impact: 'Nobody is told that an invitation did not arrive, and nobody telephones instead.',
      tell,
    });
    new ExplainedAlarm(this, 'Too many mails bounce', {
      // AWS reviews an account at 5 % and may stop it at 10 %.
      metric: new Metric({
        namespace: 'AWS/SES',
        metricName: 'Reputation.BounceRate',
        statistic: 'Maximum',
        period: Duration.hours(1),
      }),
      threshold: 0.04,
      impact: 'AWS may stop our sending: then no agency of any town gets mail.',
      tell,
    });
  }
}

function endedEarly(workflow: StateMachine) {
  return sumOf([workflow.metricFailed(), workflow.metricTimedOut(), workflow.metricAborted()]);
}

function sumOf(metrics: readonly Metric[]): MathExpression {
  const named = metrics.map((metric, place) => [`m${String(place)}`, metric] as const);
  const expression = named.map(([name]) => `FILL(${name}, 0)`).join(' + ');
  return new MathExpression({ expression, usingMetrics: Object.fromEntries(named), period: Duration.minutes(5) });
}
