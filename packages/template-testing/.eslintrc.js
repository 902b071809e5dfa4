module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // It starts a backend, so it names plugins as a backend does.
    '@backstage/no-mixed-plugin-imports': 'off',
  },
});
