import type { AffectedAnswer, AffectedQuery } from '../affected/Affected';
import type {
  ExceptionPage,
  ExceptionState,
  SecurityException,
} from '../exceptions/SecurityException';
import type {
  FindingDetail,
  FindingFilter,
  FindingOrder,
  FindingPage,
  Triage,
} from '../findings/Finding';
import type { LicencePage } from '../licences/Licences';
import type {
  ReportPage,
  ReportReceipt,
  ReportRejection,
  PulledSource,
  ScanState,
} from '../reports/Report';
import type {
  Formula,
  Grade,
  Score,
  ScoreHistory,
  ScoreOrder,
  ScorePage,
  UpgradePlan,
} from '../score/Score';
import type { ServiceSecrets } from '../secrets/ServiceSecrets';
import type { FindingStatistics } from '../statistics/Statistics';
import type { SavedView } from '../views/SavedView';

/** @public */
export type SecurityRequestOptions = { token?: string; signal?: AbortSignal };

/** @public */
export type Paged = { cursor?: string; limit?: number };

/**
 * What the security backend answers. Every route needs the permission that is named; entities that the caller can't see are not
 * found.
 *
 * @public
 */
export interface SecurityScoreApi {
  /** `GET /v1/scores`: the services of a scope with their scores (`security-score.score.read`). */
  getScores(
    request: Paged & {
      scope?: string;
      order?: ScoreOrder;
      grade?: Array<Grade | 'none'>;
      text?: string;
    },
    options?: SecurityRequestOptions,
  ): Promise<ScorePage>;

  /** `GET /v1/entities/{kind}/{namespace}/{name}/score` (`security-score.score.read`). */
  getScore(
    request: { entityRef: string },
    options?: SecurityRequestOptions,
  ): Promise<Score>;

  /** `GET /v1/entities/{kind}/{namespace}/{name}/score/history?days=` (`security-score.score.read`). */
  getScoreHistory(
    request: { entityRef: string; days?: number },
    options?: SecurityRequestOptions,
  ): Promise<ScoreHistory>;

  /** `GET /v1/entities/{kind}/{namespace}/{name}/upgrades` (read or read-own of findings). */
  getUpgrades(
    request: { entityRef: string },
    options?: SecurityRequestOptions,
  ): Promise<UpgradePlan>;

  /**
   * `GET /v1/entities/{kind}/{namespace}/{name}/secrets`: how old its secrets are, never what they are
   * (`security-score.finding.read`).
   */
  getSecrets(
    request: { entityRef: string },
    options?: SecurityRequestOptions,
  ): Promise<ServiceSecrets>;

  /** `GET /v1/formula` (`security-score.score.read`). */
  getFormula(options?: SecurityRequestOptions): Promise<Formula>;

  /** `GET /v1/findings`; lists are comma-separated (read or read-own of findings). */
  getFindings(
    request: Paged & FindingFilter & { order?: FindingOrder },
    options?: SecurityRequestOptions,
  ): Promise<FindingPage>;

  /** `GET /v1/findings/{id}`. */
  getFinding(
    request: { id: string },
    options?: SecurityRequestOptions,
  ): Promise<FindingDetail>;

  /** `GET /v1/statistics?scope=&from=&to=` (read or read-own of findings). */
  getStatistics(
    request: { scope?: string; from: string; to: string },
    options?: SecurityRequestOptions,
  ): Promise<FindingStatistics>;

  /**
   * `POST /v1/findings/triage`: all of them or none; at most 500 (`security-score.finding.triage`, and reading each). Triage
   * states that take a finding out of the open ones need a reason of 10 characters or more. `assignee: null` takes it away.
   */
  triageFindings(
    request: {
      ids: string[];
      triage?: Triage;
      reason?: string;
      assignee?: string | null;
    },
    options?: SecurityRequestOptions,
  ): Promise<{ changed: number }>;

  /** `GET /v1/exceptions?state=&scope=`. */
  getExceptions(
    request: Paged & { state?: ExceptionState[]; scope?: string },
    options?: SecurityRequestOptions,
  ): Promise<ExceptionPage>;

  /** `POST /v1/exceptions`: of findings of one service (`security-score.finding.triage`). At most a year ahead. */
  proposeException(
    request: {
      findingIds: string[];
      reason: string;
      evidence?: string;
      expiresAt: string;
      renews?: string;
    },
    options?: SecurityRequestOptions,
  ): Promise<SecurityException>;

  /** `POST /v1/exceptions/{id}/decision` (`security-score.exception.approve`; withdrawing: who asked). */
  decideException(
    request: {
      id: string;
      decision: 'approve' | 'reject' | 'withdraw';
      reason?: string;
    },
    options?: SecurityRequestOptions,
  ): Promise<SecurityException>;

  /** `GET /v1/affected` (read or read-own of findings). */
  getAffected(
    request: AffectedQuery & Paged,
    options?: SecurityRequestOptions,
  ): Promise<AffectedAnswer>;

  /** `GET /v1/licences?scope=` (read or read-own of findings). */
  getLicences(
    request: { scope?: string },
    options?: SecurityRequestOptions,
  ): Promise<LicencePage>;

  /** `GET /v1/licences/components?licence=&scope=`: which components of which services have a licence. */
  getLicenceComponents(
    request: { licence: string; scope?: string } & Paged,
    options?: SecurityRequestOptions,
  ): Promise<{
    items: Array<{
      entityRef: string;
      packageType: string;
      packageName: string;
      version: string;
    }>;
    nextCursor?: string;
  }>;

  /** `GET /v1/reports?entityRef=` newest first (of services whose findings one may read). */
  getReports(
    request: Paged & { entityRef?: string },
    options?: SecurityRequestOptions,
  ): Promise<ReportPage>;

  /** `GET /v1/reports/{id}/rejections`. */
  getRejections(
    request: { id: string } & Paged,
    options?: SecurityRequestOptions,
  ): Promise<{ items: ReportRejection[]; nextCursor?: string }>;

  /**
   * Where reports are fetched from, and what came of it, those that failed first: at most 1,000. Of the services whose findings the
   * caller may read, or of all for who may send any report.
   */
  getPulledSources(
    query: { entityRef?: string },
    options?: SecurityRequestOptions,
  ): Promise<{ items: PulledSource[] }>;

  /** `GET /v1/scans?entityRef=`: what scans a service. */
  getScans(
    request: { entityRef: string },
    options?: SecurityRequestOptions,
  ): Promise<{ items: ScanState[] }>;

  /** `POST /v1/reports?entityRef=&tool=&version=&scope=` (`security-score.report.import`, or triage on an own service). */
  sendReport(
    request: {
      entityRef: string;
      file: Blob;
      tool?: string;
      version?: string;
      scope?: string;
    },
    options?: SecurityRequestOptions,
  ): Promise<ReportReceipt>;

  /** `GET /v1/entities/{kind}/{namespace}/{name}/export?format=` (read or read-own of findings). */
  getExport(
    request: { entityRef: string; format: 'sarif' | 'cyclonedx-vex' | 'csv' },
    options?: SecurityRequestOptions,
  ): Promise<Blob>;

  /** `GET /v1/views`: one's own. */
  getViews(options?: SecurityRequestOptions): Promise<{ items: SavedView[] }>;

  /** `PUT /v1/views/{name}`: at most 50 a person. */
  saveView(
    request: { name: string; query: string },
    options?: SecurityRequestOptions,
  ): Promise<SavedView>;

  /** `DELETE /v1/views/{id}`. */
  deleteView(
    request: { id: string },
    options?: SecurityRequestOptions,
  ): Promise<void>;
}
