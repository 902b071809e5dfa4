import type { Entity } from '@backstage/catalog-model';

type Example = {
  annotations?: Record<string, string>;
  spec?: Entity['spec'];
  relations?: Record<string, string>;
};

/** An entity with the relations that the catalog would give it. */
export function example(ref: string, options: Example = {}): Entity {
  const [kind, name] = ref.split(':default/');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: options.annotations,
    },
    spec: options.spec,
    relations: Object.entries(options.relations ?? {}).map(
      ([type, targetRef]) => ({ type, targetRef }),
    ),
  };
}

const documented = { 'backstage.io/techdocs-ref': 'dir:.' };
const production = { type: 'service', lifecycle: 'production' };
const ofTeam = {
  ownedBy: 'group:default/team',
  partOf: 'system:default/sales',
};

/** Two services of a team below a department, one of them documented, and what does not count. */
export const exampleCatalog: Entity[] = [
  example('Group:default/department'),
  example('Group:default/team', {
    relations: { childOf: 'group:default/department' },
  }),
  example('Domain:default/commerce'),
  example('System:default/sales', {
    annotations: { 'backstage.io/techdocs-entity': 'component:default/shop' },
    relations: {
      ownedBy: 'group:default/department',
      partOf: 'domain:default/commerce',
    },
  }),
  example('Component:default/shop', {
    annotations: documented,
    spec: production,
    relations: ofTeam,
  }),
  example('Component:default/till', { spec: production, relations: ofTeam }),
  example('Component:default/lonely', { spec: production }),
  example('Component:default/old', {
    spec: { type: 'service', lifecycle: 'deprecated' },
    relations: ofTeam,
  }),
];
