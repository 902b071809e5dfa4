import { createCatalogModelLayer } from '@backstage/catalog-model/alpha';
import {
  dashboardKind,
  dashboardSpecSchema,
} from '@portal/plugin-dashboards-common';

/**
 * The kind `Dashboard`: who keeps it, and which environments it shows.
 *
 * @public
 */
export const dashboardModelLayer = createCatalogModelLayer({
  layerId: 'portal/dashboard',
  builder: model => {
    model.addKind({
      group: 'portal',
      names: {
        kind: dashboardKind,
        singular: 'dashboard',
        plural: 'dashboards',
      },
      description: 'A page of widgets that a team keeps in Git.',
      versions: [
        {
          name: 'v1alpha1',
          relationFields: [
            {
              selector: { path: 'spec.owner' },
              relation: 'ownedBy',
              defaultKind: 'Group',
              defaultNamespace: 'inherit',
              allowedKinds: ['Group'],
            },
            {
              selector: { path: 'spec.environments' },
              relation: 'shows',
              defaultKind: 'Resource',
              defaultNamespace: 'inherit',
              allowedKinds: ['Resource'],
            },
          ],
          schema: {
            jsonSchema: {
              type: 'object',
              required: ['spec'],
              properties: { spec: dashboardSpecSchema },
            },
          },
        },
      ],
    });
    model.addRelationPair({
      fromKind: dashboardKind,
      toKind: 'Group',
      description: 'Who keeps the dashboard.',
      forward: { type: 'ownedBy', title: 'owned by' },
      reverse: { type: 'ownerOf', title: 'owner of' },
    });
    model.addRelationPair({
      fromKind: dashboardKind,
      toKind: 'Resource',
      description: 'The environments that the dashboard is about.',
      forward: { type: 'shows', title: 'shows' },
      reverse: { type: 'shownOn', title: 'shown on' },
    });
  },
});
