/** How a function is reached. `task`: by a workflow. `stream`: by new outbox entries, and every five minutes. `schedule`: every minute. `mail-in`: by a mail to the reply domain. `mail-event`: by what becomes of a sent one. */
type Trigger = 'http' | 'task' | 'stream' | 'schedule' | 'mail-in' | 'mail-event';

export type FunctionSpec = {
  readonly name: string;
  readonly purpose: string;
  readonly trigger: Trigger;
  /** Routes in HTTP API form, `GET /a/{token}`. */
  readonly routes?: readonly string[];
  readonly touches: {
    readonly table?: 'read' | 'write';
    readonly mail?: true;
    readonly workflows?: 'start' | 'signal' | 'both';
    /** The key of links, codes and nonces. */
    readonly secrets?: true;
    /** What it looks up across towns; everything else is read by town. */
    readonly finds?: 'links' | 'statuses' | 'entries';
  };
};

/** Every function, once. infra/ makes Lambdas of it, local/ maps the same names to the same handlers. */
export const functions = [
  {
    name: 'accept-rows',
    purpose: 'Takes a batch of sheet rows and answers each; tells what became of what rows are about',
    trigger: 'http',
    routes: [
      'POST /v1/rows',
      'POST /v1/facts',
      'POST /v1/lacking',
      'GET /v1/workbook',
      'POST /v1/workbook',
      'GET /v1/form',
    ],
    touches: { table: 'write', secrets: true },
  },
  {
    name: 'work-office',
    purpose: "Shows the office's pages and takes their forms, in a browser and in the sidebar of a sheet",
    trigger: 'http',
    routes: [
      ...(['GET /office', 'GET /office/{town}', 'POST /office/{town}'] as const),
      ...(['GET /office/{town}/{page+}', 'POST /office/{town}/{page+}'] as const),
      'POST /v1/sidebar',
    ],
    touches: { table: 'write', secrets: true },
  },
  {
    name: 'answer-invitation',
    purpose: "An agency's page: logistics, reply, papers, progress",
    trigger: 'http',
    routes: [
      'GET /a/{token}',
      'POST /a/{token}',
      'GET /a/{token}/papers',
      'POST /a/{token}/papers',
      'GET /a/{token}/meeting.ics',
    ],
    touches: { table: 'write', secrets: true, finds: 'links' },
  },
  {
    name: 'show-status',
    purpose: 'Shows the prefecture the state of all meetings',
    trigger: 'http',
    routes: ['GET /status'],
    touches: { table: 'write', finds: 'statuses' },
  },
  {
    name: 'serve-style',
    purpose: 'Serves the one style sheet of all pages',
    trigger: 'http',
    routes: ['GET /style.css'],
    touches: {},
  },
  {
    name: 'open-wait',
    purpose: 'Keeps the token of a workflow that waits, or ends the wait at once',
    trigger: 'task',
    touches: { table: 'write', workflows: 'signal' },
  },
  {
    name: 'look-ahead',
    purpose: 'Says what a stage has to do next, and when',
    trigger: 'task',
    touches: { table: 'read' },
  },
  {
    name: 'take-step',
    purpose: 'Does one due step of a stage, once: invites, reminds, opens a task, escalates, moves on',
    trigger: 'task',
    touches: { table: 'write', secrets: true },
  },
  {
    name: 'dispatch-outbox',
    purpose: 'Delivers what must follow a commit: starts, signals, mails',
    trigger: 'stream',
    touches: { table: 'write', mail: true, workflows: 'both', secrets: true, finds: 'entries' },
  },
  {
    name: 'push-sheets',
    purpose: "Writes what changed into the Google sheets of towns that want it, at Google's pace",
    trigger: 'schedule',
    touches: { table: 'write' },
  },
  {
    name: 'receive-mail',
    purpose: 'Takes a mail an agency sent: its answer, or words for staff',
    trigger: 'mail-in',
    touches: { table: 'write', secrets: true, finds: 'links' },
  },
  {
    name: 'receive-mail-event',
    purpose: 'Makes a task of a mail that bounced or was called spam',
    trigger: 'mail-event',
    touches: { table: 'write', secrets: true },
  },
] as const satisfies readonly FunctionSpec[];

export type FunctionName = (typeof functions)[number]['name'];

/** `open-wait` is written `${OpenWait}` in a workflow file. */
export function placeholderOf(name: FunctionName): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
