import { mockServices } from '@backstage/backend-test-utils';
import { createBackend } from '@backstage/backend-defaults';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/*
 * The plugin alone, for `yarn start` in this folder. It needs a PostgreSQL: `backend.database` in an app-config.local.yaml
 * here. Requests need no sign-in; the catalog is read after five seconds and then every minute:
 *
 *   curl 'localhost:7007/api/org-history/v1/entities/component/default/sample/edges'
 */
const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  catalogServiceMock.factory({
    entities: [
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'sample', namespace: 'default' },
        spec: { type: 'service', lifecycle: 'production', owner: 'team' },
        relations: [{ type: 'ownedBy', targetRef: 'group:default/team' }],
      },
    ],
  }),
);
backend.add(import('../src'));

backend.start();
