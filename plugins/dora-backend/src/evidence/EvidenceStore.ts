import type {
  DeployedChange,
  DeploymentLink,
  DurationPercentiles,
  EvidenceItem,
  FailureReason,
  FailureReasonKind,
  PullRequestEvent,
} from '@portal/plugin-dora-common';
import type { Span } from '../database/DeliveryStore';

/** A deployment, as far as its row tells. */
export type StoredDeployment = DeploymentLink & {
  entityId: number;
  environment?: string;
  url?: string;
  baseline: boolean;
  demo: boolean;
  changes: number;
  reasons: FailureReason[];
  recovery?: {
    hours: number;
    deployment?: DeploymentLink;
    incident?: EvidenceItem & { type: 'incident' };
  };
};

/** A merged pull request and, where it is known, when a deployment first brought it. */
export type DeployedPullRequest = PullRequestEvent & {
  url?: string;
  deployedAt?: number;
};

/** What was counted in a period, and what was not. */
export type PeriodCounts = {
  releases: number;
  mainline: number;
  reported: number;
  environments: { name?: string; deployments: number }[];
  reasons: Partial<Record<FailureReasonKind, number>>;
  failed: number;
  recovered: number;
  reworks: number;
  changes: number;
  merges: number;
  negative: number;
  own: number;
  unknownCommits: number;
  superseded: number;
  unattributed: number;
  leadTimes?: DurationPercentiles;
  recoveries?: DurationPercentiles;
  /** Deployments as tools reported them, by what they say of environment and result. */
  reports: { environment?: string; result?: string; count: number }[];
};

/** Reads what stands behind figures. Entity references are in their lower-case form. */
export interface EvidenceStore {
  /** @param options - `place` is the id of the deployment. */
  findDeployment(options: {
    entityRef: string;
    place: number;
  }): Promise<StoredDeployment | undefined>;

  /** Newest first. */
  listChanges(options: {
    entityId: number;
    place: number;
    limit: number;
  }): Promise<(DeployedChange & { pullRequestNumber?: number })[]>;

  /** The merged pull requests of an entity that made one of the commits, or have one of the numbers. */
  listPullRequests(options: {
    entityId: number;
    shas: string[];
    numbers: number[];
  }): Promise<DeployedPullRequest[]>;

  /** The merged pull requests that deployments of a period brought. */
  listDeployedPullRequests(options: {
    entityRef: string;
    period: Span;
    environment: string;
  }): Promise<DeployedPullRequest[]>;

  listRepaired(options: {
    entityId: number;
    place: number;
  }): Promise<DeploymentLink[]>;

  /** Incidents by their ids. */
  listIncidents(
    ids: string[],
  ): Promise<Map<string, EvidenceItem & { type: 'incident' }>>;

  /** Deployments by the ids that reasons name them by. */
  listNamedDeployments(options: {
    entityId: number;
    ids: string[];
  }): Promise<Map<string, DeploymentLink>>;

  countPeriod(options: {
    entityRef: string;
    period: Span;
    environment: string;
  }): Promise<PeriodCounts>;
}
