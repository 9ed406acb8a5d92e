import { byCode, featureWords } from '../sheet/code-words.ts';

/** 世帯の特徴, the survey's 問19 (welfare-office-meetings.md §5). */
export const featureNames = byCode(featureWords);
