import { Container, SearchField, Table, Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import { LoadFailure } from '../LoadFailure';
import { PromotePaths } from '../PromotePath';
import { EmptyList } from './EmptyList';
import {
  datasetList,
  environmentList,
  libraryList,
  TypeList,
} from './typeLists';
import styles from './TypeListPage.module.css';
import { useTypeTable } from './useTypeTable';

/** All entities of a type: what they are, a search, and a table. */
function TypeListPage(props: { list: TypeList; lead?: ReactNode }) {
  const { list, lead } = props;
  const { tableProps, search, reload } = useTypeTable(list);
  const { error } = tableProps;

  return (
    <Container>
      <div className={styles.page}>
        <Text as="p" color="secondary" className={styles.description}>
          {list.description}
        </Text>
        {lead}
        <SearchField
          className={styles.search}
          aria-label={`Search ${list.plural}`}
          placeholder={`Search ${list.plural}`}
          value={search.value}
          onChange={search.onChange}
        />
        {error ? (
          <LoadFailure
            what={`the ${list.plural}`}
            error={error}
            onRetry={reload}
          />
        ) : (
          <div className={styles.scroll}>
            <Table
              {...tableProps}
              columnConfig={list.columns}
              emptyState={
                <EmptyList
                  list={list}
                  search={search.value}
                  onClear={() => search.onChange('')}
                />
              }
            />
          </div>
        )}
      </div>
    </Container>
  );
}

/** Libraries. */
export function LibrariesPage() {
  return <TypeListPage list={libraryList} />;
}

/** Datasets. */
export function DatasetsPage() {
  return <TypeListPage list={datasetList} />;
}

/** Environments, and above them the way to production. */
export function EnvironmentsPage() {
  return <TypeListPage list={environmentList} lead={<PromotePaths />} />;
}
