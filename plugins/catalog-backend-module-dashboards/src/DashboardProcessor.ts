import {
  ANNOTATION_LOCATION,
  type Entity,
  parseLocationRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import {
  dashboardKind,
  validateDashboard,
} from '@portal/plugin-dashboards-common';
import type { WidgetDefinition } from '@portal/plugin-widgets-common';
import type { EnvironmentNames } from './EnvironmentNames';

/** More than these nobody reads in one message. */
const mostProblems = 10;

/**
 * Refuses dashboards with a message that names the file, the path in it and the cure. The catalog then keeps the last version that
 * was good.
 *
 * @remarks
 *
 * It runs before the catalog's own validation, whose message has neither the file nor words for people and knows nothing of
 * widgets, and leaves the relations to it.
 */
export class DashboardProcessor implements CatalogProcessor {
  readonly #widgets: readonly WidgetDefinition[];
  readonly #environments: EnvironmentNames;

  static create(options: {
    widgets: readonly WidgetDefinition[];
    environments: EnvironmentNames;
  }): DashboardProcessor {
    return new DashboardProcessor(options.widgets, options.environments);
  }

  private constructor(
    widgets: readonly WidgetDefinition[],
    environments: EnvironmentNames,
  ) {
    this.#widgets = widgets;
    this.#environments = environments;
  }

  getProcessorName(): string {
    return 'DashboardProcessor';
  }

  getPriority(): number {
    // Before the catalog's own validation, which has the default of 20.
    return 10;
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (entity.kind !== dashboardKind) {
      return false;
    }
    const problems = validateDashboard(entity.spec, {
      widgets: this.#widgets,
      environments: await this.#environments.list(),
    });
    if (problems.length > 0) {
      const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
      const file = location ? parseLocationRef(location).target : 'no file';
      const told = problems
        .slice(0, mostProblems)
        .map(({ path, message, cure }) => `${path} ${message}. ${cure}`);
      const rest = problems.length - told.length;
      throw new InputError(
        `${file}: ${stringifyEntityRef(entity)}: ${told.join(' ')}${
          rest > 0 ? ` And ${rest} more.` : ''
        }`,
      );
    }
    return false;
  }
}
