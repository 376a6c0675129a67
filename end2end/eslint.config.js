// `eslint --config end2end/eslint.config.js src` in the repository's root.
import { defineConfig } from 'eslint/config';
import js from '@eslint/js';
import typescript from 'typescript-eslint';

export default defineConfig(
  { ignores: ['**/*.d.ts'] }, // what the shop serves is no part of its scripts: the browser tests compile against it
  js.configs.recommended,
  typescript.configs.strictTypeChecked,
  typescript.configs.stylisticTypeChecked,
  {
    files: ['src/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [{ from: 'package', name: ['test', 'it'], package: 'node:test' }] }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off', // as of `querySelector`
      '@typescript-eslint/no-base-to-string': 'off', // what a script passes may be anything
      'max-lines': ['error', 400],
      '@typescript-eslint/no-unnecessary-condition': 'off', // pages and scripts may lack what the types promise
      '@typescript-eslint/prefer-nullish-coalescing': 'off', // empty texts count as none
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
);
