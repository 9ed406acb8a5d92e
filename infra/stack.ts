import { type App, Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Env } from '../adapters/aws/env.ts';
import { functions, type FunctionSpec, placeholderOf } from '../functions/registry.ts';
import { Alarms } from './constructs/alarms.ts';
import { FrontDoor } from './constructs/front-door.ts';
import { LinkSecret, linkSecretName } from './constructs/link-secret.ts';
import { MailEvents } from './constructs/mail-events.ts';
import { MailInbox } from './constructs/mail-inbox.ts';
import { MailSender } from './constructs/mail-sender.ts';
import { OutboxDelivery } from './constructs/outbox-delivery.ts';
import { permit } from './constructs/permissions.ts';
import { RegisteredFunction } from './constructs/registered-function.ts';
import { SheetPushing } from './constructs/sheet-pushing.ts';
import { arnsOf, StageWorkflow, workflowNames } from './constructs/stage-workflow.ts';
import { TownTable } from './constructs/town-table.ts';
import type { Stage } from './stages.ts';

/** Tsudoi for one prefecture: everything derived from functions/registry.ts and workflows/. */
export class TsudoiStack extends Stack {
  constructor(scope: App, id: string, stage: Stage) {
    super(scope, id, { description: `Tsudoi, ${stage.name}` });
    const table = new TownTable(this, 'Table');
    const secret = new LinkSecret(this, 'LinkKey');
    const mail = new MailSender(this, 'Mail', stage.mailFrom);
    const api = new FrontDoor(this, 'Api', stage);
    const environment = this.#environment(stage, table);

    const built = functions.map((spec) => {
      const lambda = new RegisteredFunction(this, spec, environment);
      permit(lambda, spec, { stack: this, table, secret, mail });
      api.open(spec, lambda);
      return { spec, lambda };
    });
    const reachedBy = (trigger: FunctionSpec['trigger']): readonly IFunction[] =>
      built.filter(({ spec }) => spec.trigger === trigger).map(({ lambda }) => lambda);

    const byPlaceholder = Object.fromEntries(built.map(({ spec, lambda }) => [placeholderOf(spec.name), lambda]));
    const workflows = new Map(
      workflowNames.map((workflow) => [
        workflow,
        new StageWorkflow(this, `${workflow}-workflow`, { workflow, functions: byPlaceholder }),
      ]),
    );
    const domain = stage.replyDomain;
    if (domain !== undefined)
      for (const reader of reachedBy('mail-in')) new MailInbox(this, 'Inbox', { domain, reader });
    for (const reader of reachedBy('mail-event')) new MailEvents(this, 'Returned', { of: mail.events, reader });
    if (stage.googleSheets !== undefined)
      for (const pusher of reachedBy('schedule')) new SheetPushing(this, 'Sheets', { pusher });
    for (const dispatcher of reachedBy('stream')) {
      new OutboxDelivery(this, 'Outbox', { table, dispatcher });
      new Alarms(this, 'Alarms', {
        ...{
          alarmMail: stage.alarmMail,
          workflows,
          dispatcher,
          steps: reachedBy('task'),
          pushers: reachedBy('schedule'),
          api,
          mails: { arriving: reachedBy('mail-in'), returned: reachedBy('mail-event') },
        },
      });
    }
  }

  /** Leave one variable out and this does not compile. */
  #environment(stage: Stage, table: TownTable): Record<keyof Env, string> {
    return {
      TABLE_NAME: table.tableName,
      PREFECTURE_CODE: stage.prefecture,
      LINK_KEY_SECRET: linkSecretName(this),
      MAIL_FROM: stage.mailFrom,
      REPLY_DOMAIN: stage.replyDomain ?? '',
      PUBLIC_URL: stage.publicUrl,
      SHEETS_AUDIENCE: stage.googleSheets?.audience ?? '',
      SHEETS_ACCOUNT: stage.googleSheets?.serviceAccount ?? '',
      GOOGLE_CLIENTS: (stage.googleClients ?? []).join(','),
      CONVENING_ARN: arnsOf(this, 'convening').alias,
      RECORDING_ARN: arnsOf(this, 'recording').alias,
      MONITORING_ARN: arnsOf(this, 'monitoring').alias,
    };
  }
}
