/**
 * How many changes each deployment brought first, by its place in order. What the baseline reaches are no changes.
 *
 * @public
 */
export function countChanges(options: {
  deployments: number;
  owners: Int32Array;
}): Int32Array {
  const changes = new Int32Array(options.deployments);
  for (const owner of options.owners) {
    if (owner > 0) {
      changes[owner] += 1;
    }
  }
  return changes;
}
