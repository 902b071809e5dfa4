import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { getEntityRelations } from '@backstage/plugin-catalog-react';
import { memo } from 'react';
import type { EntityColumn } from './columnsOfKind';
import { EntityName } from './EntityName';
import { StarButton } from './StarButton';
import styles from './EntityList.module.css';

/** Properties of {@link EntityRow}. */
export type EntityRowProps = { entity: Entity; columns: EntityColumn[] };

function CellValue(props: { entity: Entity; column: EntityColumn }) {
  const { entity, column } = props;
  if ('text' in column) {
    return <span className={styles.text}>{column.text(entity) ?? '–'}</span>;
  }
  const targets = getEntityRelations(
    entity,
    column.relation,
    column.onlyKind ? { kind: column.onlyKind } : undefined,
  );
  return (
    <span className={styles.text}>
      {targets.length === 0 ? '–' : undefined}
      {targets.map((target, index) => (
        <span key={stringifyEntityRef(target)}>
          {index ? ', ' : ''}
          <EntityName entityRef={target} defaultKind="group" />
        </span>
      ))}
    </span>
  );
}

function DrawnRow(props: EntityRowProps) {
  const { entity, columns } = props;
  return (
    <div role="row" className={styles.row}>
      <div role="cell" className={styles.nameCell}>
        <EntityName entityRef={entity} className={styles.name} />
        {entity.metadata.description ? (
          <span
            className={styles.description}
            title={entity.metadata.description}
          >
            {entity.metadata.description}
          </span>
        ) : undefined}
      </div>
      {columns.map(column => (
        <div
          role="cell"
          className={styles.cell}
          data-short={'text' in column || undefined}
          key={column.id}
        >
          <span className={styles.cellLabel} aria-hidden="true">
            {column.label}
          </span>
          <CellValue entity={entity} column={column} />
        </div>
      ))}
      <div role="cell" className={styles.starCell}>
        <StarButton entity={entity} />
      </div>
    </div>
  );
}

function isSameRow(before: EntityRowProps, after: EntityRowProps): boolean {
  const { uid, etag } = before.entity.metadata;
  return (
    uid !== undefined &&
    uid === after.entity.metadata.uid &&
    etag === after.entity.metadata.etag &&
    idsOf(before.columns) === idsOf(after.columns)
  );
}

function idsOf(columns: EntityColumn[]): string {
  return columns.map(column => column.id).join();
}

/**
 * What the list says of one entity. Each answer of the catalog is made of new objects; a line is drawn again only where its
 * entity is another.
 */
export const EntityRow = memo(DrawnRow, isSameRow);
