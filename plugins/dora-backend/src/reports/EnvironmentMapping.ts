import type { Knex } from 'knex';
import type {
  EnvironmentResolver,
  ResolvedEnvironment,
} from '../derive/EnvironmentResolver';
import { matchesName } from '../sources/reports/matchesName';
import { queueAllReported } from './queueDerivations';

/** An environment of the catalog, as far as deliveries are told apart by it. */
export type CatalogEnvironment = { name: string; production: boolean };

/** Which environment a name that a tool uses stands for. `*` in `match` stands for any characters; case does not count. */
export type EnvironmentPattern = { match: string; environment: string };

const setting = 'environments.mapping';
const maxRemembered = 10_000;

type Stored = {
  environments: CatalogEnvironment[];
  patterns: EnvironmentPattern[];
};

export type EnvironmentMappingOptions = {
  client: Knex;
  /** The first that matches counts. */
  patterns: readonly EnvironmentPattern[];
  /** Called when entities have to be derived again. */
  onQueued?: () => void;
};

/**
 * Says which of the catalog's environments tools mean: the one of that name, else that of the first pattern that matches.
 * A name that is missing, or stands for none, is never production.
 *
 * What the catalog said last is kept in the database, so that a backend that starts, or another instance, derives the
 * same before it has read the catalog itself. A difference has everything that was reported derived again.
 */
export class EnvironmentMapping implements EnvironmentResolver {
  readonly #options: EnvironmentMappingOptions;
  readonly #listeners = new Set<() => void>();
  readonly #resolved = new Map<string, ResolvedEnvironment>();
  #environments: CatalogEnvironment[] = [];
  #stored: string | undefined;

  private constructor(options: EnvironmentMappingOptions) {
    this.#options = options;
  }

  static async create(
    options: EnvironmentMappingOptions,
  ): Promise<EnvironmentMapping> {
    const mapping = new EnvironmentMapping(options);
    await mapping.refresh();
    if (mapping.#stored !== undefined) {
      // The patterns may be others than those of the run before.
      await mapping.update(mapping.#environments);
    }
    return mapping;
  }

  resolve(name: string | undefined): ResolvedEnvironment {
    if (name === undefined) {
      return { production: false };
    }
    const known = this.#resolved.get(name);
    if (known) {
      return known;
    }
    const environment = this.#find(name);
    const resolved = environment
      ? { environment: environment.name, production: environment.production }
      : { production: false };
    if (this.#resolved.size >= maxRemembered) {
      this.#resolved.clear();
    }
    this.#resolved.set(name, resolved);
    return resolved;
  }

  /** The names of all environments, in the order of the catalog. */
  names(): string[] {
    return this.#environments.map(({ name }) => name);
  }

  /** The names of the environments that are production, in the order of the catalog. */
  production(): string[] {
    return this.#environments
      .filter(({ production }) => production)
      .map(({ name }) => name);
  }

  /** Calls the listener after each change that this instance learns of. Returns what ends that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes over what any instance read of the catalog last: a read of one row. Before deriving, it has to be done. */
  async refresh(): Promise<void> {
    const row = await this.#options
      .client('settings')
      .where({ key: setting })
      .first('value');
    if (row && row.value !== this.#stored) {
      this.#take(row.value);
    }
  }

  /** Sets what the catalog's environments are, in their order. Returns whether that is new to all instances. */
  async update(environments: readonly CatalogEnvironment[]): Promise<boolean> {
    const { client, patterns, onQueued } = this.#options;
    const stored: Stored = {
      environments: environments.map(({ name, production }) => ({
        name,
        production,
      })),
      patterns: patterns.map(({ match, environment }) => ({
        match,
        environment,
      })),
    };
    const value = JSON.stringify(stored);
    const isNew = await client.transaction(async transaction => {
      const { rows } = await transaction.raw(
        `INSERT INTO settings AS s (key, value) VALUES (?, ?)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE s.value <> excluded.value
         RETURNING key`,
        [setting, value],
      );
      if (rows.length > 0) {
        await queueAllReported(transaction);
      }
      return rows.length > 0;
    });
    if (value !== this.#stored) {
      this.#take(value);
    }
    if (isNew) {
      onQueued?.();
    }
    return isNew;
  }

  #take(value: string): void {
    const stored: Stored = JSON.parse(value);
    this.#stored = value;
    this.#environments = stored.environments;
    this.#resolved.clear();
    this.#listeners.forEach(listener => listener());
  }

  #find(name: string): CatalogEnvironment | undefined {
    const byName = (wanted: string) =>
      this.#environments.find(
        each => each.name.toLowerCase() === wanted.toLowerCase(),
      );
    const pattern = () =>
      this.#options.patterns.find(({ match }) => matchesName(name, [match]));
    return byName(name) ?? byName(pattern()?.environment ?? '');
  }
}
