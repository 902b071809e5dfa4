/**
 * What the first download of every page can do without.
 *
 * The framework imports these modules where the app or a page starts, although they are used rarely: the parsers of
 * Markdown and YAML, animated toasts, GitHub's client when an entity is registered. Each is replaced at build time by a stand-in from
 * `src/deferred` that loads the real module the first time it is used. Nothing is removed, and a build without this
 * list works the same, only heavier.
 *
 * `deferrals.test.ts` fails when a release moves or renames one of them: correct the path, or drop the entry when the
 * release loads it lazily by itself.
 */
const deferrals = [
  {
    module:
      '@backstage/core-components/dist/components/MarkdownContent/MarkdownContent.esm.js',
    exports: { MarkdownContent: 'deferredMarkdown' },
  },
  {
    module: '@backstage/plugin-app/dist/components/Toast/ToastContainer.esm.js',
    exports: { ToastContainer: 'deferredToasts' },
  },
  {
    module:
      '@backstage/plugin-catalog-react/dist/components/InspectEntityDialog/components/YamlPage.esm.js',
    exports: { YamlPage: 'deferredComponent' },
  },
  {
    module: '@backstage/plugin-catalog-import/dist/api/GitHub.esm.js',
    exports: { submitGitHubPrToRepo: 'deferredFunction' },
  },
];

/**
 * Modules that call one of these functions when they are loaded, only to fill an export that a browser never uses.
 * Marked as pure, the call goes away with the export, and with it the JSON schema compiler.
 */
const pureCalls = {
  modules: [
    '@backstage/catalog-model/dist/kinds/',
    '@backstage/plugin-scaffolder-common/dist/TemplateEntityV1beta3.esm.js',
  ],
  functions: [
    'createCatalogModelLayer',
    'ajvCompiledJsonSchemaValidator',
    'entityKindSchemaValidator',
  ],
};

/**
 * Packages that do nothing when they are loaded but do not say so in their `package.json` (those of Azure say so in a
 * file that the bundler does not reach). Files of the framework name them in imports of which nothing is used.
 */
const withoutSideEffects = [
  '@azure/',
  '@typespec/ts-http-runtime/',
  'rc-progress/',
  'react-helmet/',
  'react-idle-timer/',
  'react-sparklines/',
];

module.exports = { deferrals, pureCalls, withoutSideEffects };
