import type { FailureEvidence } from './eventAttribution';
import type { ChangeEvent, DeploymentEvent, IncidentEvent } from './eventTypes';
import { findChange, findReverts } from './findReverts';
import { findRollbacks } from './findRollbacks';
import { firstPlace } from './firstPlace';
import { byFinish, compare } from './mergeEvents';

/** A deployment that repaired another, and what shows it. */
export type Repair = {
  kind: 'explicit' | 'rollback' | 'revert';
  failed: DeploymentEvent;
  repair: DeploymentEvent;
  evidence: FailureEvidence[];
};

/** The successful deployments of one service, with what is known to have repaired what. */
export class ServiceTimeline {
  /**
   * @param deployments - The successful ones, in the order of finish, then id.
   * @param changes - In the order of their shas.
   */
  static create(
    deployments: readonly DeploymentEvent[],
    changes: readonly ChangeEvent[],
  ): ServiceTimeline {
    return new ServiceTimeline(deployments, changes);
  }

  /** In the order of the repairing deployment. */
  readonly repairs: readonly Repair[];
  /** Rollbacks of something that is not known. */
  readonly unresolved: readonly DeploymentEvent[];
  private readonly bySha = new Map<string, DeploymentEvent[]>();
  private readonly byId = new Map<string, DeploymentEvent>();
  private readonly byStart: readonly DeploymentEvent[];
  private readonly rollbacks: ReadonlySet<DeploymentEvent>;

  private constructor(
    deployments: readonly DeploymentEvent[],
    private readonly changes: readonly ChangeEvent[],
  ) {
    for (const deployment of deployments) {
      const { id, sha } = deployment;
      this.byId.set(id, deployment);
      if (sha !== undefined) {
        append(this.bySha, sha, deployment);
      }
    }
    this.byStart = [...deployments].sort(
      (a, b) => startOf(a) - startOf(b) || byFinish(a, b),
    );
    const found = environmentsOf(deployments).map(findRollbacks);
    this.unresolved = found.flatMap(({ unresolved }) => unresolved);
    const rollbacks = found.flatMap(each => each.rollbacks);
    this.rollbacks = new Set(rollbacks.map(({ rollback }) => rollback));
    this.repairs = [
      ...rollbacks.map(
        ({ rollback, failed, named }): Repair => ({
          kind: named ? 'explicit' : 'rollback',
          failed,
          repair: rollback,
          evidence: [{ type: 'deployment', id: rollback.id }],
        }),
      ),
      ...findReverts(changes, change => this.deploymentOf(change)).map(
        ({ failed, repair, reverting, reverted }): Repair => ({
          kind: 'revert',
          failed,
          repair,
          evidence: [
            { type: 'deployment', id: repair.id },
            { type: 'change', id: reverting.sha },
            { type: 'change', id: reverted.sha },
          ],
        }),
      ),
    ].sort(
      (a, b) =>
        byFinish(a.repair, b.repair) ||
        byFinish(b.failed, a.failed) ||
        compare(JSON.stringify(a.evidence), JSON.stringify(b.evidence)),
    );
  }

  /** The deployment that is named by its sha or by that of a change which it brought; the last before an instant. */
  named(sha: string, before: number): DeploymentEvent | undefined {
    const change = findChange(this.changes, sha);
    const deployments =
      this.bySha.get(sha) ?? this.bySha.get(change?.sha ?? '') ?? [];
    const last = [...deployments]
      .reverse()
      .find(deployment => startOf(deployment) <= before);
    return last ?? deployments[0] ?? (change && this.deploymentOf(change));
  }

  /** The first repair that landed while an incident was young, of what was deployed before it. */
  repairOf(incident: IncidentEvent, window: number): Repair | undefined {
    const { openedAt } = incident;
    let place = firstPlace(
      this.repairs.length,
      each => this.repairs[each].repair.finishedAt >= openedAt,
    );
    for (; place < this.repairs.length; place += 1) {
      const { failed, repair } = this.repairs[place];
      if (repair.finishedAt - openedAt > window) {
        return undefined;
      }
      if (startOf(failed) <= openedAt && isWhere(incident, failed)) {
        return this.repairs[place];
      }
    }
    return undefined;
  }

  /** The deployment that began last before an incident, where it is near enough. A rollback is passed over. */
  recent(incident: IncidentEvent, window: number): DeploymentEvent | undefined {
    const { openedAt } = incident;
    let place =
      firstPlace(
        this.byStart.length,
        each => startOf(this.byStart[each]) > openedAt,
      ) - 1;
    const isLeftOut = (deployment: DeploymentEvent) =>
      this.rollbacks.has(deployment) || !isWhere(incident, deployment);
    while (place >= 0 && isLeftOut(this.byStart[place])) {
      place -= 1;
    }
    const last = this.byStart[place];
    return last && openedAt - last.finishedAt <= window ? last : undefined;
  }

  private deploymentOf(change: ChangeEvent): DeploymentEvent | undefined {
    return change.deploymentId === undefined
      ? this.bySha.get(change.sha)?.[0]
      : this.byId.get(change.deploymentId);
  }
}

function startOf({ startedAt, finishedAt }: DeploymentEvent): number {
  return Math.min(startedAt ?? finishedAt, finishedAt);
}

/** A release stands for a deployment to no environment of its own, so that it may be the cause anywhere. */
function isWhere(
  { environment }: IncidentEvent,
  deployment: DeploymentEvent,
): boolean {
  return (
    environment === undefined ||
    deployment.environment === '' ||
    deployment.environment === environment
  );
}

function environmentsOf(
  deployments: readonly DeploymentEvent[],
): DeploymentEvent[][] {
  const environments = new Map<string, DeploymentEvent[]>();
  for (const deployment of deployments) {
    append(environments, deployment.environment, deployment);
  }
  return [...environments.values()];
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) {
    list.push(value);
  } else {
    lists.set(key, [value]);
  }
}
