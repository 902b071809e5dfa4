import { Entity } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback, useEffect, useState } from 'react';

/** How many are shown. */
export const ownedShown = 6;

interface OwnedEntity {
  href: string;
  title: string;
  kind: string;
}

interface Owned {
  entities: OwnedEntity[];
  total: number;
}

function describe(entity: Entity): OwnedEntity {
  const { namespace = 'default', name, title } = entity.metadata;
  const type = entity.spec?.type;
  return {
    href: `/catalog/${namespace}/${entity.kind.toLowerCase()}/${name}`,
    title: title ?? name,
    kind: typeof type === 'string' ? `${entity.kind} · ${type}` : entity.kind,
  };
}

/** Asks the catalog for what the user or one of the user's teams owns. */
export function useOwnedEntities() {
  const catalog = useApi(catalogApiRef);
  const identity = useApi(identityApiRef);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<{ owned?: Owned; error?: Error }>({});

  useEffect(() => {
    let gone = false;
    const load = async (): Promise<Owned> => {
      const { ownershipEntityRefs } = await identity.getBackstageIdentity();
      const { items, totalItems } = await catalog.queryEntities({
        filter: {
          'relations.ownedBy': ownershipEntityRefs,
          kind: ['Component', 'API', 'System', 'Resource', 'Domain'],
        },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.type',
        ],
        orderFields: [{ field: 'metadata.name', order: 'asc' }],
        limit: ownedShown,
      });
      return { entities: items.map(describe), total: totalItems };
    };
    load().then(
      owned => !gone && setState({ owned }),
      error => !gone && setState({ error }),
    );
    return () => {
      gone = true;
    };
  }, [catalog, identity, attempt]);

  const retry = useCallback(() => {
    setState({});
    setAttempt(count => count + 1);
  }, []);
  return { ...state, retry };
}
