import { createCatalogModelLayer } from '@backstage/catalog-model/alpha';
import { firstClassType } from './firstClassType';

/** The stages of an environment, from the developer's desk to the customer. */
export const environmentStages = [
  'development',
  'test',
  'acceptance',
  'pre-production',
  'production',
] as const;

/**
 * Resource type `environment`: somewhere software runs, and where it goes from there.
 */
export const environmentModelLayer = createCatalogModelLayer({
  layerId: 'portal/resource-environment',
  builder: model => {
    model.addKindVersion(
      firstClassType({
        kind: 'Resource',
        specType: 'environment',
        description:
          'A place in which deployed software runs, with its position on the way to production.',
        required: ['stage', 'order', 'production'],
        fields: {
          stage: {
            type: 'string',
            enum: [...environmentStages],
            description: 'what the environment is for',
          },
          order: {
            type: 'integer',
            minimum: 0,
            description:
              'its position on the way to production, counted upwards',
          },
          production: {
            type: 'boolean',
            description:
              'true where customers are served: deployments to it count as production deployments',
          },
          promotesTo: {
            type: 'string',
            minLength: 1,
            description: 'a reference to the environment that comes next',
          },
        },
        relationFields: [
          {
            selector: { path: 'spec.promotesTo' },
            relation: 'promotesTo',
            defaultKind: 'Resource',
            defaultNamespace: 'inherit',
            allowedKinds: ['Resource'],
          },
        ],
      }),
    );
    model.addRelationPair({
      fromKind: 'Resource',
      toKind: 'Resource',
      description:
        'Where software goes after it has proved itself in this environment.',
      forward: { type: 'promotesTo', title: 'promotes to' },
      reverse: { type: 'promotedFrom', title: 'promoted from' },
    });
  },
});
