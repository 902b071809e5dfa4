import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogEntityCreatePermission } from '@backstage/plugin-catalog-common/alpha';
import {
  EntityTextFilter,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, SearchField, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import { describeList } from './describeList';
import styles from './EntityList.module.css';

const typingPauseMs = 250;

/** What the list shows and how much of it, a search in it, and a way to add to it. */
export function ListToolbar() {
  const { filters, totalItems, totalItemsLoading } = useEntityList();
  const total = totalItemsLoading ? undefined : totalItems;
  return (
    <div className={styles.toolbar}>
      <Text
        as="h2"
        variant="title-x-small"
        id="entity-list-title"
        className={styles.title}
      >
        {describeList({ ...filters, total })}
      </Text>
      <ListSearch />
      <CreateLink />
    </div>
  );
}

function ListSearch() {
  const { queryParameters, updateFilters } = useEntityList();
  const inAddress = [queryParameters.text].flat()[0] ?? '';
  const [text, setText] = useState(inAddress);

  useEffect(() => setText(inAddress), [inAddress]);
  useEffect(() => {
    const timer = setTimeout(
      () =>
        updateFilters({ text: text ? new EntityTextFilter(text) : undefined }),
      typingPauseMs,
    );
    return () => clearTimeout(timer);
  }, [text, updateFilters]);

  return (
    <SearchField
      className={styles.search}
      aria-label="Search in this list"
      placeholder="Search in this list"
      value={text}
      onChange={setText}
    />
  );
}

function CreateLink() {
  const createPage = useRouteRef(catalogPlugin.externalRoutes.createComponent);
  const { allowed } = usePermission({
    permission: catalogEntityCreatePermission,
  });
  if (!createPage || !allowed) {
    return null;
  }
  return (
    <ButtonLink
      href={createPage()}
      iconStart={<RiAddLine aria-hidden="true" />}
    >
      Create
    </ButtonLink>
  );
}
