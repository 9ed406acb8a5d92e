import * as z from 'zod';

// Made from the types of Google's own client by test/functions/sheets-api-types.test.ts: npx vitest run -u with its name makes it anew.

export const valueRange = z.strictObject({
  majorDimension: z.string().nullish(),
  range: z.string().nullish(),
  values: z.array(z.array(z.unknown())).nullish(),
});

export const batchUpdateValuesRequest = z.strictObject({
  data: z.array(valueRange).optional(),
  includeValuesInResponse: z.boolean().nullish(),
  responseDateTimeRenderOption: z.string().nullish(),
  responseValueRenderOption: z.string().nullish(),
  valueInputOption: z.string().nullish(),
});
