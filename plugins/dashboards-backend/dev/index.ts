import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/*
 * The plugin alone, for `yarn start` in this folder. It needs a PostgreSQL: `backend.database` in an app-config.local.yaml
 * here. Requests need no sign-in:
 *
 *   curl localhost:7007/api/dashboards/v1/boards
 */
const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(catalogServiceMock.factory({ entities: [] }));
backend.add(import('../src'));

backend.start();
