import * as z from 'zod';

/** 受付方法, in the words everybody sees (CONTRACT "Sources"). */
export const sourceSchema = z.enum(['リンク', 'メール返信', '電話', 'FAX', '対面', '郵送']);
