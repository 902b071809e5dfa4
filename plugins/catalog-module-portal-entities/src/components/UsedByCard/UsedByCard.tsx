import { RELATION_DEPENDENCY_OF } from '@backstage/catalog-model';
import {
  entityDataTableColumns,
  EntityRelationCard,
} from '@backstage/plugin-catalog-react/alpha';

const columns = [
  entityDataTableColumns.createEntityRefColumn({}),
  entityDataTableColumns.createSpecTypeColumn(),
  entityDataTableColumns.createOwnerColumn(),
];

/** Who would notice if this library or dataset changed. */
export function UsedByCard() {
  return (
    <EntityRelationCard
      title="Used by"
      relationType={RELATION_DEPENDENCY_OF}
      columnConfig={columns}
      emptyState={{
        message:
          'Nothing in the catalog says that it uses this. Users name it in spec.dependsOn of their catalog file.',
      }}
    />
  );
}
