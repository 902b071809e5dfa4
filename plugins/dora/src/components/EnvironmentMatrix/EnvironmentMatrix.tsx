import { useState } from 'react';
import { Button, Link, Skeleton, Switch } from '@backstage/ui';
import type { RunningVersion } from '@portal/plugin-dora-common';
import {
  DemoLabel,
  ExportMenu,
  formatNumber,
  LoadFailure,
} from '@portal/plugin-metrics-react';
import { useHealthByPlace } from '@portal/plugin-service-health-react';
import { useReloadOnRefresh } from '@portal/plugin-widgets-react';
import { useMatrix, type Matrix } from '../../hooks';
import { matrixHelpPath } from '../../routes';
import { deliverySubject } from '../../words';
import {
  columnsOf,
  exportColumns,
  exportRows,
  runningIn,
} from './matrixColumns';
import { MatrixTable } from './MatrixTable';
import styles from './EnvironmentMatrix.module.css';

/** Properties of {@link EnvironmentMatrix}. */
export type EnvironmentMatrixProps = {
  /** Reference of a group, system or domain, or the scope of everything. */
  scope: string;
  /** Names of the environments to show; all where none are named. */
  only?: readonly string[];
};

/** Which version of each service runs in which environment, and what is behind. */
export function EnvironmentMatrix(props: EnvironmentMatrixProps) {
  const { scope, only } = props;
  const { result, reload, loadMore } = useMatrix(scope);
  useReloadOnRefresh(reload);
  if (result.state === 'loading') {
    return (
      <div aria-busy="true" aria-label="Loading">
        <Skeleton width="100%" height={320} />
      </div>
    );
  }
  if (result.state === 'failed') {
    return (
      <LoadFailure {...deliverySubject} error={result.error} onRetry={reload} />
    );
  }
  return result.value.items.length === 0 ? (
    <p className={styles.note}>
      No deployment of these {formatNumber(result.value.first.total)} services
      is known. <Link href={matrixHelpPath}>Connect what deploys them</Link> to
      see what runs where.
    </p>
  ) : (
    <Filled matrix={result.value} only={only} onLoadMore={loadMore} />
  );
}

function Filled(props: {
  matrix: Matrix;
  only?: readonly string[];
  onLoadMore: () => void;
}) {
  const { matrix, only, onLoadMore } = props;
  const { items, first, hasMore, loadingMore, moreError } = matrix;
  const [onlyBehind, setOnlyBehind] = useState(false);
  const { environments } = first;
  const healthOf = useHealthByPlace(only);
  const columns = columnsOf(environments, items, only);
  const here = items.filter(row =>
    columns.some(column => runningIn(row, column, environments)),
  );
  const rows = onlyBehind
    ? here.filter(row =>
        columns.some(column => isBehind(runningIn(row, column, environments))),
      )
    : here;
  const isDemo = items.some(({ running }) => running.some(({ demo }) => demo));
  return (
    <div className={styles.matrix}>
      <div className={styles.head}>
        <Switch
          label="Only what is behind"
          isSelected={onlyBehind}
          onChange={setOnlyBehind}
        />
        <div className={styles.actions}>
          {isDemo && <DemoLabel />}
          <ExportMenu
            fileName="what-runs-where"
            columns={exportColumns}
            rows={exportRows(rows)}
          />
        </div>
      </div>
      {rows.length === 0 ? (
        <p className={styles.note}>
          {here.length === 0
            ? 'No deployment is known here.'
            : 'The newest version of every service runs here.'}
        </p>
      ) : (
        <MatrixTable
          rows={rows}
          columns={columns}
          environments={environments}
          healthOf={healthOf}
        />
      )}
      {moreError ? (
        <LoadFailure
          {...deliverySubject}
          error={moreError}
          onRetry={onLoadMore}
        />
      ) : undefined}
      <div className={styles.foot}>
        <p className={styles.note} role="status">
          {formatNumber(rows.length)} of {formatNumber(first.measured)} services
          with deployments shown; of{' '}
          {formatNumber(first.total - first.measured)} others no deployment is
          known
        </p>
        {hasMore && (
          <Button
            variant="secondary"
            isPending={loadingMore}
            onPress={onLoadMore}
          >
            Load more
          </Button>
        )}
      </div>
    </div>
  );
}

function isBehind(running: RunningVersion | undefined): boolean {
  return running !== undefined && running.versionsBehind > 0;
}
