import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import type { IdentityApi } from '@backstage/frontend-plugin-api';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { announcementKind } from '@portal/plugin-widgets-common';
import { selectAnnouncements, type Announcement } from './selectAnnouncements';

/** More nobody has to say at the same time. */
const most = 500;

/** What a reader should know now; of one group alone where `owner` is set. */
export async function readAnnouncements(
  apis: {
    catalog: Pick<CatalogApi, 'queryEntities'>;
    identity: Pick<IdentityApi, 'getBackstageIdentity'>;
  },
  options: { owner?: string; now: Date },
): Promise<Announcement[]> {
  const [{ items }, { ownershipEntityRefs }] = await Promise.all([
    apis.catalog.queryEntities({
      filter: { kind: announcementKind },
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.title',
        'spec',
      ],
      limit: most,
    }),
    apis.identity.getBackstageIdentity(),
  ]);
  return selectAnnouncements(items, {
    now: options.now,
    ownershipRefs: ownershipEntityRefs,
    ownerRef:
      options.owner &&
      stringifyEntityRef(
        parseEntityRef(options.owner, {
          defaultKind: 'Group',
          defaultNamespace: 'default',
        }),
      ),
  });
}
