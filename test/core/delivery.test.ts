import { describe, expect, it } from 'vitest';
import { deliver } from '../../core/commands/outbox/deliver.ts';
import { MailDeferred, MailRefused, StaleRecord } from '../../core/errors.ts';
import type { Mailer } from '../../core/ports.ts';
import { addSeconds } from '../../core/time.ts';
import { at } from '../support/moments.ts';
import { convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown, known, type SmallTown, town } from '../support/small-town.ts';
import { failingOnce } from '../support/stores-that-fail.ts';

/** M-1 was convened on Friday evening: its one invitation waits for Monday 8:30, when the clock stands. */
async function aWaitingMail() {
  const one = await aSmallTown('2026-06-05T20:00');
  await one.does('木村', 'case', { id: 'C-1', members });
  await one.does('佐藤', 'convene', {
    ...convening,
    cases: ['C-1'],
    framework: 'needy-support',
    ground: 1,
    invite: invite('包括'),
  });
  const [waiting] = await one.store.list('message', town);
  return { one, id: known(waiting, 'mail').id };
}
const effect = (message: string) => ({ type: 'mail', message }) as const;
const stateOf = async (one: SmallTown, id: string) => known(await one.store.get('message', town, id), id).state;

function mailerThat(answer: () => Promise<{ readonly providerId: string }>) {
  const texts: string[] = [];
  const mailer: Mailer = {
    async send(_message, text) {
      texts.push(text);
      return answer();
    },
  };
  return { texts, mailer };
}
const sends = async () => ({ providerId: 'p-1' });

