/** Marks calls of the named functions that fill a constant as free of side effects. */
module.exports = function pureLoader(source) {
  const { functions } = this.getOptions();
  return source.replace(
    new RegExp(`^(const \\w+ = )((?:${functions.join('|')})\\()`, 'gm'),
    '$1/* @__PURE__ */ $2',
  );
};
