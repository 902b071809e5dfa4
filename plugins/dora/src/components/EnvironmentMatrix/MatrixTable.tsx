import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { MatrixEnvironment, MatrixRow } from '@portal/plugin-dora-common';
import { ScrollBox, useEntityHref } from '@portal/plugin-metrics-react';
import type { HealthByPlace } from '@portal/plugin-service-health-react';
import { deliveryPath } from '../../routes';
import { MatrixCell } from './MatrixCell';
import { runningIn, type MatrixColumn } from './matrixColumns';
import styles from './EnvironmentMatrix.module.css';

/** Services down, environments across, in their order on the way to production. */
export function MatrixTable(props: {
  rows: readonly MatrixRow[];
  columns: readonly MatrixColumn[];
  environments: readonly MatrixEnvironment[];
  healthOf: HealthByPlace;
}) {
  const { rows, columns, environments, healthOf } = props;
  return (
    <ScrollBox label="What runs where">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Service</th>
            {columns.map(({ title, environment }) => (
              <th key={title} scope="col">
                {title}
                {environment?.production && (
                  <span className={styles.production}>Production</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.entityRef}>
              <th scope="row">
                <ServiceName entityRef={row.entityRef} />
              </th>
              {columns.map(column => (
                <td key={column.title}>
                  <MatrixCell
                    running={runningIn(row, column, environments)}
                    health={
                      column.environment &&
                      healthOf(row.entityRef, column.environment.name)
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function ServiceName({ entityRef }: { entityRef: string }) {
  const linkTo = useEntityHref();
  const { primaryTitle } = useEntityPresentation(entityRef, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
  return (
    <Link
      href={`${linkTo(entityRef)}/${deliveryPath}`}
      className={styles.name}
      title={primaryTitle}
    >
      <bdi>{primaryTitle}</bdi>
    </Link>
  );
}
