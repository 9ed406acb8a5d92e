import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  importsOf,
  linesOf,
  loadedBy,
  reachedFrom,
  root,
  sourceFiles,
  textOf,
  trackedFiles,
} from './support/source-tree.ts';

const product = ['core', 'adapters', 'functions', 'workflows', 'infra', 'local', 'sheets-addon'];
const door = [
  'core',
  'functions/page',
  'functions/workbook',
  'functions/http.ts',
  'functions/refusals.ts',
  'zod',
  'hono/html',
];

/** What a place may import besides itself. The most exact place decides; `*` is one name, `.` the file's own folder. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: ['zod', 'temporal-polyfill', '@holiday-jp/holiday_jp'],
  workflows: ['zod'],
  'adapters/aws': ['core', 'zod', '@aws-sdk/*', '@aws-lambda-powertools/*', 'node:crypto'],
  'adapters/google': ['core', 'zod', 'aws-jwt-verify', 'googleapis'],
  'adapters/mail': ['core', 'zod', 'nodemailer', 'ical-generator', 'ical.js', 'postal-mime'],
  'adapters/node': ['core', 'node:crypto'],
  'adapters/embedded': ['core', 'zod', 'jsonata', 'nodemailer', 'workflows', 'node:*'],
  'functions/registry.ts': [],
  'functions/http.ts': ['core', 'zod'],
  'functions/refusals.ts': ['core', 'functions/http.ts'],
  'functions/sign-in.ts': ['core', 'functions/http.ts', 'functions/refusals.ts'],
  'functions/page': door,
  'functions/workbook': ['core', 'functions/http.ts', 'fflate'],
  'functions/*': door,
  'functions/*/lambda.ts': [
    ...['.', 'functions/http.ts', 'functions/sign-in.ts'],
    ...['adapters/aws', 'adapters/google', 'adapters/mail', 'adapters/node', '@aws-sdk/*'],
  ],
  infra: [
    'functions/registry.ts',
    'workflows',
    'adapters/aws/env.ts',
    'aws-cdk-lib',
    'constructs',
    'cdk-nag',
    'node:*',
  ],
  'local/sheet/view': ['@univerjs/*', 'local/sheet/wire.ts', 'local/sheet/moves.ts', 'zod'],
  'local/sheet/bundles.ts': ['.', 'sheets-addon/build.ts', 'esbuild', 'node:*'],
  local: [
    ...['core', 'functions', 'workflows', 'adapters/embedded', 'adapters/google', 'adapters/mail', 'adapters/node'],
    ...['zod', 'yaml', 'hono', '@hono/node-server', 'sheets-addon/build.ts', 'node:*'],
  ],
  'sheets-addon': ['core/sheet', 'core/my-number.ts'],
  'sheets-addon/build.ts': ['.', 'esbuild', 'eslint', 'node:*'],
};

const workflowSchema = z.object({ States: z.record(z.string(), z.unknown()) });

const glob = (pattern: string) =>
  new RegExp(`^${pattern.replaceAll('.', String.raw`\.`).replaceAll('*', '[^/]+')}(/|$)`);
const exactness = (place: string) => place.split('/').length * 100 + place.replace('*', '').length;

function permittedIn(file: string): RegExp[] {
  const places = Object.keys(allowed).filter((place) => glob(place).test(file));
  const place = places.toSorted((a, b) => exactness(b) - exactness(a))[0];
  if (place === undefined) return [];
  const folder = file.split('/').slice(0, place.split('/').length).join('/');
  return [folder, ...(allowed[place] ?? [])].map((path) => glob(path === '.' ? dirname(file) : path));
}

/** `file → import` for everything that crosses a border. */
function crossings(file: string): string[] {
  const permitted = permittedIn(file);
  const forbidden = importsOf(file).filter((imported) => !permitted.some((pattern) => pattern.test(imported)));
  return forbidden.map((imported) => `${file} → ${imported}`);
}

