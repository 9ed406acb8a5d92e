import { Stack } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { ConfigurationSet, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';

/** The mail domain at SES. Its three DKIM records must be in DNS before the first mail (docs/deploy.md). */
export class MailSender extends EmailIdentity {
  /** Every mail of this domain goes out under it; what becomes of them is told by it. */
  readonly events: ConfigurationSet;
  readonly #from: string;

  constructor(scope: Construct, id: string, from: string) {
    const events = new ConfigurationSet(scope, `${id}Events`);
    const identity = Identity.domain(from.slice(from.indexOf('@') + 1));
    super(scope, id, { identity, configurationSet: events });
    this.events = events;
    this.#from = from;
  }

  allow(grantee: IGrantable): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        resources: [this.emailIdentityArn, this.#eventsArn()],
        conditions: { StringEquals: { 'ses:FromAddress': this.#from } },
      }),
    );
  }

  #eventsArn(): string {
    const resourceName = this.events.configurationSetName;
    return Stack.of(this).formatArn({ service: 'ses', resource: 'configuration-set', resourceName });
  }
}
