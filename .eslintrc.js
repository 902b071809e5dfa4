// Packages have their own configuration; this one is for what lies outside of them.
module.exports = {
  root: true,
  extends: ['eslint:recommended'],
  env: { node: true, es2024: true },
  parserOptions: { ecmaVersion: 'latest', sourceType: 'module' },
  ignorePatterns: ['docs/', 'catalog/', 'templates/'],
  overrides: [
    {
      files: ['*.ts', '*.mts', '*.d.ts'],
      parser: '@typescript-eslint/parser',
      plugins: ['@typescript-eslint'],
      extends: ['plugin:@typescript-eslint/recommended'],
    },
    {
      // In a configuration schema `{}` is an object without keys of its own.
      files: ['**/config.d.ts'],
      rules: { '@typescript-eslint/no-empty-object-type': 'off' },
    },
    {
      // What these functions hold runs in the browser.
      files: ['e2e-tests/**/*.ts', 'benchmarks/**/*.mjs'],
      env: { browser: true },
    },
  ],
};
