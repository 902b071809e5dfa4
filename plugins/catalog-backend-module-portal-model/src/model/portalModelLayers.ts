import type { CatalogModelLayer } from '@backstage/catalog-model/alpha';
import { announcementModelLayer } from './announcementModelLayer';
import { annotationsModelLayer } from './annotationsModelLayer';
import { datasetModelLayer } from './datasetModelLayer';
import { environmentModelLayer } from './environmentModelLayer';
import { libraryModelLayer } from './libraryModelLayer';

/**
 * What the portal adds to the standard catalog model.
 *
 * @public
 */
export const portalModelLayers: CatalogModelLayer[] = [
  environmentModelLayer,
  datasetModelLayer,
  libraryModelLayer,
  announcementModelLayer,
  annotationsModelLayer,
];
