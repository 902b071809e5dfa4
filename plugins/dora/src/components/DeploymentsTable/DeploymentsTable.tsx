import {
  Button,
  Card,
  Cell,
  Column,
  Link,
  Row,
  Skeleton,
  TableBody,
  TableHeader,
  TableRoot,
  Text,
} from '@backstage/ui';
import type { Deployment } from '@portal/plugin-dora-common';
import {
  DemoLabel,
  ExportMenu,
  formatDuration,
  formatNumber,
  LoadFailure,
  TimeAgo,
  type Loaded,
} from '@portal/plugin-metrics-react';
import type { Deployments } from '../../hooks';
import { deliverySubject, nameDeployment } from '../../words';
import { deploymentColumns, noLeadTime } from './deploymentColumns';
import { DeploymentOutcome } from './DeploymentOutcome';
import styles from './DeploymentsTable.module.css';

/** Properties of {@link DeploymentsTable}. */
export type DeploymentsTableProps = {
  result: Loaded<Deployments>;
  onRetry: () => void;
  onLoadMore: () => void;
  /** Where the details of a deployment are shown. */
  hrefOf: (id: string) => string;
  /** Without an ending. */
  fileName: string;
};

function DeploymentRows(props: {
  items: Deployment[];
  hrefOf: (id: string) => string;
}) {
  const { items, hrefOf } = props;
  return (
    <div className={styles.scroll}>
      <TableRoot aria-label="Deployments, newest first">
        <TableHeader>
          <Column isRowHeader>Deployment</Column>
          <Column>When</Column>
          <Column>Changes</Column>
          <Column>Median lead time</Column>
          <Column>Outcome</Column>
        </TableHeader>
        <TableBody>
          {items.map(deployment => (
            <Row key={deployment.id} id={deployment.id}>
              <Cell>
                <span className={styles.name}>
                  <Link href={hrefOf(deployment.id)} title={deployment.sha}>
                    <bdi>{nameDeployment(deployment)}</bdi>
                  </Link>
                  {deployment.demo ? <DemoLabel /> : undefined}
                </span>
              </Cell>
              <Cell>
                <TimeAgo at={deployment.deployedAt} />
              </Cell>
              <Cell>{formatNumber(deployment.changes)}</Cell>
              <Cell>
                {deployment.leadTimeMedian === undefined
                  ? noLeadTime
                  : formatDuration(deployment.leadTimeMedian)}
              </Cell>
              <Cell>
                <DeploymentOutcome deployment={deployment} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </TableRoot>
    </div>
  );
}

function DeploymentsBody(props: DeploymentsTableProps) {
  const { result, onRetry, onLoadMore, hrefOf } = props;
  if (result.state === 'loading') {
    return <Skeleton width="100%" height={240} />;
  }
  if (result.state === 'failed') {
    return (
      <LoadFailure
        {...deliverySubject}
        error={result.error}
        onRetry={onRetry}
      />
    );
  }
  const { items, hasMore, loadingMore, moreError } = result.value;
  if (items.length === 0) {
    return (
      <p className={styles.text}>
        No production deployment in this period. A longer one may show some.
      </p>
    );
  }
  return (
    <>
      <DeploymentRows items={items} hrefOf={hrefOf} />
      {moreError ? (
        <LoadFailure
          {...deliverySubject}
          error={moreError}
          onRetry={onLoadMore}
        />
      ) : undefined}
      <div className={styles.foot}>
        <p className={styles.text} role="status">
          {formatNumber(items.length)}{' '}
          {items.length === 1 ? 'deployment' : 'deployments'} shown
          {hasMore ? '' : ', no more in this period'}
        </p>
        {hasMore ? (
          <Button
            variant="secondary"
            isPending={loadingMore}
            onPress={onLoadMore}
          >
            Load more
          </Button>
        ) : undefined}
      </div>
    </>
  );
}

/** The deployments that the figures rest on, newest first. */
export function DeploymentsTable(props: DeploymentsTableProps) {
  const { result, fileName } = props;
  return (
    <Card className={styles.card} aria-busy={result.state === 'loading'}>
      <div className={styles.head}>
        <Text as="h3" variant="title-x-small" className={styles.title}>
          Deployments
        </Text>
        <ExportMenu
          fileName={fileName}
          columns={deploymentColumns}
          rows={result.state === 'ready' ? result.value.items : []}
        />
      </div>
      <DeploymentsBody {...props} />
    </Card>
  );
}
