import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

export const root = resolve(import.meta.dirname, '../..');

/** Every file that is, or would be, in a commit. */
export function trackedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  return listed.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
}

export function sourceFiles(...folders: string[]): string[] {
  return trackedFiles().filter(
    (file) => folders.some((folder) => file.startsWith(`${folder}/`)) && file.endsWith('.ts'),
  );
}

export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

export function linesOf(file: string): number {
  return textOf(file).split('\n').length - 1;
}

/** What a file imports, re-exports or loads: packages by name, our own files by their path from the root. */
export function importsOf(file: string): string[] {
  return importsIn(textOf(file), file);
}

/** The imports of a file that remain when types are erased. */
export function loadedBy(file: string): string[] {
  return importsIn(textOf(file).replaceAll(/^(import type|export type [{*])[^;]*;/gm, ''), file);
}

function importsIn(text: string, file: string): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles.map(({ fileName }) =>
    fileName.startsWith('.') ? relative(root, resolve(root, dirname(file), fileName)) : fileName,
  );
}

/** Every file and package that is loaded when this file is. */
export function reachedFrom(file: string, seen = new Set<string>()): Set<string> {
  for (const next of loadedBy(file)) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (existsSync(join(root, next)) && next.endsWith('.ts')) reachedFrom(next, seen);
  }
  return seen;
}
