import { LocalServer } from '@portal/local-server';

/** When each version of a secret was written, the oldest first; a text after `deleted ` where it was deleted then. */
export type VaultVersions = readonly string[];

/**
 * A server of this machine that answers for the metadata of Vault's key/value engine as its documentation shows:
 * https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-secret-metadata
 */
export class TinyVault {
  /** By mount and path, such as `secret/shop/database`. */
  readonly secrets = new Map<string, VaultVersions>();
  readonly asked: string[] = [];
  token = 's.a-token';
  /** What is answered in place of the usual. */
  fault: { status: number; body?: string; location?: string } | undefined;
  #server!: LocalServer;

  private constructor() {}

  static async start(): Promise<TinyVault> {
    const vault = new TinyVault();
    vault.#server = await LocalServer.start((request, response) => {
      vault.asked.push(request.url ?? '');
      const { status, body, location } =
        vault.fault ??
        (request.headers['x-vault-token'] === vault.token
          ? vault.#answer(request.url ?? '')
          : { status: 403, body: '{"errors":["permission denied"]}' });
      response.writeHead(status, location ? { location } : {}).end(body);
    });
    return vault;
  }

  get url(): string {
    return this.#server.url;
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  #answer(path: string): {
    status: number;
    body?: string;
    location?: string;
  } {
    const url = new URL(path, this.url);
    const [, mount, kind, ...rest] = url.pathname
      .split('/')
      .slice(1)
      .map(decodeURIComponent);
    if (kind !== 'metadata') {
      return { status: 500, body: '{"errors":["values were asked for"]}' };
    }
    const place = [mount, ...rest].join('/');
    if (url.searchParams.get('list') === 'true') {
      const keys = this.#keysBelow(`${place}/`);
      return keys.length > 0
        ? { status: 200, body: JSON.stringify({ data: { keys } }) }
        : { status: 404, body: '{"errors":[]}' };
    }
    const versions = this.secrets.get(place);
    return versions
      ? { status: 200, body: JSON.stringify({ data: metadataOf(versions) }) }
      : { status: 404, body: '{"errors":[]}' };
  }

  #keysBelow(prefix: string): string[] {
    const below = [...this.secrets.keys()]
      .filter(place => place.startsWith(prefix))
      .map(place => place.slice(prefix.length).replace(/\/.*$/s, '/'));
    return [...new Set(below)].sort();
  }
}

function metadataOf(versions: VaultVersions) {
  const states = versions.map(text => {
    const [created_time, deletion_time = ''] = text.split(' deleted ');
    return { created_time, deletion_time, destroyed: false };
  });
  return {
    cas_required: false,
    created_time: states[0].created_time,
    current_version: states.length,
    custom_metadata: null,
    delete_version_after: '0s',
    max_versions: 0,
    oldest_version: 0,
    updated_time: states.at(-1)?.created_time,
    versions: Object.fromEntries(
      states.map((state, index) => [String(index + 1), state]),
    ),
  };
}
