import type { MatrixRow } from '@portal/plugin-dora-common';

/** Reads what runs where. */
export interface RunningStore {
  /** Which of the services have a deployment anywhere. References in lower case, sorted. */
  listDeployed(entityRefs: readonly string[]): Promise<string[]>;

  /** What runs of each of the services, in the order of their references. */
  listRunning(entityRefs: readonly string[]): Promise<MatrixRow[]>;
}
