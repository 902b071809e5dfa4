/** The group of the templates of tests. */
export const teamEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team' },
  spec: { type: 'team', children: [] },
};

/** Environments of a catalog, in promotion order; the last is production. */
export const environmentEntities = ['DEV1', 'UAT1', 'PROD1'].map(
  (name, index) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name },
    spec: {
      type: 'environment',
      owner: 'group:default/team',
      stage: ['development', 'acceptance', 'production'][index],
      order: index + 1,
      production: name === 'PROD1',
    },
  }),
);

/** As the field `EnvironmentPicker` gives them. */
export const [dev, uat, prod] = environmentEntities.map(
  ({ metadata: { name }, spec: { production } }) => ({
    ref: `resource:default/${name.toLocaleLowerCase('en-US')}`,
    name,
    production,
    size: 'small',
    ...(production && { approval: 'Agreed in the change board.' }),
  }),
);