describe('a mail', () => {
  it('goes out once with its link filled in, and is stored without it', async () => {
    const { one, id } = await aWaitingMail();
    const { texts, mailer } = mailerThat(sends);
    await deliver({ ...one.delivery, mailer }, town, effect(id));
    const message = known(await one.store.get('message', town, id), id);
    expect(message).toMatchObject({ state: 'sent', providerId: 'p-1', sentAt: at('2026-06-05T20:00') });
    expect(texts[0]).toMatch(/^https:\/\/tsudoi\.example\.jp\/a\/[\w-]{22,}$/m);
    expect(texts[0]).not.toContain('{{');
    expect(JSON.stringify(message)).not.toContain('/a/');
  });

  it('delivered twice goes out once', async () => {
    const { one, id } = await aWaitingMail();
    const { texts, mailer } = mailerThat(sends);
    await deliver({ ...one.delivery, mailer }, town, effect(id));
    await deliver({ ...one.delivery, mailer }, town, effect(id));
    expect(texts).toHaveLength(1);
  });

  it('delivered twice at the same moment goes out once', async () => {
    const { one, id } = await aWaitingMail();
    const { texts, mailer } = mailerThat(sends);
    await Promise.all([
      deliver({ ...one.delivery, mailer }, town, effect(id)),
      deliver({ ...one.delivery, mailer }, town, effect(id)),
    ]);
    expect(texts).toHaveLength(1);
  });

  it('refused for good becomes a call for staff', async () => {
    const { one, id } = await aWaitingMail();
    const { mailer } = mailerThat(async () => Promise.reject(new MailRefused('no such address')));
    await deliver({ ...one.delivery, mailer }, town, effect(id));
    expect(await stateOf(one, id)).toBe('bounced');
    expect(await one.tasks()).toEqual(['bounce 包括 → 佐藤']);
  });

  it('put off by the mail service waits, each time longer, and goes out once', async () => {
    const { one, id } = await aWaitingMail();
    const { store } = one;
    let now = at('2026-06-08T08:30');
    const asked: string[] = [];
    let busy = 3;
    const { mailer } = mailerThat(async () => {
      asked.push(now);
      if ((busy -= 1) >= 0) throw new MailDeferred('451');
      return sends();
    });
    const delivery = { ...one.delivery, mailer, clock: { now: () => now } };
    for (let minute = 0; minute < 30; minute += 1) {
      for (const entry of await store.dueEntries(now, 10, ['mail'])) {
        await deliver(delivery, entry.town, entry.effect);
        await store.settle(entry);
      }
      now = addSeconds(now, 60);
    }
    expect(asked).toEqual(['8:30', '8:31', '8:33', '8:37'].map((time) => at(`2026-06-08T0${time}`)));
    expect([await stateOf(one, id), await one.tasks()]).toEqual(['sent', []]);
  });

  it('put off all day becomes a call for staff', async () => {
    const { one, id } = await aWaitingMail();
    const { mailer } = mailerThat(async () => Promise.reject(new MailDeferred('451')));
    for (let tries = 0; tries < 9; tries += 1) await deliver({ ...one.delivery, mailer }, town, effect(id));
    expect([await stateOf(one, id), await one.tasks()]).toEqual(['created', []]);
    await deliver({ ...one.delivery, mailer }, town, effect(id));
    expect([await stateOf(one, id), await one.tasks()]).toEqual(['bounced', ['bounce 包括 → 佐藤']]);
  });

  it.each([
    ['sign-in', '合言葉'],
    ['encryption', '証明書'],
  ] as const)(
    'that no server takes because of what is ours (%s) is told at once, once for the town, and waits',
    async (trouble, words) => {
      const { one, id } = await aWaitingMail();
      await one.does('佐藤', 'change', { meeting: 'M-1', add: invite('精神科') });
      const broken = mailerThat(async () => Promise.reject(new MailDeferred(trouble, trouble)));
      const ids = (await one.store.list('message', town)).filter(({ state }) => state === 'created');
      expect(ids.length).toBeGreaterThan(1);
      for (const message of ids) await deliver({ ...one.delivery, mailer: broken.mailer }, town, effect(message.id));
      expect(await one.tasks()).toEqual(['watchdog M-1 → 佐藤']);
      expect((await one.store.list('task', town))[0]?.said).toContain(words);
      expect(await stateOf(one, id)).toBe('created');
      const mended = mailerThat(sends);
      for (const message of ids) await deliver({ ...one.delivery, mailer: mended.mailer }, town, effect(message.id));
      expect([await stateOf(one, id), await one.tasks(), mended.texts.length]).toEqual(['sent', [], ids.length]);
    },
  );

  it('that was given up while no server took anything leaves no alarm behind, once another mail goes out', async () => {
    const { one, id } = await aWaitingMail();
    const broken = mailerThat(async () => Promise.reject(new MailDeferred('sign-in', 'sign-in')));
    for (let tries = 0; tries < 10; tries += 1)
      await deliver({ ...one.delivery, mailer: broken.mailer }, town, effect(id));
    expect([await stateOf(one, id), await one.tasks()]).toEqual([
      'bounced',
      ['bounce 包括 → 佐藤', 'watchdog M-1 → 佐藤'],
    ]);
    await one.does('佐藤', 'change', { meeting: 'M-1', add: invite('精神科') });
    const other = known(
      (await one.store.list('message', town)).find(({ state }) => state === 'created'),
      'another',
    );
    await deliver({ ...one.delivery, mailer: mailerThat(sends).mailer }, town, effect(other.id));
    expect([await stateOf(one, other.id), await one.tasks()]).toEqual(['sent', ['bounce 包括 → 佐藤']]);
  });

  it('of which nobody knows whether it went out is never sent again: staff is asked, once', async () => {
    const { one, id } = await aWaitingMail();
    const { texts, mailer } = mailerThat(async () => Promise.reject(new Error('the line is dead')));
    await expect(deliver({ ...one.delivery, mailer }, town, effect(id))).rejects.toThrow('dead');
    expect(await stateOf(one, id)).toBe('sending');
    for (const moment of ['2026-06-05T20:01', '2026-06-05T21:00', '2026-06-08T09:00', '2026-06-09T09:00']) {
      await one.sleepUntil(moment);
      await deliver({ ...one.delivery, mailer }, town, effect(id));
    }
    expect(texts).toHaveLength(1);
    expect(await one.tasks()).toEqual(['bounce 包括 → 佐藤']);
    expect(one.news()).toEqual([]);
  });

  it('that went out but could not be noted is not sent again either', async () => {
    const { one, id } = await aWaitingMail();
    const { texts, mailer } = mailerThat(sends);
    const store = failingOnce(one.store, 'stale', ({ put }) =>
      put.some((record) => record.kind === 'message' && record.state === 'sent'),
    );
    await expect(deliver({ ...one.delivery, store, mailer }, town, effect(id))).rejects.toBeInstanceOf(StaleRecord);
    await one.sleepUntil('2026-06-05T21:00');
    await deliver({ ...one.delivery, mailer }, town, effect(id));
    expect(texts).toHaveLength(1);
    expect(await one.tasks()).toEqual(['bounce 包括 → 佐藤']);
  });

  it('that nobody knows is nothing', async () => {
    const { one } = await aWaitingMail();
    const { texts, mailer } = mailerThat(sends);
    await deliver({ ...one.delivery, mailer }, town, effect('M-9/invitation/包括/1'));
    expect(texts).toEqual([]);
  });
});

describe('a bounce', () => {
  it('of the last such mail asks staff, and a second one of the same agency asks again once they have called', async () => {
    const { one } = await aWaitingMail();
    await one.until('2026-06-08T08:30');
    expect(await one.tries('佐藤', 'bounce', { to: '社協' })).toEqual({ code: 'unknown-mail', id: '社協' });
    expect(await one.tries('包括', 'bounce', { to: '包括' })).toEqual({ code: 'forbidden' });
    await one.does('佐藤', 'bounce', { to: '包括', kind: 'invitation' });
    expect(await one.tasks()).toEqual(['bounce 包括 → 佐藤']);
    await one.does('佐藤', 'task', { kind: 'bounce', about: '包括', note: '電話で伝えた' });
    expect(await one.tasks()).toEqual([]);
    await one.until('2026-06-10T09:00');
    await one.does('佐藤', 'bounce', { to: 'a@example.jp' });
    expect(await one.tasks()).toEqual(['bounce 包括 → 佐藤']);
  });

  it('of a second mail opens no second task while the first is open', async () => {
    const { one } = await aWaitingMail();
    await one.until('2026-06-10T09:00');
    await one.does('佐藤', 'bounce', { to: '包括', kind: 'invitation' });
    await one.does('佐藤', 'bounce', { to: '包括', kind: 'reminder' });
    expect(await one.tasks()).toEqual(['bounce 包括 → 佐藤']);
  });
});
