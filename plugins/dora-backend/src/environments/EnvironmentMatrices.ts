import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  EnvironmentMatrix,
  MatrixEnvironment,
  MatrixRequest,
} from '@portal/plugin-dora-common';
import type { ScopeMembers } from '../overview/ScopeMembers';
import {
  comparePlaces,
  decodeServiceCursor,
  encodeServiceCursor,
} from '../overview/serviceCursor';
import type { RunningStore } from './RunningStore';

const usualLimit = 100;

/** What {@link EnvironmentMatrices} works with. */
export type EnvironmentMatricesOptions = {
  store: RunningStore;
  members: ScopeMembers;
  /** The environments of the catalog, in their order. */
  environments: { names(): string[]; production(): string[] };
  now?: () => number;
};

/** Tells what runs where of the services of a scope that the caller sees, as of now. */
export class EnvironmentMatrices {
  readonly #options: EnvironmentMatricesOptions;

  private constructor(options: EnvironmentMatricesOptions) {
    this.#options = options;
  }

  static create(options: EnvironmentMatricesOptions): EnvironmentMatrices {
    return new EnvironmentMatrices(options);
  }

  /** A page of the services that have a deployment. Fails with an `InputError` for a cursor that is none. */
  async getMatrix(
    credentials: BackstageCredentials,
    request: MatrixRequest,
  ): Promise<EnvironmentMatrix> {
    const { scope, cursor, limit = usualLimit } = request;
    const { store, members, now = Date.now } = this.#options;
    const at = startOfMinute(now());
    const { current } = await members.membersOf(credentials, {
      scope,
      period: { from: at - 1, to: at },
      asOfNow: true,
    });
    const deployed = (await store.listDeployed(current)).map(entityRef => ({
      entityRef,
      rank: 0,
    }));
    const after =
      cursor === undefined ? undefined : decodeServiceCursor(cursor);
    const rest = after
      ? deployed.filter(place => comparePlaces(place, after) > 0)
      : deployed;
    const shown = rest.slice(0, limit);
    return {
      environments: this.#environments(),
      items: await store.listRunning(shown.map(({ entityRef }) => entityRef)),
      total: current.length,
      measured: deployed.length,
      nextCursor:
        rest.length > limit
          ? encodeServiceCursor(shown[shown.length - 1])
          : undefined,
    };
  }

  #environments(): MatrixEnvironment[] {
    const { environments } = this.#options;
    const production = new Set(environments.production());
    return environments
      .names()
      .map(name => ({ name, production: production.has(name) }));
  }
}

/** The same question for a minute, so that its answer can be used again. */
function startOfMinute(at: number): number {
  return at - (at % 60_000);
}
