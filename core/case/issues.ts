import { byCode, issueWords } from '../sheet/code-words.ts';

/** 課題コード, the survey's 問15 (welfare-office-meetings.md §5). */
export const issueNames = byCode(issueWords);

export const issueCodes: readonly number[] = Object.keys(issueNames).map(Number);
