/** Which entities should have documentation. */
export type CountingRule = {
  kind: string;
  types?: string[];
  lifecycles?: string[];
};

/** The rules as a filter of the catalog: an entity counts that one of them fits. */
export function filterOf(
  rules: readonly CountingRule[],
): Array<Record<string, string | string[]>> {
  return rules.map(({ kind, types, lifecycles }) => ({
    kind,
    ...(types && { 'spec.type': types }),
    ...(lifecycles && { 'spec.lifecycle': lifecycles }),
  }));
}
