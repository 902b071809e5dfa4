import type { PriceList } from './PriceList';
import type { PreviewRequest, TemplatePreview } from './TemplatePreview';
import type {
  TemplateRunList,
  TemplateRunsRequest,
  TemplateStatisticsList,
} from './TemplateStatistics';

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
}
