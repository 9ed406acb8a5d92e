import { replyCodeOf } from '../../core/message/reply-code.ts';
import { replyAddressOf } from '../../core/message/reply-mark.ts';
import type { App } from '../app.ts';

const placeholder = /\{\{(reply-code|reply-to) ([^\s}]+) ([^\s}]+)\}\}/g;

/**
 * What was said, with every `{{reply-code M-1 包括}}` replaced by the reply code (返信コード) in that invitation, and every `{{reply-to M-1 包括}}` by its
 * reply address: an author cannot know it,
 * because it comes from a key. One that fits no invitation stays as it is, and the mail is then refused.
 */
export async function withReplyCodes(app: App, said: unknown): Promise<unknown> {
  const text = JSON.stringify(said);
  const found = [...text.matchAll(placeholder)];
  const codes = await Promise.all(
    found.map(([, what, meeting = '', agency = '']) => valueOf(app, what === 'reply-to', { meeting, agency })),
  );
  const known = new Map(found.map(([written], index) => [written, codes[index] ?? written]));
  if (known.size === 0) return said;
  const replaced: unknown = JSON.parse(text.replaceAll(placeholder, (written) => known.get(written) ?? written));
  return replaced;
}

type Named = { readonly meeting: string; readonly agency: string };

async function valueOf({ deps }: App, isAddress: boolean, { meeting: id, agency }: Named): Promise<string | undefined> {
  const towns = await deps.store.list('town', deps.prefecture);
  const meetings = await Promise.all(towns.map((town) => deps.store.get('meeting', town.id, id)));
  const meeting = meetings.find((one) => one !== undefined);
  const invitation = meeting?.invitations.find((one) => one.agency === agency);
  if (meeting === undefined || invitation === undefined) return undefined;
  if (!isAddress) return replyCodeOf(deps.secrets, meeting, invitation);
  const link = { meeting: id, agency, generation: invitation.generation };
  return replyAddressOf(deps.secrets, { town: meeting.town, link }, deps.replyDomain);
}
