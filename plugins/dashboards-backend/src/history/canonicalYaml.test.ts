import type { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { canonicalYaml } from './canonicalYaml';

const dashboard = {
  apiVersion: 'portal/v1alpha1',
  kind: 'Dashboard',
  metadata: {
    name: 'prod1',
    namespace: 'default',
    uid: '1',
    etag: '2',
    annotations: {
      'backstage.io/managed-by-location': 'file:/x',
      'portal/demo': 'true',
    },
  },
  spec: {
    tiles: [{ wide: { row: 1, column: 2 }, widget: 'X', id: 'a' }],
    owner: 'b',
    type: 'team',
  },
  relations: [],
};

it('has what people wrote, in the order in which it is read', () => {
  expect(canonicalYaml(dashboard)).toBe(`apiVersion: portal/v1alpha1
kind: Dashboard
metadata:
  name: prod1
  annotations:
    portal/demo: "true"
spec:
  type: team
  owner: b
  tiles:
    - id: a
      widget: X
      wide:
        column: 2
        row: 1
`);
});

it('is the same for the same content, in whatever order its keys are', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      (values: object) => {
        const spec = values as JsonObject;
        const reversed = Object.fromEntries(Object.entries(spec).reverse());
        expect(canonicalYaml({ ...dashboard, spec })).toBe(
          canonicalYaml({ ...dashboard, spec: reversed }),
        );
      },
    ),
  );
});
