import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Everywhere: one way to export (named), one form for what is exported (function declarations). */
const everywhere = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name. Default exports are for tool configuration only.' },
  {
    selector: 'Program > ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ArrowFunctionExpression',
    message: 'Export a function declaration: it has a name in stack traces and can stand below its callers.',
  },
  {
    selector: 'Program > ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > FunctionExpression',
    message: 'Export a function declaration.',
  },
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals: the code must be erasable.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from where the thing lives.' },
];

/** In core time and ids are arguments, so that a rule answers the same today, in a test and after a restart. */
const pure = [
  { selector: "MemberExpression[object.name='Date']", message: 'Core reads no clock: take an Instant or a Day.' },
  { selector: "NewExpression[callee.name='Date']", message: 'Core has no Date: use core/time.ts.' },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: 'Core reads no clock.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Core rolls no dice.' },
  { selector: "Identifier[name='crypto']", message: 'Core has no randomness and no keys: use the Secrets port.' },
];

export default defineConfig(
  globalIgnores(['node_modules', 'cdk.out', 'coverage', '.data', 'sheets-addon/dist', '**/*.mjs']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      // A default counts as an answer: unions of other people's (zod's issues) need one.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Ports are interfaces and data are types; both read well, and the choice says which it is.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // SQLite answers at once, DynamoDB does not: an adapter returns a promise because its port does.
      '@typescript-eslint/require-await': 'off',
      // A refusal without facts is rightly an empty object, made by a type function.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...everywhere],
      'max-lines': ['error', 250],
      // A switch that answers every case of a union counts as one decision.
      complexity: ['error', { max: 8, variant: 'modified' }],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      eqeqeq: 'error',
      // Every one of Google's APIs: 13 MB and a second at each cold start, for the one we use.
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'googleapis',
              message: 'Import the one API: googleapis/build/src/apis/sheets/index.js (ADR 0054).',
            },
          ],
        },
      ],
    },
  },
  { files: ['core/**'], rules: { 'no-restricted-syntax': ['error', ...everywhere, ...pure] } },
  {
    files: ['test/**'],
    rules: {
      // vitest types expect.any() and expect.objectContaining() as any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['*.config.js', '*.config.ts'],
    // The tools read a default export.
    rules: { 'no-restricted-syntax': 'off' },
  },
  // Plain JavaScript is what must run before, or without, TypeScript: tool configuration and the Node guard.
  {
    files: ['**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly' } },
  },
);
