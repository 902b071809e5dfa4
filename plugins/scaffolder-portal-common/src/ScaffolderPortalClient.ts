import { ResponseError } from '@backstage/errors';
import type {
  Approval,
  ApprovalDecision,
  ApprovalRequest,
  ApprovalStatus,
  ApprovalUse,
} from './Approval';
import type { PriceList } from './PriceList';
import type {
  ScaffolderPortalApi,
  ScaffolderPortalRequestOptions,
} from './ScaffolderPortalApi';
import type { PreviewRequest, TemplatePreview } from './TemplatePreview';
import type {
  TemplateRunList,
  TemplateRunsRequest,
  TemplateStatisticsList,
} from './TemplateStatistics';
import type { TemplateUpgrade, UpgradeRequest } from './TemplateUpgrade';

/** @public */
export type ScaffolderPortalClientOptions = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
};

/**
 * Asks over HTTP.
 *
 * @public
 */
export class ScaffolderPortalClient implements ScaffolderPortalApi {
  readonly #discoveryApi: ScaffolderPortalClientOptions['discoveryApi'];
  readonly #fetchApi: ScaffolderPortalClientOptions['fetchApi'];

  constructor(options: ScaffolderPortalClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async prices(options?: ScaffolderPortalRequestOptions): Promise<PriceList> {
    return this.#ask('prices', options);
  }

  async preview(
    request: PreviewRequest,
    options?: ScaffolderPortalRequestOptions,
  ): Promise<TemplatePreview> {
    return this.#ask('preview', options, request);
  }

  async templates(
    options?: ScaffolderPortalRequestOptions,
  ): Promise<TemplateStatisticsList> {
    return this.#ask('templates', options);
  }

  async runs(
    request: TemplateRunsRequest,
    options?: ScaffolderPortalRequestOptions,
  ): Promise<TemplateRunList> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(request)) {
      if (value !== undefined) {
        query.set(name, String(value));
      }
    }
    return this.#ask(`runs?${query}`, options);
  }

  async upgrade(
    request: UpgradeRequest,
    options?: ScaffolderPortalRequestOptions,
  ): Promise<TemplateUpgrade> {
    return this.#ask('upgrades', options, request);
  }

  async requestApproval(
    request: ApprovalRequest,
    options?: ScaffolderPortalRequestOptions,
  ): Promise<Approval> {
    return this.#ask('approvals', options, request);
  }

  async approvals(
    request: { status?: ApprovalStatus } = {},
    options?: ScaffolderPortalRequestOptions,
  ): Promise<Approval[]> {
    const query = request.status ? `?status=${request.status}` : '';
    const { items } = await this.#ask<{ items: Approval[] }>(
      `approvals${query}`,
      options,
    );
    return items;
  }

  async decideApproval(
    id: string,
    decision: ApprovalDecision,
    options?: ScaffolderPortalRequestOptions,
  ): Promise<Approval> {
    const path = `approvals/${encodeURIComponent(id)}/decision`;
    return this.#ask(path, options, decision);
  }

  async withdrawApproval(
    id: string,
    options?: ScaffolderPortalRequestOptions,
  ): Promise<Approval> {
    const path = `approvals/${encodeURIComponent(id)}/withdrawal`;
    return this.#ask(path, options, {});
  }

  async useApproval(
    id: string,
    use: ApprovalUse,
    options?: ScaffolderPortalRequestOptions,
  ): Promise<void> {
    const path = `approvals/${encodeURIComponent(id)}/use`;
    await this.#ask(path, options, use);
  }

  async #ask<T>(
    path: string,
    options: ScaffolderPortalRequestOptions | undefined,
    body?: object,
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('scaffolder-portal');
    const response = await this.#fetchApi.fetch(`${baseUrl}/v1/${path}`, {
      signal: options?.signal,
      headers: {
        ...(options?.token && { Authorization: `Bearer ${options.token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
