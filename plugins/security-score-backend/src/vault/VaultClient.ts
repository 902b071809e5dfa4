import { ServiceUnavailableError } from '@backstage/errors';
import { numberOf, objectOf, textOf } from '../parse/json/objectOf';
import type { VaultConfig } from './readVaultConfig';

const usualTimeout = 10_000;
const mostBytes = 4 * 1024 ** 2;

/** What Vault keeps beside the versions of a secret. */
export type StoredSecret = {
  version: number;
  createdAt: string;
  rotatedAt: string;
};

/** Asks where, as whom. `timeout` in milliseconds: 10,000 unless told. */
export type VaultClientOptions = Pick<
  VaultConfig,
  'baseUrl' | 'token' | 'namespace'
> & { timeout?: number };

/**
 * Asks Vault's key/value engine, version 2, for metadata: https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2
 *
 * Values are below `data/`, which is never asked.
 */
export class VaultClient {
  readonly #options: VaultClientOptions;

  private constructor(options: VaultClientOptions) {
    this.#options = options;
  }

  static create(options: VaultClientOptions): VaultClient {
    return new VaultClient(options);
  }

  /** The names below a path; those of folders end with a slash. None where there is nothing. */
  async list(mount: string, path: string): Promise<string[]> {
    const answer = await this.#get(addressOf(mount, path), '?list=true');
    const keys = objectOf(objectOf(answer).data).keys;
    return Array.isArray(keys)
      ? keys.filter(key => typeof key === 'string' && key !== '')
      : [];
  }

  /** Undefined where there is no such secret, or its current version was deleted. */
  async read(mount: string, path: string): Promise<StoredSecret | undefined> {
    const answer = await this.#get(addressOf(mount, path), '');
    const data = objectOf(objectOf(answer).data);
    const version = numberOf(data.current_version);
    const current = objectOf(objectOf(data.versions)[String(version)]);
    const createdAt = instantOf(data.created_time);
    const rotatedAt = instantOf(current.created_time);
    return version && createdAt && rotatedAt && !textOf(current.deletion_time)
      ? { version, createdAt, rotatedAt }
      : undefined;
  }

  async #get(address: string, query: string): Promise<unknown> {
    const { baseUrl, token, namespace, timeout = usualTimeout } = this.#options;
    const late = AbortSignal.timeout(timeout);
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${baseUrl}/v1/${address}${query}`, {
        headers: {
          Accept: 'application/json',
          'X-Vault-Token': token,
          ...(namespace && { 'X-Vault-Namespace': namespace }),
        },
        // A redirect may lead to another host, which is not to get the token.
        redirect: 'manual',
        signal: late,
      });
      text = await response.text();
    } catch {
      throw new ServiceUnavailableError(
        late.aborted
          ? `Vault gave no answer within ${timeout / 1000} seconds`
          : 'Vault could not be reached; see securityScore.vault.baseUrl',
      );
    }
    if (response.status === 404) {
      return undefined;
    }
    if (response.status !== 200 || text.length > mostBytes) {
      throw new ServiceUnavailableError(
        `Vault answered ${response.status} for ${address}${cureOf(
          response.status,
        )}`,
      );
    }
    try {
      return JSON.parse(text);
    } catch {
      throw new ServiceUnavailableError(
        'Vault answered no JSON; see that securityScore.vault.baseUrl is its address',
      );
    }
  }
}

function addressOf(mount: string, path: string): string {
  return [mount, 'metadata', ...path.split('/')]
    .filter(Boolean)
    .map(encodeURIComponent)
    .join('/');
}

function instantOf(value: unknown): string | undefined {
  const at = Date.parse(textOf(value) ?? '');
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

function cureOf(status: number): string {
  if (status === 403) {
    return '; give securityScore.vault.token a policy that may read and list there, or correct the annotation vault.io/secrets-path';
  }
  return status === 503 ? '; it is sealed or in maintenance' : '';
}
