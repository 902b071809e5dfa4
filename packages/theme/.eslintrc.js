module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // The components of @backstage/ui still read their deprecated tokens, so the theme has to set them.
      files: ['src/cssVariables.ts'],
      rules: { '@backstage/no-deprecated-bui-tokens': 'off' },
    },
  ],
});
