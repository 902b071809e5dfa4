import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { EntityColumn } from './columnsOfKind';
import { EntityRow } from './EntityRow';

/** A line for each entity. */
export function EntityRows(props: {
  columns: EntityColumn[];
  entities: Entity[];
}) {
  return (
    <div role="rowgroup">
      {props.entities.map(entity => (
        <EntityRow
          key={stringifyEntityRef(entity)}
          entity={entity}
          columns={props.columns}
        />
      ))}
    </div>
  );
}
