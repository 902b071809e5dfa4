import type {
  Approval,
  ApprovalDecision,
  ApprovalRequest,
  ApprovalStatus,
  ApprovalUse,
} from './Approval';
import type { PriceList } from './PriceList';
import type { PreviewRequest, TemplatePreview } from './TemplatePreview';
import type {
  TemplateRunList,
  TemplateRunsRequest,
  TemplateStatisticsList,
} from './TemplateStatistics';
import type { TemplateUpgrade, UpgradeRequest } from './TemplateUpgrade';

/** @public */
export type ScaffolderPortalRequestOptions = {
  token?: string;
  signal?: AbortSignal;
};

/**
 * What forms and pages of software templates ask.
 *
 * @public
 */
export interface ScaffolderPortalApi {
  /** The price list. Fails with NotFoundError where none is configured. */
  prices(options?: ScaffolderPortalRequestOptions): Promise<PriceList>;

  /** The files that a template would make. Makes nothing. */
  preview(
    request: PreviewRequest,
    options?: ScaffolderPortalRequestOptions,
  ): Promise<TemplatePreview>;

  /** How the templates do that the caller sees. */
  templates(
    options?: ScaffolderPortalRequestOptions,
  ): Promise<TemplateStatisticsList>;

  /** Runs of a template, or those that made an entity. */
  runs(
    request: TemplateRunsRequest,
    options?: ScaffolderPortalRequestOptions,
  ): Promise<TemplateRunList>;

  /** Proposes the present version of a template on a branch of the repository that it made. */
  upgrade(
    request: UpgradeRequest,
    options?: ScaffolderPortalRequestOptions,
  ): Promise<TemplateUpgrade>;

  /** Asks for a yes, for the run that the caller started. */
  requestApproval(
    request: ApprovalRequest,
    options?: ScaffolderPortalRequestOptions,
  ): Promise<Approval>;

  /** Approvals that the caller asked for or decides, latest first. */
  approvals(
    request?: { status?: ApprovalStatus },
    options?: ScaffolderPortalRequestOptions,
  ): Promise<Approval[]>;

  /** Says yes, which starts the run, or no. Fails with ConflictError where somebody has decided. */
  decideApproval(
    id: string,
    decision: ApprovalDecision,
    options?: ScaffolderPortalRequestOptions,
  ): Promise<Approval>;

  /** Takes back what the caller asked for. Fails with ConflictError where it is decided, withdrawn or expired. */
  withdrawApproval(
    id: string,
    options?: ScaffolderPortalRequestOptions,
  ): Promise<Approval>;

  /** Fails with NotAllowedError unless the run is the one that was approved. */
  useApproval(
    id: string,
    use: ApprovalUse,
    options?: ScaffolderPortalRequestOptions,
  ): Promise<void>;
}
