import { NotFoundError } from '@backstage/errors';
import {
  splitLeadTime,
  type ChangePullRequest,
  type DeploymentDetail,
  type EntityExplanation,
  type EvidenceItem,
  type FailureEvidence,
  type FailureEvidenceDetail,
  type UnattributedPage,
} from '@portal/plugin-dora-common';
import type { Span } from '../database/DeliveryStore';
import type { EnvironmentResolver } from '../derive/EnvironmentResolver';
import type { TriageStore } from '../reports/TriageStore';
import {
  decodeUnattributedCursor,
  encodeUnattributedCursor,
} from '../reports/unattributedCursor';
import type { DeliverySubject } from '../services/DeliveryMetrics';
import type { DeliveryEvidence } from './DeliveryEvidence';
import type {
  DeployedPullRequest,
  EvidenceStore,
  StoredDeployment,
} from './EvidenceStore';
import { explainMetrics } from './explainMetrics';
import { leadTimeFigures } from './leadTimeFigures';

const mostChanges = 200;
const hour = 3_600_000;

/** What {@link DefaultDeliveryEvidence} works with. */
export type DefaultDeliveryEvidenceOptions = {
  store: EvidenceStore;
  unattributed: Pick<TriageStore, 'listUnattributed'>;
  environments: EnvironmentResolver;
  /** How many hours after a deployment an incident of its service is charged to it. */
  attributionHours: number;
};

/** Puts together what the store holds. */
export class DefaultDeliveryEvidence implements DeliveryEvidence {
  readonly #options: DefaultDeliveryEvidenceOptions;

  private constructor(options: DefaultDeliveryEvidenceOptions) {
    this.#options = options;
  }

  static create(
    options: DefaultDeliveryEvidenceOptions,
  ): DefaultDeliveryEvidence {
    return new DefaultDeliveryEvidence(options);
  }

  async getDeployment(
    subject: DeliverySubject,
    id: string,
  ): Promise<DeploymentDetail> {
    const { store } = this.#options;
    const { entityRef } = subject;
    const place = /^-?\d{1,10}$/.test(id) ? Number(id) : NaN;
    const isPlace = Math.abs(place) < 2 ** 31;
    const deployment = isPlace
      ? await store.findDeployment({ entityRef, place })
      : undefined;
    if (!deployment) {
      throw new NotFoundError(
        `There is no deployment ${id} of ${entityRef}; the list of its deployments names those that there are`,
      );
    }
    const { entityId, ...found } = deployment;
    const [changes, repaired, reasons] = await Promise.all([
      store.listChanges({ entityId, place, limit: mostChanges }),
      store.listRepaired({ entityId, place }),
      this.#explainReasons(deployment),
    ]);
    const pulls = await store.listPullRequests({
      entityId,
      shas: changes.map(({ sha }) => sha),
      numbers: changes.flatMap(({ pullRequestNumber: number }) =>
        number === undefined ? [] : [number],
      ),
    });
    const deployedAt = Date.parse(found.deployedAt);
    return {
      ...found,
      reasons,
      repaired,
      items: changes.map(({ pullRequestNumber, ...change }) => {
        const pull = pullRequestOf(pulls, change.sha, pullRequestNumber);
        const known =
          pullRequestNumber === undefined
            ? undefined
            : { number: pullRequestNumber };
        return {
          ...change,
          pullRequest: pull ? toPullRequest(pull, deployedAt) : known,
        };
      }),
    };
  }

  async getExplanation(
    subject: DeliverySubject,
    period: Span,
    environment = '',
  ): Promise<EntityExplanation> {
    const { store, environments, attributionHours } = this.#options;
    const question = { entityRef: subject.entityRef, period, environment };
    const [counts, pulls] = await Promise.all([
      store.countPeriod(question),
      store.listDeployedPullRequests(question),
    ]);
    return {
      period: {
        from: new Date(period.from).toISOString(),
        to: new Date(period.to).toISOString(),
      },
      environment: environment || undefined,
      environments: counts.environments,
      metrics: explainMetrics({
        counts,
        duration: period.to - period.from,
        environments,
        attributionHours,
      }),
      leadTimes: leadTimeFigures(pulls, counts.leadTimes),
    };
  }

  async getUnattributed(
    subject: DeliverySubject,
    period: Span,
    page: { cursor?: string; limit: number },
  ): Promise<UnattributedPage> {
    const { unattributed } = this.#options;
    const { cursor, limit } = page;
    const rows = await unattributed.listUnattributed({
      of: { entityRef: subject.entityRef, period },
      after:
        cursor === undefined ? undefined : decodeUnattributedCursor(cursor),
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    return {
      items: shown.map(({ item }) => item),
      nextCursor:
        rows.length > limit
          ? encodeUnattributedCursor(shown[shown.length - 1].place)
          : undefined,
    };
  }

  async #explainReasons(
    deployment: StoredDeployment,
  ): Promise<FailureEvidenceDetail[]> {
    const { store } = this.#options;
    const all = deployment.reasons.flatMap(({ evidence }) => evidence);
    const idsOf = (type: FailureEvidence['type']) =>
      all.filter(each => each.type === type).map(({ id }) => id);
    const [incidents, deployments] = await Promise.all([
      store.listIncidents(idsOf('incident')),
      store.listNamedDeployments({
        entityId: deployment.entityId,
        ids: idsOf('deployment'),
      }),
    ]);
    return deployment.reasons.map(({ kind, evidence }) => ({
      kind,
      evidence: evidence.map(({ type, id }): EvidenceItem => {
        if (type === 'incident') {
          return incidents.get(id) ?? { type, id };
        }
        return type === 'deployment'
          ? { type, id, deployment: deployments.get(id) }
          : { type, id };
      }),
    }));
  }
}

/** Numbers are unique in one repository only: one that several have says nothing. */
function pullRequestOf(
  pulls: readonly DeployedPullRequest[],
  sha: string,
  number: number | undefined,
): DeployedPullRequest | undefined {
  const merged = pulls.find(({ mergeSha }) => mergeSha === sha);
  const numbered = pulls.filter(pull => pull.number === number);
  return merged ?? (numbered.length === 1 ? numbered[0] : undefined);
}

function toPullRequest(
  pull: DeployedPullRequest,
  deployedAt: number,
): ChangePullRequest {
  const { coding, review, pickup, mergeToDeploy } = splitLeadTime(
    pull,
    deployedAt,
  );
  const hours = (length: number | undefined) =>
    length === undefined ? undefined : length / hour;
  return {
    number: pull.number,
    url: pull.url,
    openedAt: new Date(pull.openedAt).toISOString(),
    mergedAt: new Date(pull.mergedAt).toISOString(),
    coding: hours(coding),
    review: hours(review),
    pickup: hours(pickup),
    mergeToDeploy: hours(mergeToDeploy),
  };
}
