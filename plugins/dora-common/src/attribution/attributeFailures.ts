/**
 * What became of deployments, by their place in order.
 *
 * @public
 */
export type FailureAttribution = {
  /** The place of the deployment that recovered each, or -1 for those that did not fail. */
  recoveredBy: Int32Array;
  /** 1 for each deployment that recovered an earlier one. */
  rework: Uint8Array;
};

/**
 * A deployment failed when a commit that a later deployment brought first takes back a change that it brought first;
 * the earliest such deployment recovered it, and is rework. Nothing is charged to the baseline.
 *
 * @param options - `owners` as from {@link attributeChanges}; `reverting` and `reverted` are pairs of commits.
 * @public
 */
export function attributeFailures(options: {
  deployments: number;
  owners: Int32Array;
  reverting: { length: number; at(index: number): number | undefined };
  reverted: { length: number; at(index: number): number | undefined };
}): FailureAttribution {
  const { deployments, owners, reverting, reverted } = options;
  const recoveredBy = new Int32Array(deployments).fill(-1);
  const rework = new Uint8Array(deployments);
  for (let pair = 0; pair < reverting.length; pair += 1) {
    const failed = owners[reverted.at(pair) ?? -1] ?? -1;
    const repair = owners[reverting.at(pair) ?? -1] ?? -1;
    const earliest = failed > 0 ? recoveredBy[failed] : -1;
    if (failed > 0 && repair > failed && (earliest < 0 || repair < earliest)) {
      recoveredBy[failed] = repair;
    }
  }
  for (const repair of recoveredBy) {
    if (repair >= 0) {
      rework[repair] = 1;
    }
  }
  return { recoveredBy, rework };
}
