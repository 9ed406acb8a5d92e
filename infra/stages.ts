/** What differs between deployments. One deployment serves one prefecture. */
export type Stage = {
  readonly name: string;
  /** Six digits, 全国地方公共団体コード. */
  readonly prefecture: string;
  /** Mails come from this address; SES proves the domain after it by DKIM. */
  readonly mailFrom: string;
  /** Answers by mail go to `reply+…@` this domain, whose MX leads to SES; left out, mails name no reply address. */
  readonly replyDomain?: string;
  /** Where people reach the pages; it stands in every mail, so it should never change. */
  readonly publicUrl: string;
  /** Who signs staff in: an OpenID Connect provider, and the client it knows us by. */
  readonly issuer: string;
  readonly audience: readonly string[];
  /** The OAuth clients of the add-on at Google; left out, no sheet is let in. */
  readonly googleClients?: readonly string[];
  /**
   * The account at Google that writes into the sheets of towns that want it, and the provider of the workload identity pool that lets our function
   * act as it; left out, no sheet is written. Neither is secret.
   */
  readonly googleSheets?: { readonly audience: string; readonly serviceAccount: string };
  /** Who is told when an alarm goes off. */
  readonly alarmMail: string;
};

/** Invented, for synthesis and tests. Put your own beside them; docs/deploy.md says what each means. */
export const stages = [
  {
    name: 'trial',
    prefecture: '390003',
    mailFrom: 'tsudoi@mail.example.jp',
    replyDomain: 'reply.mail.example.jp',
    publicUrl: 'https://tsudoi.example.jp',
    issuer: 'https://login.example.jp',
    audience: ['tsudoi'],
    googleClients: ['000000000000-tsudoi.apps.googleusercontent.com'],
    googleSheets: {
      audience:
        '//iam.googleapis.com/projects/000000000000/locations/global/workloadIdentityPools/tsudoi/providers/aws',
      serviceAccount: 'tsudoi@tsudoi-trial.iam.gserviceaccount.com',
    },
    alarmMail: 'duty@example.jp',
  },
] as const satisfies readonly Stage[];
