import * as z from 'zod';
import { readMail } from '../../adapters/mail/read-mail.ts';
import type { Actor } from '../../core/access/model.ts';
import { instantField } from '../../core/commands/fields.ts';
import { perform } from '../../core/commands/perform.ts';
import type { Verb } from '../../core/commands/menu.ts';
import { personIdSchema } from '../../core/ids.ts';
import { messageOf } from '../../core/refusal-words.ts';
import type { Refused } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';
import { type Instant, instantInJapanese } from '../../core/time.ts';
import { answerJson, readJson, type HttpResponse } from '../../functions/http.ts';
import { seeOther } from '../../functions/page/layout.ts';
import { statusOf } from '../../functions/page/refusal-page.ts';
import type { App } from '../app.ts';

export function json(value: unknown, status = 200): HttpResponse {
  const answer = answerJson({}, status);
  return { ...answer, body: `${JSON.stringify(value, null, 2)}\n` };
}

const moveSchema = z.object({
  to: z.union([z.literal('next'), instantField]),
  back: z
    .string()
    .regex(/^\/(?![/\\])[^\\]*$/)
    .optional(),
});

function whyNot(app: App, to: Instant | 'next'): string | undefined {
  if (app.isReal) return 'メールが実際に届く設定（SMTP_URL）のため、時計は動かせません。';
  if (to === 'next' || to >= app.clock.now()) return undefined;
  return `時計は進めることしかできません。いまは ${instantInJapanese(app.clock.now())} です。`;
}

/** `POST /dev/clock {"to": ISO | "next"}`; from the clock bar as a form, which leads back to its page. */
export async function moveClock(app: App, body: string, isForm: boolean): Promise<HttpResponse> {
  const said = moveSchema.safeParse(isForm ? Object.fromEntries(new URLSearchParams(body)) : readJson(body));
  if (!said.success) return json({ error: '{"to": "2026-06-08T17:15" か {"to": "next"} を送ってください。' }, 400);
  const { to } = said.data;
  const refused = whyNot(app, to);
  if (refused !== undefined) return json({ error: refused }, 400);
  await app.moveTo(to);
  if (isForm) return seeOther(said.data.back ?? '/');
  return json({ now: app.clock.now(), next: (await app.nextDeadline()) ?? null });
}

// What merely happens is entered by the machine itself.
const machine: Actor = { kind: 'staff', id: personIdSchema.parse('システム'), role: 'host' };

const bounceSchema = z.union([
  z.object({ message: z.string().min(1), type: z.string().optional() }),
  z.object({ to: z.string().min(1), kind: z.string().optional(), type: z.string().optional() }),
]);

/** `POST /dev/bounce {"message","type"}`: the mail service says that a mail did not arrive. */
export async function bounce(app: App, body: string): Promise<HttpResponse> {
  const said = bounceSchema.safeParse(readJson(body));
  if (!said.success)
    return json(
      { error: '{"message": メールの番号（/dev/outbox.json の id）, "type": "permanent"} を送ってください。' },
      400,
    );
  return entered(app, 'bounce', said.data);
}

/** `POST /dev/inbound`: a raw mail arrives. */
export async function inbound(app: App, body: Buffer): Promise<HttpResponse> {
  const mail = await readMail(body);
  if (mail === undefined)
    return json({ error: '生のメール（RFC 5322 の形）を送ってください。読み取れませんでした。' }, 400);
  return answered(app, await app.handlers['receive-mail'](mail));
}

async function entered(app: App, verb: Verb, said: unknown): Promise<HttpResponse> {
  return answered(app, await perform(app.deps, machine, verb, said));
}

async function answered(app: App, done: Result<unknown, Refused>): Promise<HttpResponse> {
  await app.settle();
  if (done.ok) return json({ ok: true });
  return json({ refused: { ...done.error, message: messageOf(done.error) } }, statusOf(done.error));
}
