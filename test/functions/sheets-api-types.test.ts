import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { batchBody, updateBody } from '../../local/sheets-api/values.ts';
import { batchUpdateValuesRequest, valueRange } from '../../local/sheets-api/google-requests.ts';
import { googleSchemas } from '../support/google-schemas.ts';

const file = new URL('../../local/sheets-api/google-requests.ts', import.meta.url).pathname;
const head = `import * as z from 'zod';

// Made from the types of Google's own client by test/functions/sheets-api-types.test.ts: npx vitest run -u with its name makes it anew.
`;

describe('what a program may send to the Sheets API of this machine', () => {
  it('is what the types of Google’s own client let it send', async () => {
    const schemas = googleSchemas(['ValueRange', 'BatchUpdateValuesRequest']);
    const source = await format(`${head}\n${schemas}`, { ...(await resolveConfig(file)), parser: 'typescript' });
    await expect(source).toMatchFileSnapshot(file);
  });

  it('has no field more or less than Google’s', () => {
    expect(Object.keys(updateBody.shape).toSorted()).toEqual(Object.keys(valueRange.shape).toSorted());
    expect(Object.keys(batchBody.shape).toSorted()).toEqual(Object.keys(batchUpdateValuesRequest.shape).toSorted());
  });

  it.each([
    ['a field Google does not know', { values: [['1']], colour: 'red' }, 'colour'],
    ['a text where Google wants lines', { values: '1' }, 'values'],
    ['a number for the direction', { majorDimension: 1, values: [['1']] }, 'majorDimension'],
  ])('is refused with %s', (_why, body, field) => {
    const read = updateBody.safeParse(body);
    expect(JSON.stringify(read.error?.issues)).toContain(field);
  });

  it('is refused with a wish for an answer that is not given here', () => {
    const body = { valueInputOption: 'RAW', data: [], includeValuesInResponse: true };
    expect(batchBody.safeParse(body).error?.issues[0]?.path).toEqual(['includeValuesInResponse']);
    expect(batchBody.safeParse({ ...body, includeValuesInResponse: false }).success).toBe(true);
  });
});
