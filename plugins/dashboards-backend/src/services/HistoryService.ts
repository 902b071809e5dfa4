import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type BoardDifference,
  type BoardVersion,
  dashboardKind,
  type DashboardName,
} from '@portal/plugin-dashboards-common';
import type { DatabaseVersionStore } from '../database/DatabaseVersionStore';
import { differenceOf } from '../history/differenceOf';

/** The history of dashboards in the catalog, for whoever may read the dashboard there. */
export class HistoryService {
  readonly #options: { catalog: CatalogService; store: DatabaseVersionStore };

  static create(options: {
    catalog: CatalogService;
    store: DatabaseVersionStore;
  }): HistoryService {
    return new HistoryService(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    store: DatabaseVersionStore;
  }) {
    this.#options = options;
  }

  async list(
    credentials: BackstageCredentials,
    dashboard: DashboardName,
  ): Promise<BoardVersion[]> {
    const entityRef = await this.#find(credentials, dashboard);
    return this.#options.store.list(entityRef);
  }

  async difference(
    credentials: BackstageCredentials,
    dashboard: DashboardName,
    versions: { from: number; to: number },
  ): Promise<BoardDifference> {
    const entityRef = await this.#find(credentials, dashboard);
    const yamlOf = async (version: number) => {
      const yaml =
        version === 0
          ? ''
          : await this.#options.store.yamlOf(entityRef, version);
      if (yaml === undefined) {
        throw new NotFoundError(
          `${entityRef} has no version ${version} here; the list of its versions says which there are`,
        );
      }
      return yaml;
    };
    const { from, to } = versions;
    return {
      from,
      to,
      lines: differenceOf(await yamlOf(from), await yamlOf(to)),
    };
  }

  async #find(
    credentials: BackstageCredentials,
    dashboard: DashboardName,
  ): Promise<string> {
    const entityRef = stringifyEntityRef({
      kind: dashboardKind,
      ...dashboard,
    });
    const entity = await this.#options.catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(`There is no ${entityRef} that you can see`);
    }
    return entityRef;
  }
}
