import {
  Button,
  Card,
  Skeleton,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { RiArrowDownLine } from '@remixicon/react';
import {
  doraMetricDefinitions,
  type DoraMetricId,
  type ServiceOrder,
} from '@portal/plugin-dora-common';
import {
  ExportMenu,
  formatNumber,
  LoadFailure,
  type Loaded,
} from '@portal/plugin-metrics-react';
import type { Services } from '../../hooks';
import type { SelectionOfPage } from '../../selection';
import { deliverySubject } from '../../words';
import { serviceColumns } from './serviceColumns';
import { ServiceRow } from './ServiceRow';
import styles from './ServiceList.module.css';

/** Properties of {@link ServiceList}. */
export type ServiceListProps = SelectionOfPage & {
  result: Loaded<Services>;
  onRetry: () => void;
  onLoadMore: () => void;
  /** Without an ending. */
  fileName: string;
};

const orders: { id: ServiceOrder; label: string }[] = [
  { id: 'value', label: 'Worst first' },
  { id: 'change', label: 'Declined most first' },
  { id: 'name', label: 'By name' },
];

function HeaderRow(props: SelectionOfPage) {
  const { selection, change } = props;
  const { metric, order } = selection;
  const sortBy = (id: DoraMetricId) =>
    change({ metric: id, order: order === 'name' ? 'value' : order });
  return (
    <div role="rowgroup" className={styles.header}>
      <div role="row" className={styles.row}>
        <span
          role="columnheader"
          className={styles.nameCell}
          aria-sort={order === 'name' ? 'ascending' : undefined}
        >
          <button
            type="button"
            className={styles.sort}
            onClick={() => change({ order: 'name' })}
          >
            Service
            {order === 'name' ? (
              <RiArrowDownLine size="1em" aria-hidden="true" />
            ) : undefined}
          </button>
        </span>
        {doraMetricDefinitions.map(({ id, title }) => {
          const sorted = id === metric && order !== 'name';
          return (
            <span
              key={id}
              role="columnheader"
              className={styles.cell}
              aria-sort={sorted ? 'other' : undefined}
            >
              <button
                type="button"
                className={styles.sort}
                onClick={() => sortBy(id)}
              >
                {title}
                {sorted ? (
                  <RiArrowDownLine size="1em" aria-hidden="true" />
                ) : undefined}
              </button>
            </span>
          );
        })}
      </div>
    </div>
  );
}

function ServiceTable(props: ServiceListProps & { services: Services }) {
  const { services, selection, change, onLoadMore } = props;
  const { items, hasMore, loadingMore, moreError, first } = services;
  return (
    <>
      <div
        role="table"
        aria-label="Services"
        aria-rowcount={first.total + 1}
        className={styles.table}
      >
        <HeaderRow selection={selection} change={change} />
        <div role="rowgroup">
          {items.map(service => (
            <ServiceRow
              key={service.entityRef}
              service={service}
              definitions={doraMetricDefinitions}
              selection={selection}
            />
          ))}
        </div>
      </div>
      {moreError ? (
        <LoadFailure
          {...deliverySubject}
          error={moreError}
          onRetry={onLoadMore}
        />
      ) : undefined}
      <div className={styles.foot}>
        <p className={styles.text} role="status">
          {formatNumber(items.length)} of {formatNumber(first.total)} services
          shown
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

function ServiceListBody(props: ServiceListProps) {
  const { result, onRetry } = props;
  if (result.state === 'loading') {
    return <Skeleton width="100%" height={480} />;
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
  return result.value.items.length === 0 ? (
    <p className={styles.text}>There are no services here.</p>
  ) : (
    <ServiceTable {...props} services={result.value} />
  );
}

/** The services of a scope with their figures, sorted by the backend, a page at a time. */
export function ServiceList(props: ServiceListProps) {
  const { result, selection, change, fileName } = props;
  return (
    <Card className={styles.card} aria-busy={result.state === 'loading'}>
      <div className={styles.head}>
        <Text as="h3" variant="title-x-small" className={styles.title}>
          Services
        </Text>
        <div className={styles.actions}>
          <ToggleButtonGroup
            aria-label="Order of services"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[selection.order]}
            onSelectionChange={keys => {
              const chosen = orders.find(({ id }) => keys.has(id));
              if (chosen) {
                change({ order: chosen.id });
              }
            }}
          >
            {orders.map(({ id, label }) => (
              <ToggleButton key={id} id={id} size="small">
                {label}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <ExportMenu
            fileName={fileName}
            columns={serviceColumns}
            rows={result.state === 'ready' ? result.value.items : []}
          />
        </div>
      </div>
      <ServiceListBody {...props} />
    </Card>
  );
}
