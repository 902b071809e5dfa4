import type { DoraRequestOptions } from './DoraApi';
import type { UnattributedReason } from './events';
import type { ReportKind } from './reports';

/**
 * What a component would have to have to be found by reports.
 *
 * @public
 */
export type TriageSubject = {
  /** Missing where reports name the component itself: `value` is its reference then. */
  annotation?: string;
  value: string;
  /** The second annotation that it needs as well. */
  within?: { annotation: string; value: string };
};

/**
 * Reports that wait for their component, all of one subject.
 *
 * @public
 */
export type UnmatchedReports = {
  /** The ways in which it can be found, the most certain one first. Empty where the sender names none. */
  subjects: TriageSubject[];
  /** Who told of it, such as `github`. */
  sources: string[];
  counts: Partial<Record<ReportKind, number>>;
  firstReceivedAt: string;
  lastReceivedAt: string;
  /** What to add to the `catalog-info.yaml` of the component. Missing where no annotation would help. */
  snippet?: string;
  /** References of components with a name that is alike, as far as the caller sees them. The best one first. */
  candidates: string[];
};

/**
 * Answer of `GET /v1/triage/unmatched`: those with the most reports first.
 *
 * @public
 */
export type UnmatchedPage = {
  items: UnmatchedReports[];
  /** How many subjects wait, more than those listed. */
  total: number;
};

/**
 * A name of environments that stands for none of the catalog, so that what happens there counts nowhere.
 *
 * @public
 */
export type UnknownEnvironment = {
  /** As the sources write it. Missing for deployments that name none. */
  name?: string;
  sources: string[];
  deployments: number;
  incidents: number;
  lastReceivedAt: string;
  /** What to add to the configuration. Missing where there is no name. */
  snippet?: string;
};

/**
 * Answer of `GET /v1/triage/environments`, those with the most deployments first.
 *
 * @public
 */
export type UnknownEnvironments = {
  items: UnknownEnvironment[];
  /** The names of the catalog's environments. */
  known: string[];
};

/**
 * An incident or rollback that is charged to no deployment.
 *
 * @public
 */
export type UnattributedReport = {
  entityRef: string;
  kind: ReportKind;
  /** The natural id, such as `pagerduty:incident:PT4KHLK`. */
  id: string;
  source: string;
  title?: string;
  url?: string;
  /** When it began. */
  at: string;
  reason: UnattributedReason;
};

/**
 * Answer of `GET /v1/triage/unattributed`, newest first.
 *
 * @public
 */
export type UnattributedPage = {
  items: UnattributedReport[];
  nextCursor?: string;
};

/**
 * A part of a delivery that was not taken while the rest of it was.
 *
 * @public
 */
export type RejectedPart = {
  /** Of the webhook inbox. */
  deliveryId: string;
  sender: string;
  event: string;
  /** Place in the list of the delivery's parts, from 0. */
  part: number;
  reason: string;
  receivedAt: string;
};

/**
 * Answer of `GET /v1/triage/rejections`, newest first; kept for 30 days.
 *
 * @public
 */
export type RejectedParts = {
  items: RejectedPart[];
  /** How many there are, more than those listed. */
  total: number;
};

/**
 * What the delivery metrics backend answers to those who look after its sources.
 *
 * @public
 */
export interface DoraTriageApi {
  /** Reports that no component is known for. */
  getUnmatched(
    request?: { limit?: number },
    options?: DoraRequestOptions,
  ): Promise<UnmatchedPage>;

  getUnknownEnvironments(
    options?: DoraRequestOptions,
  ): Promise<UnknownEnvironments>;

  /** Pass `nextCursor` of a page to get the one after it. */
  getUnattributed(
    request?: { cursor?: string; limit?: number },
    options?: DoraRequestOptions,
  ): Promise<UnattributedPage>;

  getRejections(options?: DoraRequestOptions): Promise<RejectedParts>;
}
