import {
  CatalogFilterLayout,
  EntityListProvider,
  type EntityListPagination,
} from '@backstage/plugin-catalog-react';
import { Container } from '@backstage/ui';
import type { ReactNode } from 'react';
import { EntityList } from '../EntityList';

/** Properties of {@link CatalogPage}. */
export type CatalogPageProps = {
  /** The filters that extensions bring, in their order. */
  filters: ReactNode;
  /** How the catalog is paged, as in the configuration of `page:catalog`. */
  pagination: EntityListPagination;
};

/** What is in the catalog: filters, and the entities that they leave. */
export function CatalogPage(props: CatalogPageProps) {
  return (
    <EntityListProvider pagination={props.pagination}>
      <Container>
        <CatalogFilterLayout>
          <CatalogFilterLayout.Filters>
            {props.filters}
          </CatalogFilterLayout.Filters>
          <CatalogFilterLayout.Content>
            <EntityList />
          </CatalogFilterLayout.Content>
        </CatalogFilterLayout>
      </Container>
    </EntityListProvider>
  );
}
