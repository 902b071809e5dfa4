import { ResponseError } from '@backstage/errors';
import type {
  WebhookClaim,
  WebhookClaimRequest,
  WebhookConsumers,
  WebhookDeadLetterPage,
  WebhookDelivery,
  WebhookResults,
  WebhookSenders,
} from './api';
import type { WebhooksApi, WebhooksRequestOptions } from './WebhooksApi';

/** @public */
export type WebhooksClientOptions = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
};

/**
 * Asks the webhook inbox over HTTP, in the browser and in other backends.
 *
 * @public
 */
export class WebhooksClient implements WebhooksApi {
  readonly #discoveryApi: WebhooksClientOptions['discoveryApi'];
  readonly #fetchApi: WebhooksClientOptions['fetchApi'];

  constructor(options: WebhooksClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async getSenders(options?: WebhooksRequestOptions): Promise<WebhookSenders> {
    return this.#send('GET', '/v1/senders', undefined, options);
  }

  async getConsumers(
    options?: WebhooksRequestOptions,
  ): Promise<WebhookConsumers> {
    return this.#send('GET', '/v1/consumers', undefined, options);
  }

  async getDeadLetters(
    request: { consumer?: string; cursor?: string; limit?: number },
    options?: WebhooksRequestOptions,
  ): Promise<WebhookDeadLetterPage> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(request)) {
      if (value !== undefined) {
        query.set(name, String(value));
      }
    }
    const path = `/v1/dead-letters?${query}`;
    return this.#send('GET', path, undefined, options);
  }

  async getDelivery(
    request: { id: string },
    options?: WebhooksRequestOptions,
  ): Promise<WebhookDelivery> {
    const path = `/v1/deliveries/${encodeURIComponent(request.id)}`;
    return this.#send('GET', path, undefined, options);
  }

  async replayDeadLetter(
    request: { id: string },
    options?: WebhooksRequestOptions,
  ): Promise<void> {
    const path = `/v1/dead-letters/${encodeURIComponent(request.id)}/replay`;
    await this.#send('POST', path, {}, options);
  }

  async rewindConsumer(
    request: { name: string; to: string },
    options?: WebhooksRequestOptions,
  ): Promise<void> {
    const path = consumerPath(request.name, 'rewind');
    await this.#send('POST', path, { to: request.to }, options);
  }

  /** For services only: what a consumer has not read. */
  async claim(
    name: string,
    request: WebhookClaimRequest,
    options?: WebhooksRequestOptions,
  ): Promise<WebhookClaim> {
    return this.#send('POST', consumerPath(name, 'claim'), request, options);
  }

  /** For services only: what became of claimed deliveries. */
  async report(
    name: string,
    request: WebhookResults,
    options?: WebhooksRequestOptions,
  ): Promise<void> {
    await this.#send('POST', consumerPath(name, 'results'), request, options);
  }

  /** For services only: lets another instance take over at once. */
  async release(
    name: string,
    request: { instance: string },
    options?: WebhooksRequestOptions,
  ): Promise<void> {
    await this.#send('POST', consumerPath(name, 'release'), request, options);
  }

  async #send<T>(
    method: string,
    path: string,
    body: object | undefined,
    options?: WebhooksRequestOptions,
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('webhooks');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      method,
      signal: options?.signal,
      headers: {
        ...(body && { 'Content-Type': 'application/json' }),
        ...(options?.token && { Authorization: `Bearer ${options.token}` }),
      },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.status === 204 ? (undefined as T) : response.json();
  }
}

function consumerPath(name: string, what: string): string {
  return `/v1/consumers/${encodeURIComponent(name)}/${what}`;
}
