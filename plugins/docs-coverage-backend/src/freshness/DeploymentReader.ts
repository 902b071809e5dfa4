import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { DoraClient, type DoraApi } from '@portal/plugin-dora-common';

const pageSize = 500;

/** Reads from the delivery plugin when what was last deployed to production. */
export class DeploymentReader {
  readonly #auth: AuthService;
  readonly #delivery: Pick<DoraApi, 'getEnvironmentMatrix'>;

  private constructor(options: {
    auth: AuthService;
    delivery: Pick<DoraApi, 'getEnvironmentMatrix'>;
  }) {
    this.#auth = options.auth;
    this.#delivery = options.delivery;
  }

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): DeploymentReader {
    return new DeploymentReader({
      auth: options.auth,
      delivery: new DoraClient({
        discoveryApi: options.discovery,
        fetchApi: { fetch },
      }),
    });
  }

  /**
   * The last production deployment that succeeded, in epoch milliseconds, by entity reference. Entities without one are missing.
   * Fails where the delivery plugin cannot be asked.
   */
  async readLastDeployments(
    signal?: AbortSignal,
  ): Promise<Map<string, number>> {
    const deployed = new Map<string, number>();
    let cursor: string | undefined;
    do {
      signal?.throwIfAborted();
      // A token for each page: reading all may take longer than one lives.
      const { token } = await this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'dora',
      });
      const page = await this.#delivery.getEnvironmentMatrix(
        { scope: 'everything', cursor, limit: pageSize },
        { token, signal },
      );
      const production = new Set(
        page.environments
          .filter(environment => environment.production)
          .map(({ name }) => name),
      );
      for (const { entityRef, running } of page.items) {
        for (const { environment, deployedAt } of running) {
          // What names no environment is a release, which stands for a deployment to production.
          if (
            deployedAt &&
            (environment === undefined || production.has(environment))
          ) {
            const at = Date.parse(deployedAt);
            deployed.set(
              entityRef,
              Math.max(at, deployed.get(entityRef) ?? at),
            );
          }
        }
      }
      cursor = page.nextCursor;
    } while (cursor);
    return deployed;
  }
}
