const path = require('node:path');

/** The modules that have been replaced, by the name they have in the list. */
const replaced = new Set();

/**
 * Replaces a module by a stand-in for each of its exports. The stand-in imports the same file with the query
 * `?real`, for which this loader does not apply.
 */
module.exports = function deferLoader() {
  const { module: name, exports: standIns, standInModule } = this.getOptions();
  replaced.add(name);
  const real = JSON.stringify(`./${path.basename(this.resourcePath)}?real`);
  const wrappers = [...new Set(Object.values(standIns))].join(', ');
  return [
    `import { ${wrappers} } from ${JSON.stringify(standInModule)};`,
    `const load = () => import(${real});`,
    ...Object.entries(standIns).map(
      ([exported, wrapper]) =>
        `export const ${exported} = /* @__PURE__ */ ${wrapper}(() => load().then(m => m.${exported}));`,
    ),
  ].join('\n');
};

module.exports.replaced = replaced;
