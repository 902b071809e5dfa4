import { TtlCache } from '@portal/backend-access';
import { InputError } from '@backstage/errors';
import type {
  SecretMetadata,
  ServiceSecrets,
} from '@portal/plugin-security-score-common';
import type { VaultConfig } from './readVaultConfig';
import type { VaultClient } from './VaultClient';

const day = 86_400_000;
/** What is read of a service at most: a page, not an inventory of Vault. */
const [mostSecrets, mostFolders, atOnce] = [200, 100, 5];
/** Milliseconds for which an answer is kept: Vault writes an audit record for each question. */
const lifetime = 60_000;
/** A path as Vault has it. None that leads elsewhere. */
const goodPath = /^[\w@+:=,. -]+(\/[\w@+:=,. -]+)*$/;

/** Where a service has its secrets: what the annotations `vault.io/secrets-path` and `vault.io/secrets-engine` say. */
export type SecretPlace = { paths: string[]; engine?: string };

/** What {@link SecretReader} asks. */
export type SecretReaderOptions = {
  settings: VaultConfig;
  vault: VaultClient;
  now?: () => number;
};

/** Reads how old the secrets of a service are. */
export class SecretReader {
  readonly #options: SecretReaderOptions;
  readonly #answers = TtlCache.create<ServiceSecrets>({ lifetime });

  private constructor(options: SecretReaderOptions) {
    this.#options = options;
  }

  static create(options: SecretReaderOptions): SecretReader {
    return new SecretReader(options);
  }

  /**
   * @throws InputError where a path is none, ServiceUnavailableError where Vault does not answer.
   */
  async read(place: SecretPlace): Promise<ServiceSecrets> {
    for (const path of [...place.paths, place.engine ?? 'secret']) {
      if (!goodPath.test(path) || path.split('/').some(isRelative)) {
        throw new InputError(
          `vault.io/secrets-path: found "${path}", expected a path such as shop/production; correct the annotation`,
        );
      }
    }
    return this.#answers.get(JSON.stringify(place), async () =>
      this.#ask(place),
    );
  }

  async #ask({ paths, engine }: SecretPlace): Promise<ServiceSecrets> {
    const { settings } = this.#options;
    const mount = engine ?? settings.secretEngine;
    const { names, complete } = await this.#names(mount, paths);
    const items: SecretMetadata[] = [];
    for (let from = 0; from < names.length; from += atOnce) {
      const some = await Promise.all(
        names
          .slice(from, from + atOnce)
          .map(async name => this.#secret(mount, name)),
      );
      items.push(...some.flat());
    }
    items.sort(
      (a, b) =>
        a.rotatedAt.localeCompare(b.rotatedAt) || a.name.localeCompare(b.name),
    );
    return {
      connected: true,
      rotateAfterDays: settings.rotateAfterDays,
      items,
      complete,
    };
  }

  async #names(
    mount: string,
    paths: readonly string[],
  ): Promise<{ names: string[]; complete: boolean }> {
    const { vault } = this.#options;
    const names = new Set<string>();
    const folders = [...new Set(paths)];
    // It grows while it is read.
    for (let next = 0; next < folders.length; next += 1) {
      if (next >= mostFolders || names.size >= mostSecrets) {
        return { names: [...names].slice(0, mostSecrets), complete: false };
      }
      const folder = folders[next];
      const found = await vault.list(mount, folder);
      for (const key of found) {
        const path = `${folder}/${key}`;
        if (key.endsWith('/')) {
          folders.push(path.slice(0, -1));
        } else {
          names.add(path);
        }
      }
      if (found.length === 0 && paths.includes(folder)) {
        // A path may be that of one secret.
        names.add(folder);
      }
    }
    return {
      names: [...names].slice(0, mostSecrets),
      complete: names.size <= mostSecrets,
    };
  }

  async #secret(mount: string, name: string): Promise<SecretMetadata[]> {
    const { now = Date.now, settings, vault } = this.#options;
    const stored = await vault.read(mount, name);
    if (!stored) {
      return [];
    }
    const rotateBy =
      Date.parse(stored.rotatedAt) + settings.rotateAfterDays * day;
    const parts = [mount, 'kv', name].map(encodeURIComponent);
    return [
      {
        name,
        ...stored,
        rotateBy: new Date(rotateBy).toISOString(),
        overdue: rotateBy < now(),
        url: `${settings.publicUrl}/ui/vault/secrets/${parts.join('/')}`,
      },
    ];
  }
}

function isRelative(part: string): boolean {
  return part === '.' || part === '..';
}
