import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router-dom';
import { Content } from '@backstage/core-components';
import {
  CatalogFilterLayout,
  EntityKindPicker,
  EntityListProvider,
  EntityOwnerPicker,
  EntitySearchBar,
  EntityTagPicker,
  UserListPicker,
} from '@backstage/plugin-catalog-react';
import { catalogEntityCreatePermission } from '@backstage/plugin-catalog-common/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { TemplateCategoryPicker } from '@backstage/plugin-scaffolder-react/alpha';
import { Link } from '@backstage/ui';
import { OrderedTemplates } from './OrderedTemplates';
import styles from './TemplateList.module.css';

/** The scaffolder's page of templates, with a list that has an order. What is below a template stays the scaffolder's. */
export function TemplateList({ children }: { children: ReactNode }) {
  return (
    <Routes>
      <Route index element={<List />} />
      <Route path="*" element={children} />
    </Routes>
  );
}

function List() {
  const { allowed } = usePermission({
    permission: catalogEntityCreatePermission,
  });
  return (
    <EntityListProvider>
      <Content>
        {allowed && (
          <p className={styles.register}>
            <Link href="/catalog-import">Register what exists</Link>
          </p>
        )}
        <CatalogFilterLayout>
          <CatalogFilterLayout.Filters>
            <EntitySearchBar />
            <EntityKindPicker initialFilter="template" hidden />
            <UserListPicker
              initialFilter="all"
              availableFilters={['all', 'starred']}
            />
            <TemplateCategoryPicker />
            <EntityTagPicker />
            <EntityOwnerPicker />
          </CatalogFilterLayout.Filters>
          <CatalogFilterLayout.Content>
            <OrderedTemplates />
          </CatalogFilterLayout.Content>
        </CatalogFilterLayout>
      </Content>
    </EntityListProvider>
  );
}
