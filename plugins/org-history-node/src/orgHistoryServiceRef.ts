import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { OrgHistoryClient } from '@portal/plugin-org-history-common';
import {
  DefaultOrgHistoryService,
  type OrgHistoryService,
} from './OrgHistoryService';

/**
 * The history of ownership and structure, asked with the credentials of the plugin that depends on it.
 *
 * @public
 */
export const orgHistoryServiceRef = createServiceRef<OrgHistoryService>({
  id: 'org-history',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: ({ auth, discovery }) =>
        DefaultOrgHistoryService.create({
          auth,
          client: new OrgHistoryClient({
            discoveryApi: discovery,
            fetchApi: { fetch },
          }),
        }),
    }),
});
