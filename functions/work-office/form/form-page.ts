import { html } from 'hono/html';
import { type StandardForm, standardForms } from '../../../core/standard-form/model.ts';
import { familyOf } from '../../../core/standard-form/plan-facts.ts';
import type { Case } from '../../../core/case/model.ts';
import type { Plan } from '../../../core/plan/model.ts';
import { formPaper } from '../../page/form-paper.ts';
import type { Html, Page } from '../../page/layout.ts';
import { block, crumbs } from '../../page/parts.ts';
import { frameOf, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { type FormPlace, formPath } from '../routes.ts';

const folderWords = { plans: '支援計画', consultations: '相談' } as const;

/** A 様式 as it will come out of the printer, and the way to the same as a file. */
export function formPage(office: Office, place: FormPlace, form: StandardForm): Page {
  const { folder, id } = place;
  return {
    ...frameOf(office),
    title: `${form.title} ${id}`,
    main: html`${crumbs([[pathOf(office, folder, id), `${folderWords[folder]} ${id}`]], `${form.title}（紙）`)}
      <div class="noprint">
        <p>
          ブラウザの印刷（Ctrl＋P）で、A4の縦に印刷できます。記録にないことは空欄のままです。署名・日付などは、印刷してから書いてください。
        </p>
        <p><a class="button-line" href="${formPath(office, place)}?file=xlsx">様式を Excel で保存</a></p>
      </div>
      ${formPaper(form)}`,
  };
}

/** The buttons of the papers of a plan: one line for each person whom the meeting discusses. */
export function planPapers(office: Office, one: Case, plan: Plan | undefined): Html {
  if (plan === undefined || familyOf(plan) === undefined) return html``;
  const covered = one.members.filter((member) => member.covered);
  const people = covered.length === 0 ? one.members : covered;
  const forms = ['plan-application', 'evaluation-sheet'] as const;
  const lines = people.flatMap(({ id, name }) =>
    forms.map((form) => buttons(office, { folder: 'plans', id: one.id, form, member: id }, `（${name}）`)),
  );
  return html`<div class="noprint">${block('様式', html`<div class="card">${lines}</div>`)}</div>`;
}

/** The buttons of 生活相談連絡票. */
export function consultationPapers(office: Office, id: string): Html {
  return html`<div class="block card noprint">
    ${buttons(office, { folder: 'consultations', id, form: 'consultation-slip' }, '')}
  </div>`;
}

function buttons(office: Office, place: Omit<FormPlace, 'page'>, whose: string): Html {
  const path = formPath(office, place);
  const name = `${standardForms[place.form]}${whose}`;
  return html`<p class="row">
    <span>${name}</span>
    <a class="button-line" href="${path}" aria-label="${`様式を印刷：${name}`}">様式を印刷</a>
    <a class="button-line" href="${path}?file=xlsx" aria-label="${`様式を Excel で保存：${name}`}"
      >様式を Excel で保存</a
    >
  </p>`;
}
