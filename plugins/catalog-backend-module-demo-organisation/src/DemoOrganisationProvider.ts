import path from 'node:path';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type LocationEntityV1alpha1,
} from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import {
  locationSpecToLocationEntity,
  type EntityProvider,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/**
 * Provides one location, that of the demo organisation, or none. Providing none removes what an earlier start provided, and
 * with it everything that came from there.
 */
export class DemoOrganisationProvider implements EntityProvider {
  /**
   * @throws Error when `portal.demo` is true and `portal.demoCatalog` is missing.
   */
  static fromConfig(config: Config): DemoOrganisationProvider {
    const shown = config.getOptionalBoolean('portal.demo') ?? false;
    return new DemoOrganisationProvider(
      shown ? path.resolve(config.getString('portal.demoCatalog')) : undefined,
    );
  }

  private constructor(private readonly file: string | undefined) {}

  getProviderName(): string {
    return 'demo-organisation';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await connection.applyMutation({
      type: 'full',
      entities: this.file
        ? [
            {
              entity: this.toLocation(this.file),
              locationKey: this.getProviderName(),
            },
          ]
        : [],
    });
  }

  private toLocation(file: string): LocationEntityV1alpha1 {
    const location = locationSpecToLocationEntity({
      location: { type: 'file', target: file },
    });
    location.metadata.annotations = {
      ...location.metadata.annotations,
      [ANNOTATION_LOCATION]: `file:${file}`,
      [ANNOTATION_ORIGIN_LOCATION]: `file:${file}`,
      'portal/demo': 'true',
    };
    return location;
  }
}
