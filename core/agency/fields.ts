import * as z from 'zod';

// What keyboards and scanners put for a hyphen; the long vowel sign sits next to it on a Japanese keyboard.
const DASH = /[‐‑–—−ー―]/g;
const narrow = (text: string) => text.normalize('NFKC').replaceAll(DASH, '-').trim();
const digitsIn = (text: string) => text.replaceAll(/\D/g, '');

// 110, 119, 188, 189, #7119: numbers without an area code.
const SHORT = /^#?\d{3,4}$/;
const EXTENSION = /\(?(?:内線|内)[:.]?(\d{1,6})\)?$/;

/** `０８９（１２３）４５６７ 内線12` as `089-123-4567 内線12`; undefined when no such number can be dialled in Japan. */
export function readPhone(text: string): string | undefined {
  const typed = narrow(text)
    .replaceAll(/\s+/g, '')
    .replace(/^\+81-?\(?0?\)?/, '0');
  if (SHORT.test(typed)) return typed;
  const extension = EXTENSION.exec(typed)?.[1];
  const number = typed
    .replace(EXTENSION, '')
    .replaceAll(/[().・]/g, '-')
    .replaceAll(/-+/g, '-')
    .replaceAll(/^-|-$/g, '');
  if (!/^0[\d-]+$/.test(number) || !/^0\d{9,10}$/.test(digitsIn(number))) return undefined;
  return extension === undefined ? number : `${number} 内線${extension}`;
}

/** The digits two ways of writing one number share; an extension is another desk at the same number. */
export function dialled(phone: string): string {
  return digitsIn(phone.replace(/内線.*$/, ''));
}

function telephone(what: string, reads = readPhone) {
  return z.string().transform((text, context): string => {
    if (text.trim() === '') return '';
    const read = reads(text);
    if (read !== undefined) return read;
    const received = `受け取ったのは数字${String(digitsIn(narrow(text)).length)}桁`;
    const message = `${what}として読めません（${received}）。市外局番から、0で始まる10桁か11桁で入れてください。例: 089-000-0000`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}
/** Empty takes the number away. */
export const phoneField = telephone('電話番号');
export const faxField = telephone('FAX番号');
/** The office's own, printed in every notice: 110 and the like are nobody's office. */
export const officePhoneField = telephone('電話番号', (text) => {
  const read = readPhone(text);
  return read === undefined || SHORT.test(read) ? undefined : read;
});

/** What is the matter with an address, without repeating it: somebody else may read the message. */
function problemOf(mail: string): string {
  const parts = mail.split('@');
  if (/[,;、]/.test(mail) || parts.length > 2) return '一つだけ入れてください（二つ目からは担当者の欄へ）';
  if (parts.length < 2) return '「@」がありません';
  if (/\s/.test(mail)) return '空白が入っています';
  if (/[^\x21-\x7e]/.test(mail)) return '使えない文字が入っています';
  return '「@」の前か後ろが足りません';
}

/** One address; full width is read as half width, and empty takes it away. */
export const mailField = z.string().transform((text, context): string => {
  const mail = text.normalize('NFKC').trim();
  if (mail === '' || z.email().safeParse(mail).success) return mail;
  context.addIssue({
    code: 'custom',
    message: `メールアドレスとして読めません: ${problemOf(mail)}。例: soudan@example.jp`,
  });
  return z.NEVER;
});

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `${String(most)}字までで書いてください。`);
export const shortText = text(200);
export const longText = text(2000);

export const contactsField = z
  .array(
    z.strictObject({
      name: shortText.min(1, '担当者の名前か係の名前を入れてください。'),
      section: shortText.optional(),
      phone: phoneField.optional(),
      mail: mailField.optional(),
      /** The first one when nobody is. */
      main: z.boolean().default(false),
    }),
  )
  .max(20, '担当者は20人までです。')
  .refine((all) => all.filter(({ main }) => main).length <= 1, '主な担当者は一人だけ選んでください。');
