import { parseEntityRef } from '@backstage/catalog-model';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';

/** A published site, as the TechDocs backend describes it. */
export type SiteMetadata = {
  /** Differs when the site differs. */
  version: string;
  builtAt?: Date;
  /** Paths within the site. */
  files: string[];
};

const patience = 20_000;

/** Reads documentation sites through the TechDocs backend, wherever that keeps them. It never makes one. */
export class SiteReader {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): SiteReader {
    return new SiteReader(options);
  }

  /** What is known about a site; nothing where it is not built. */
  async readMetadata(
    siteRef: string,
    signal?: AbortSignal,
  ): Promise<SiteMetadata | undefined> {
    const response = await this.#fetch(
      `/metadata/techdocs/${pathOf(siteRef)}`,
      signal,
    );
    if (response.status === 404) {
      await response.body?.cancel();
      return undefined;
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const { build_timestamp: built, etag, files } = await response.json();
    return {
      version: `${etag ?? ''} ${built ?? ''}`,
      builtAt: Number.isSafeInteger(built) ? new Date(built) : undefined,
      files: Array.isArray(files)
        ? files.filter(file => typeof file === 'string')
        : [],
    };
  }

  /** The text of a page; nothing where it has more bytes than allowed, or is gone meanwhile. */
  async readPage(
    siteRef: string,
    page: string,
    options: { maxBytes: number; signal?: AbortSignal },
  ): Promise<string | undefined> {
    const path = page.split('/').map(encodeURIComponent).join('/');
    const response = await this.#fetch(
      `/static/docs/${pathOf(siteRef)}/${path}`,
      options.signal,
    );
    if (response.status === 404) {
      await response.body?.cancel();
      return undefined;
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > options.maxBytes) {
        return undefined;
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  async #fetch(path: string, signal?: AbortSignal): Promise<Response> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'techdocs',
    });
    const baseUrl = await this.#discovery.getBaseUrl('techdocs');
    const timeout = AbortSignal.timeout(patience);
    return fetch(`${baseUrl}${path}`, {
      headers: { Authorization: `Bearer ${token}` },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  }
}

function pathOf(siteRef: string): string {
  const { namespace, kind, name } = parseEntityRef(siteRef);
  return [namespace, kind, name].map(encodeURIComponent).join('/');
}
