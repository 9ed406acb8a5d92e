import { CfnOutput, Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';

/**
 * Begins the writing of sheets every minute. The function needs nothing of AWS but the table: at Google it is known by its role, which the
 * federation names (docs/deploy.md), so the role is told here.
 */
export class SheetPushing extends Construct {
  constructor(scope: Construct, id: string, { pusher }: { readonly pusher: IFunction }) {
    super(scope, id);
    new Schedule(this, 'EveryMinute', {
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      description: 'Writes what changed into the sheets of towns that want it',
      // The next minute is soon enough.
      target: new LambdaInvoke(pusher, { retryAttempts: 0, maxEventAge: Duration.minutes(1) }),
    });
    new CfnOutput(this, 'Role', {
      value: pusher.role?.roleName ?? '',
      description: 'The role that the federation at Google lets in',
    });
  }
}
