/**
 * Loaded into the build by the `build` script of this package (`node --require`): adds the rules for
 * `deferrals.cjs` to the configuration that `backstage-cli package build` hands to the bundler. The CLI has no
 * setting for that. Should a release of the CLI call its bundler in another way, the build still works without the
 * rules, and the benchmark of the pages says that the first download has grown.
 */
const { createRequire } = require('node:module');
const path = require('node:path');
const { replaced } = require('./deferLoader.cjs');
const { deferrals, pureCalls, withoutSideEffects } = require('./deferrals.cjs');

// The very copy that the CLI builds with.
const requireAsCli = createRequire(
  require.resolve('@backstage/cli-module-build/package.json', {
    paths: [path.dirname(require.resolve('@backstage/cli/package.json'))],
  }),
);
const rspackModule = requireAsCli('@rspack/core');
const { rspack } = rspackModule;
const standInModule = path.resolve(__dirname, '../src/deferred/index.ts');

/** A test for files of packages wherever they are installed. */
function inPackages(name) {
  const escaped = name
    .split('/')
    .map(part => part.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&'))
    .join('[\\\\/]');
  return new RegExp(`[\\\\/]node_modules[\\\\/]${escaped}`);
}

const rules = [
  ...deferrals.map(({ module, exports }) => ({
    test: inPackages(module),
    resourceQuery: { not: [/^\?real$/] },
    use: {
      loader: require.resolve('./deferLoader.cjs'),
      options: { module, exports, standInModule },
    },
  })),
  {
    test: pureCalls.modules.map(inPackages),
    use: {
      loader: require.resolve('./pureLoader.cjs'),
      options: { functions: pureCalls.functions },
    },
  },
  { test: withoutSideEffects.map(inPackages), sideEffects: false },
];

function withRules(config) {
  return {
    ...config,
    module: {
      ...config.module,
      rules: [...(config.module?.rules ?? []), ...rules],
    },
  };
}

function missingDeferrals() {
  const missing = deferrals.filter(({ module }) => !replaced.has(module));
  return missing.length === 0
    ? undefined
    : new Error(
        `These modules of packages/app/bundler/deferrals.cjs are not part of the frontend any more: ${missing
          .map(({ module }) => module)
          .join(', ')}. Correct their paths, or remove them from the list.`,
      );
}

rspackModule.rspack = Object.assign(
  (configs, callback) =>
    rspack(
      Array.isArray(configs) ? configs.map(withRules) : withRules(configs),
      (error, stats) => callback(error ?? missingDeferrals(), stats),
    ),
  rspack,
);
