import { html } from 'hono/html';
import { dayOf } from '../../../core/time.ts';
import type { Page } from '../../page/layout.ts';
import { crumbs, dayWords } from '../../page/parts.ts';
import type { Printed } from './printed.ts';
import { frameOf, type Office, startOf } from '../office.ts';
import { pathOf } from '../paths.ts';
import { missingNumbers } from '../settings/missing-numbers.ts';
import { titleOfPaper } from './paper.ts';
import { replySheet } from './reply-sheet.ts';
import type { Letter } from '../routes.ts';

const folderWords = { meetings: '会議', plans: '支援計画', cases: 'ケース' } as const;

/** In its usual letters; one of several meetings is printed smaller, to stay one sheet. */
const LINES_OF_A_SHEET = 42;

/** One A4 sheet for FAX or post, in the words of the mail. What the household is called for stays behind the duty of secrecy. */
export function letterPage(office: Office, { folder, id }: Letter, printed: Printed): Page {
  const { paper, agency, subject, text } = printed;
  const title = titleOfPaper(paper);
  return {
    ...frameOf(office),
    title: `${title} ${id}`,
    main: html`${crumbs(
        [startOf(office), [pathOf(office, folder, id), `${folderWords[folder]} ${id}`]],
        `${title}（紙）`,
      )}
      <div class="noprint">${missingNumbers(office, printed.settings, true)}</div>
      <p class="noprint">
        印刷してFAXか郵便で送ってください。世帯の名前・住所・事情は載せていません。${agency.fax === undefined ? '' : `FAX番号: ${agency.fax}`}
      </p>
      <article class="${text.split('\n').length > LINES_OF_A_SHEET ? 'sheet block long' : 'sheet block'}">
        <p class="right">${dayWords(dayOf(office.now))}</p>
        <h1>${subject.split(/(?<=】)/).map((part, index) => html`${index === 0 ? '' : html`<br />`}${part}`)}</h1>
        <div class="letter">${text}</div>
      </article>
      ${replySheet(printed)}`,
  };
}
