import { html } from 'hono/html';
import type { Consultation } from '../../../core/consultation/model.ts';
import { consultationStates } from '../../../core/consultation/model.ts';
import { sameHouseholdWarning } from '../../../core/warnings.ts';
import { postForm } from '../../page/form.ts';
import type { Page } from '../../page/layout.ts';
import { badge, crumbs, notice } from '../../page/parts.ts';
import { consultationFields } from './consultation-fields.ts';
import { savedIf } from '../../page/saved.ts';
import { consultationPapers } from '../form/form-page.ts';
import { frameOf, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';

export type ConsultationView = {
  readonly one: Consultation;
  /** Cases with somebody of the same name and birth. */
  readonly twins: readonly string[];
};

const DONE = '相談を保存しました';

/** 生活相談連絡票 as one quick form: most consultations end here, and never reach a meeting (BRIEF §2.16). */
export function newConsultationPage(office: Office, suggestedId: string): Page {
  return {
    ...frameOf(office),
    title: '相談を受け付ける',
    narrow: true,
    main: html`${crumbs([[pathOf(office, 'consultations'), '相談']], '相談を受け付ける')}
      <h1>相談を受け付ける</h1>
      <p class="lead">生活相談連絡票と同じ項目です。相談だけで終わるときは、この1枚で済みます。</p>
      <div class="block card">
        ${postForm(
          {
            does: 'consultation',
            nonce: office.nonce,
            button: '受け付ける',
            typed: office.typed,
            carry: [['fresh', 'yes']],
          },
          consultationFields(office, { suggestedId }),
        )}
      </div>`,
  };
}

/** One consultation, to read, to correct, and to make a case of without typing anything again. */
export function consultationPage(office: Office, { one, twins }: ConsultationView): Page {
  return {
    ...frameOf(office),
    title: `相談 ${one.id}`,
    narrow: true,
    main: html`${crumbs([[pathOf(office, 'consultations'), '相談']], `相談 ${one.id}`)}
      <div class="title">
        <h1>相談 ${one.id}</h1>
        ${badge(consultationStates[one.state], one.state === 'received' ? 'warn' : 'plain')}
      </div>
      ${savedIf(office.done === 'consultation' ? DONE : undefined)}
      ${twins.length === 0 ? '' : notice('warn', sameHouseholdWarning(twins.map((id) => `ケース ${id}`)), '同じ世帯のときは、下の「加えるケース」にその番号を入れて「継続する」を選ぶと、そのケースに加わります。')}
      ${one.case === undefined ? '' : html`<p class="block"><a class="button" href="${pathOf(office, 'cases', one.case)}">ケース ${one.case} を開く</a></p>`}
      ${one.mayShare ? '' : notice('info', '情報提供同意が未確認です', '確認するか、根拠のある開催依頼を出すまで、町村の外には見えません。')}
      ${consultationPapers(office, one.id)}
      <div class="block card">
        ${postForm(
          {
            does: 'consultation',
            nonce: office.nonce,
            button: '保存する',
            typed: office.typed,
            carry: [
              ['id', one.id],
              ['version', String(one.version)],
            ],
          },
          consultationFields(office, { one }),
        )}
      </div>`,
  };
}
