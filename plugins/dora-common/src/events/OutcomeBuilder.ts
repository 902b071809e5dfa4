import type {
  DeploymentOutcome,
  FailureEvidence,
  FailureReason,
  FailureReasonKind,
  Recovery,
} from './eventAttribution';
import type { DeploymentEvent, IncidentEvent } from './eventTypes';
import { byFinish, compare } from './mergeEvents';

const kinds: readonly FailureReasonKind[] = [
  'explicit',
  'rollback',
  'revert',
  'same-service',
];

/** Gathers what speaks for the failure and the recovery of one deployment, in any order. */
export class OutcomeBuilder {
  static create(deployment: DeploymentEvent): OutcomeBuilder {
    return new OutcomeBuilder(deployment);
  }

  private readonly reasons = new Map<string, FailureReason>();
  private readonly incidents: IncidentEvent[] = [];
  private readonly repaired = new Set<string>();
  private readonly rollbacks: DeploymentEvent[] = [];
  private readonly repairs: DeploymentEvent[] = [];

  private constructor(readonly deployment: DeploymentEvent) {}

  failedBy(kind: FailureReasonKind, ...evidence: FailureEvidence[]): void {
    const reason = { kind, evidence };
    this.reasons.set(JSON.stringify(reason), reason);
  }

  failedByIncident(incident: IncidentEvent): void {
    this.incidents.push(incident);
  }

  repairedBy(repair: DeploymentEvent, isRollback: boolean): void {
    (isRollback ? this.rollbacks : this.repairs).push(repair);
  }

  hasRepaired(id: string): void {
    this.repaired.add(id);
  }

  /** The deployments that are rework because of this one: all rollbacks, and a revert where nothing was earlier. */
  get reworks(): DeploymentEvent[] {
    const first = this.firstRepair;
    return first && !this.rollbacks.includes(first)
      ? [first, ...this.rollbacks]
      : this.rollbacks;
  }

  build(): DeploymentOutcome {
    const recovery = this.recovery;
    return {
      deployment: this.deployment,
      reasons: [...this.reasons]
        .sort(
          ([keyA, a], [keyB, b]) =>
            kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
            compare(keyA, keyB),
        )
        .map(([, reason]) => reason),
      ...(recovery && { recovery }),
      repaired: [...this.repaired].sort(compare),
    };
  }

  private get firstRepair(): DeploymentEvent | undefined {
    return [...this.rollbacks, ...this.repairs].sort(byFinish)[0];
  }

  private get recovery(): Recovery | undefined {
    const { startedAt, finishedAt } = this.deployment;
    const began = Math.min(startedAt ?? finishedAt, finishedAt);
    const recoveries: Omit<Recovery, 'duration'>[] = [];
    const repair = this.firstRepair;
    if (repair) {
      recoveries.push({
        type: 'deployment',
        id: repair.id,
        at: repair.finishedAt,
      });
    }
    for (const { id, resolvedAt } of this.incidents) {
      // What was over before the deployment began was not ended for it.
      if (resolvedAt !== undefined && resolvedAt >= began) {
        recoveries.push({ type: 'incident', id, at: resolvedAt });
      }
    }
    const [first] = recoveries.sort(
      (a, b) => a.at - b.at || compare(a.type, b.type) || compare(a.id, b.id),
    );
    return first && { ...first, duration: Math.max(0, first.at - finishedAt) };
  }
}
