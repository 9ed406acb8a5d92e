import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

/** What becomes of a mail after SES took it: bounced, rejected or called spam. The reader makes tasks of it. */
export class MailEvents extends Construct {
  constructor(scope: Construct, id: string, { of: set, reader }: { of: ConfigurationSet; reader: IFunction }) {
    super(scope, id);
    const told = new Topic(this, 'Told', { enforceSSL: true });
    told.addSubscription(new LambdaSubscription(reader));
    set.addEventDestination('Returned', {
      destination: EventDestination.snsTopic(told),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
  }
}