describe('the dependency rule', () => {
  it('lets a file import only what its folder may', () => {
    expect(sourceFiles(...product).flatMap(crossings)).toEqual([]);
  });

  it('lets the template know the environment of a Lambda only as a type', () => {
    const loaded = sourceFiles('infra').flatMap(loadedBy);
    expect(loaded.filter((file) => file.startsWith('adapters/'))).toEqual([]);
  });

  it('keeps the doors of AWS out of the one machine', () => {
    const imported = sourceFiles('local').flatMap(importsOf);
    expect(imported.filter((file) => file.endsWith('/lambda.ts'))).toEqual([]);
  });

  it('bundles nothing into the spreadsheet add-on but itself, core/sheet and the rule about My Numbers', () => {
    const entries = sourceFiles('sheets-addon').filter((file) => file !== 'sheets-addon/build.ts');
    const bundled = entries.flatMap((file) => [...reachedFrom(file)]);
    expect(bundled.filter((file) => !/^(sheets-addon\/|core\/sheet\/|core\/my-number\.ts$)/.test(file))).toEqual([]);
  });

  it('lets no file need itself by way of others, not even for a type', () => {
    const needs = new Map(sourceFiles(...product).map((file) => [file, importsOf(file)]));
    const isFree = (file: string) => needs.get(file)?.every((needed) => !needs.has(needed)) === true;
    for (let free: string[] = [...needs.keys()]; free.length > 0; free = [...needs.keys()].filter(isFree))
      for (const file of free.filter(isFree)) needs.delete(file);
    expect([...needs.keys()]).toEqual([]);
  });

  it('keeps clocks and dice out of core', () => {
    const reads = /\bDate\.(now|parse)\(|\bnew Date\(|Temporal\.Now|\bperformance\.|\bMath\.random\(|\brandomUUID\(/;
    expect(sourceFiles('core').filter((file) => reads.test(textOf(file)))).toEqual([]);
  });
});

describe('names', () => {
  /** File names that may stand in more than one folder, because they mean the same in each. */
  const vocabulary = [
    ...['model.ts', 'rules.ts', 'agenda.ts', 'fields.ts'], // what it is; what is allowed; what is still owed; what is asked for
    ...['handler.ts', 'lambda.ts', 'routes.ts'], // a door's logic; its AWS side; addresses
    ...['app.ts', 'main.ts'], // a program, put together; what a command runs
    ...['page.ts', 'parts.ts', 'report-form.ts'], // a screen; pieces of one; where progress is reported
    'link-key.ts', // where the key of all links comes from: Secrets Manager, or a file
  ];
  const forbidden = /^(utils?|helpers?|common|misc|services?|types|index|managers?|info)$/;

  it('say what is in the file', () => {
    const parts = (file: string) => file.split('/').map((part) => part.replace(/(\.test)?\.[a-z]+$/, ''));
    expect(trackedFiles().filter((file) => parts(file).some((part) => forbidden.test(part)))).toEqual([]);
  });

  it('come in kebab-case', () => {
    const kebab = /^\.?[a-z0-9]+([.-][a-z0-9]+)*$/;
    const customary = /^((README|CHANGELOG|CONTRIBUTING)(\.ja)?\.md|LICENSE)$/;
    const forUsers = 'docs/ja/'; // guides for people who read Japanese, named in Japanese
    const names = trackedFiles()
      .filter((file) => !file.startsWith(forUsers))
      .map((file) => basename(file));
    expect(names.filter((name) => !kebab.test(name) && !customary.test(name))).toEqual([]);
  });

  it('recur only from a closed vocabulary and the glossary', () => {
    const words = [...textOf('docs/glossary.md').matchAll(/^\| ([^|]+?) +\|/gm)].flatMap(
      ([, terms]) => terms?.split(', ') ?? [],
    );
    const known = new Set([...vocabulary, ...words.flatMap((word) => [`${word}.ts`, `${word}s.ts`])]);
    const names = sourceFiles(...product).map((file) => basename(file));
    const recurring = names.filter((name, at) => names.indexOf(name) !== at && !known.has(name));
    expect(sourceFiles(...product).filter((file) => recurring.includes(basename(file)))).toEqual([]);
  });
});

describe('what is numbered or defined', () => {
  const twice = (all: readonly string[]) => all.filter((one, at) => all.indexOf(one) !== at);

  it('has its number once: decisions', () => {
    const decisions = trackedFiles().filter((file) => file.startsWith('docs/adr/'));
    expect(twice(decisions.map((file) => basename(file).slice(0, 4)))).toEqual([]);
  });

  it('is defined once: words within a part of the glossary', () => {
    const parts = textOf('docs/glossary.md').split(/^## /m);
    const words = parts.map((part) => [...part.matchAll(/^\| ([^|]+?) +\|/gm)].map(([, word]) => word ?? ''));
    expect(words.flatMap(twice)).toEqual([]);
  });
});

describe('size', () => {
  /** Tables of data, by name: their length says nothing about their difficulty. */
  const tables: readonly string[] = [];
  const written = trackedFiles().filter((file) => /\.(ts|js|css|html)$/.test(file) && !tables.includes(file));

  it('is at most 250 lines a file', () => {
    expect(written.filter((file) => linesOf(file) > 250)).toEqual([]);
  });

  it('is under 60 lines for the middle file', () => {
    const lengths = sourceFiles(...product)
      .map(linesOf)
      .toSorted((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(60);
  });

  it('is under 1 MiB for anything that is committed', () => {
    expect(trackedFiles().filter((file) => statSync(join(root, file)).size > 1024 * 1024)).toEqual([]);
  });
});

describe('what is committed', () => {
  const texts = trackedFiles().filter((file) => /\.(ts|js|json|md|html|css|ya?ml|sh)$|^\.(npmrc|ci\/run)$/.test(file));

  it('leads the newcomer only to places that exist', () => {
    const tour = [...textOf('docs/tour.md').matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(([, path]) => path ?? '');
    expect(tour.length).toBeGreaterThan(20);
    expect(tour.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('draws every state of every workflow', () => {
    const states = trackedFiles()
      .filter((file) => file.endsWith('.asl.json'))
      .flatMap((file) => Object.keys(workflowSchema.parse(JSON.parse(textOf(file))).States));
    const drawn = textOf('workflows/README.md').replaceAll(/\s+/g, ' ');
    expect(states.length).toBeGreaterThan(20);
    expect(states.filter((state) => !drawn.includes(state))).toEqual([]);
  });

  it('names no folder of the machine it was written on', () => {
    const folders = /(?<![\w.}])\/(work|root|Users)\/\w/;
    expect(texts.filter((file) => textOf(file).includes(`${root}/`) || folders.test(textOf(file)))).toEqual([]);
  });

  it('names no host that packages were fetched from', () => {
    const configured = process.env['npm_config_registry'];
    const hosts = ['npmjs.' + 'org', ...(configured === undefined ? [] : [new URL(configured).host])];
    expect(texts.filter((file) => hosts.some((host) => textOf(file).includes(host)))).toEqual([]);
    expect(textOf('package-lock.json')).not.toContain('"resolved"');
  });

  it('mocks none of our own modules and leaves no test out', () => {
    const escapes = /\bvi\.(mock|doMock)\(\s*['"`]\.|\b(it|test|describe)\.(only|skip|todo|fails)\b/;
    expect(sourceFiles('test').filter((file) => escapes.test(textOf(file)))).toEqual([]);
  });
});
