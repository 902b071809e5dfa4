import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { freshnessOf } from '@portal/plugin-docs-coverage-common';
import type { DocsCoverageStore } from '../database/DocsCoverageStore';
import type { DeploymentReader } from './DeploymentReader';

/** Judges, after a scan, which sites keep up with what they document. */
export class FreshnessAssessor {
  readonly #options: {
    deployments: Pick<DeploymentReader, 'readLastDeployments'>;
    logger: LoggerService;
    staleAfterDays: number;
    store: DocsCoverageStore;
  };

  private constructor(options: {
    deployments: Pick<DeploymentReader, 'readLastDeployments'>;
    logger: LoggerService;
    staleAfterDays: number;
    store: DocsCoverageStore;
  }) {
    this.#options = options;
  }

  static create(options: {
    deployments: Pick<DeploymentReader, 'readLastDeployments'>;
    logger: LoggerService;
    staleAfterDays: number;
    store: DocsCoverageStore;
  }): FreshnessAssessor {
    return new FreshnessAssessor(options);
  }

  async assess(signal?: AbortSignal): Promise<void> {
    const { staleAfterDays, store } = this.#options;
    const deployed = await this.#readLastDeployments(signal);
    let after: string | undefined;
    do {
      signal?.throwIfAborted();
      const sites = await store.listSiteChanges(after);
      await store.putFreshness(
        sites.map(({ siteRef, entityRefs, changedAt, changeObserved }) => {
          const times = entityRefs.flatMap(ref => deployed.get(ref) ?? []);
          const deployedAt = times.length ? Math.max(...times) : undefined;
          return {
            siteRef,
            deployedAt,
            freshness: freshnessOf(
              { changedAt, changeObserved, deployedAt },
              staleAfterDays,
            ),
          };
        }),
      );
      after = sites[sites.length - 1]?.siteRef;
    } while (after !== undefined);
  }

  async #readLastDeployments(
    signal?: AbortSignal,
  ): Promise<Map<string, number>> {
    const { deployments, logger } = this.#options;
    try {
      return await deployments.readLastDeployments(signal);
    } catch (error) {
      signal?.throwIfAborted();
      // Nothing is fresh that is not known to be.
      logger.warn(
        `Could not ask the delivery plugin for deployments, so it is unknown which documentation is fresh; check that it runs and lets services read: ${stringifyError(
          error,
        )}`,
      );
      return new Map();
    }
  }
}
