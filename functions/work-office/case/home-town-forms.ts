import { html } from 'hono/html';
import type { Person, Town } from '../../../core/access/model.ts';
import { mayReadTown, staffOf } from '../../../core/access/rules.ts';
import { homeTownOf } from '../../../core/case/home-town.ts';
import type { Case } from '../../../core/case/model.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { badge, dayWords, facts, moment, unfold } from '../../page/parts.ts';
import type { Office } from '../office.ts';

/** Who lives elsewhere, who goes along, and who else might take the case over. */
export type Around = {
  readonly towns: readonly Town[];
  readonly people: readonly Person[];
  /** The body the people belong to plans for them: a plan here is refused (R16). */
  readonly otherBody: boolean;
};

const nameOf = ({ towns }: Around, code: string | undefined) => towns.find(({ id }) => id === code)?.name ?? code ?? '';

/** What is recorded about it; nothing where the household lives in the town in charge. */
export function homeTownFacts(one: Case, around: Around): Html {
  const home = homeTownOf(one);
  const companions = (one.companions ?? []).map(({ person, reason }) => `${person}（${reason}）`).join('、');
  return facts([
    ['住所地', home === undefined ? undefined : html`${nameOf(around, home)} ${answerOf(one)}`],
    ['同行', companions],
    ['引継ぎ', one.offer === undefined ? undefined : offerWords(one.offer, around)],
  ]);
}

function answerOf({ homeTown }: Case): Html {
  if (homeTown === undefined) return badge('本人にまだ聞いていない', 'warn');
  const words = html`${dayWords(homeTown.on)}・${homeTown.how}`;
  return homeTown.agreed ? html`${badge('伝えてよい', 'good')} ${words}` : html`${badge('伝えない', 'bad')} ${words}`;
}

function offerWords({ to, at, reason, answer }: NonNullable<Case['offer']>, around: Around): Html {
  const said = html`${nameOf(around, to)}へ申し出（${moment(at)}）: ${reason}`;
  if (answer === undefined) return html`${said} ${badge('返事待ち', 'warn')}`;
  const opened = answer.case === undefined ? '' : `（先方の番号 ${answer.case}）`;
  return html`${said}<br />${badge(answer.accepted ? '引き受け' : '引き受けない', answer.accepted ? 'good' : 'bad')}
    ${answer.note}${opened}`;
}

/** What can be done about it on the page of a case. */
export function homeTownForms(office: Office, one: Case, around: Around): Html {
  const open = (does: string) => office.typed?.form === does;
  const home = homeTownOf(one);
  const waits = one.offer !== undefined && one.offer.answer === undefined;
  const offers = home !== undefined && one.closed === undefined && !waits;
  return html`${unfold('住んでいる町村に伝えてよいか、本人の答えを記録する', residenceForm(office, one, around), open('residence'))}
  ${offers ? unfold(`${nameOf(around, home)}へ引継ぎを申し出る`, offerForm(office, around), around.otherBody || open('offer')) : ''}
  ${waits ? unfold('引継ぎの返事を記録する', answerForm(office, one), true) : ''}
  ${unfold('同行する人を加える・外す', companionForm(office, one, around), open('companion') || open('companion-off'))}`;
}

function residenceForm({ nonce, typed, town }: Office, one: Case, { towns }: Around): Html {
  const fields = fieldsOf('residence', typed);
  const others = towns.filter(({ id }) => id !== town.id).map(({ id, name }) => [id, name] as const);
  return postForm(
    { does: 'residence', nonce, typed, button: '本人の答えを記録する', carry: [['case', one.id]] },
    html`<p>答えが「伝えてよい」になるまで、住んでいる町村にはこのケースのことは何も伝わりません。</p>
      ${fields.select({ name: 'home', label: '住んでいる町村（住所地）', value: one.residence, options: others })}
      ${fields.radios({
        name: 'agreed',
        label: '本人の答え',
        options: [
          ['yes', '伝えてよい（住所地の町村がこのケースを読めるようになり、会議に招集できます）'],
          ['no', '伝えない'],
        ],
      })}
      <div class="side">
        ${fields.text({ name: 'how', label: '聞き方', value: '面談' })}${fields.date({ name: 'on', label: '聞いた日', optional: true })}
      </div>`,
  );
}

function offerForm({ nonce, typed }: Office, { otherBody }: Around): Html {
  const why = otherBody ? '住所地の自治体が支援計画を作る世帯です。ここでは計画を作れません。' : '';
  return postForm(
    { does: 'offer', nonce, typed, button: '引継ぎを申し出る' },
    html`<p>${why}返事が来るまで、ケースはここに残り、用事に出ます。</p>
      ${fieldsOf('offer', typed).area({ name: 'reason', label: '引き継ぐ理由' })}`,
  );
}

function answerForm({ nonce, typed, actor }: Office, one: Case): Html {
  const fields = fieldsOf('answer-offer', typed);
  const theirs = actor.serves === one.offer?.to;
  return postForm(
    { does: 'answer-offer', nonce, typed, button: '返事を記録する' },
    html`${fields.radios({
      name: 'accepted',
      label: '返事',
      options: [
        ['yes', '引き受ける'],
        ['no', '引き受けない'],
      ],
    })}
    ${theirs ? fields.text({ name: 'id', label: 'こちらでのケース番号', value: one.id, hint: '世帯員と課題を写して、ケースを開きます。同意は写りません。' }) : ''}
    ${fields.text({ name: 'note', label: 'だれが、いつ、どう答えたか' })}`,
  );
}

function companionForm({ nonce, typed, town }: Office, one: Case, { people }: Around): Html {
  const fields = fieldsOf('companion', typed);
  const along = one.companions ?? [];
  const core = people.filter((person) => person.role === 'area' && mayReadTown(staffOf(person), town));
  const others = core.filter(({ id }) => !along.some(({ person }) => person === id));
  const joins =
    others.length === 0
      ? html`<p class="soft">加えられる圏域コアの相談員はいません。</p>`
      : postForm(
          { does: 'companion', nonce, typed, button: '同行に加える' },
          html`<p>このケースだけに書き込めるようになります。担当は替わりません。</p>
            ${fields.select({ name: 'person', label: '同行する人', options: others.map(({ id, name }) => [id, name]) })}
            ${fields.text({ name: 'reason', label: '理由', hint: '例: 本人が女性の同行を希望' })}`,
        );
  const leaves = along.map(({ person }) =>
    postForm(
      {
        does: 'companion-off',
        nonce,
        typed,
        button: `${person}さんの同行を終える`,
        tone: 'line',
        carry: [['person', person]],
      },
      html``,
    ),
  );
  return html`${joins}${leaves}`;
}

/** For the body that was offered the case: it reads it, and answers. */
export function answerHere(office: Office, one: Case): Html {
  const asked = one.offer?.to === office.actor.serves && one.offer?.answer === undefined;
  return asked ? unfold('引継ぎの申し出に答える', answerForm(office, one), true) : html``;
}
