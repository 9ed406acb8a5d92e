import type * as z from 'zod';
import type { Refused } from '../refusal.ts';
import { ok, refuse, type Result } from '../result.ts';
import { wordForValue } from '../value-words.ts';

/** Reads what a person said; what is wrong with it comes back in words for that person. */
export function readInput<Schema extends z.ZodType>(schema: Schema, said: unknown): Result<z.output<Schema>, Refused> {
  const read = schema.safeParse(said, { error: problemOf });
  const [first = unreadable] = read.success ? [] : read.error.issues.map(refusalOfIssue);
  return read.success ? ok(read.data) : refuse(first);
}

/** All that is wrong with what a person said; empty when it can be read. */
export function problemsOfInput(schema: z.ZodType, said: unknown): readonly Refused[] {
  const read = schema.safeParse(said, { error: problemOf });
  return read.success ? [] : read.error.issues.map(refusalOfIssue);
}

const unreadable: Refused = { code: 'bad-input', field: '入力', problem: '' };

/** A field may name its own code in `params.refusal`. */
function refusalOfIssue(first: z.core.$ZodIssue): Refused {
  const issue = innermost(first);
  const field = issue.path.map(String).join('.');
  const code = ownCode(issue);
  if (code !== undefined) return { code, received: issue.message, field };
  return { code: 'bad-input', field: field === '' ? '入力' : field, problem: issue.message };
}

function ownCode(issue: z.core.$ZodIssue): 'bad-date' | 'bad-code' | undefined {
  const code: unknown = issue.code === 'custom' ? issue.params?.['refusal'] : undefined;
  return code === 'bad-date' || code === 'bad-code' ? code : undefined;
}

/** Where several ways of writing were possible, the problem of the one that was nearly met: it got furthest into what was said. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().map((one) => innermost({ ...one, path: [...issue.path, ...one.path] }));
  const [deepest = issue] = inner.toSorted((a, b) => b.path.length - a.path.length);
  return inner.find((one) => ownCode(one) !== undefined) ?? (deepest.path.length > issue.path.length ? deepest : issue);
}

/** What zod found, where the schema itself has no words for it. */
function problemOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '空のままです。入れてください。' : '書き方が違います。';
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return oneOf(issue.errors.flat().flatMap((one) => (one.code === 'invalid_value' ? one.values : [])));
    case 'unrecognized_keys':
      return `知らない項目です: ${issue.keys.join('、')}`;
    case 'too_big':
      return tooBig(issue.origin, String(issue.maximum));
    case 'too_small':
      return tooSmall(issue.origin, String(issue.minimum));
    default:
      return '書き方が違います。';
  }
}

function tooBig(origin: string, most: string): string {
  if (origin === 'string') return `長すぎます（${most}字まで）。`;
  return origin === 'array' ? `多すぎます（${most}まで）。` : `大きすぎます（${most}まで）。`;
}

function tooSmall(origin: string, least: string): string {
  if (origin === 'string') return least === '1' ? '空のままです。入れてください。' : `短すぎます（${least}字から）。`;
  return origin === 'array' ? `足りません（${least}から）。` : `小さすぎます（${least}から）。`;
}

/** The choices in words; an empty one is for taking away what stands there. */
function oneOf(values: readonly z.core.util.Primitive[]): string {
  const words = values.filter((value) => value !== '').map(wordForValue);
  return words.length === 0 ? '書き方が違います。' : `次のどれかを入れてください: ${words.join('、')}`;
}
