import type { ReactNode } from 'react';
import { Link, Text } from '@backstage/ui';
import { explainOverview } from '@portal/plugin-dora-common';
import {
  ComparisonPicker,
  DemoLabel,
  describeComparison,
  ExportMenu,
  formatNumber,
  formatPeriod,
  LoadFailure,
} from '@portal/plugin-metrics-react';
import { useOverview, useServices } from '../../hooks';
import { overviewHelpPath } from '../../routes';
import { useOverviewSelection } from '../../selection';
import { deliveryFileName, deliverySubject } from '../../words';
import { ExplainPanel } from '../ExplainPanel';
import { Movers } from '../Movers';
import { OverviewControls, WindowPicker } from '../OverviewControls';
import { OverviewMetrics } from '../OverviewMetrics';
import { QuickCheckCard } from '../QuickCheckCard';
import { ServiceList } from '../ServiceList';
import { NothingMeasured } from './NothingMeasured';
import { OverviewTrendCard } from './OverviewTrendCard';
import { summaryColumns, summaryRows } from './summaryColumns';
import { describePast } from './describePast';
import styles from './OverviewContent.module.css';

/** Properties of {@link OverviewContent}. */
export type OverviewContentProps = {
  /** Reference of a group, system or domain, or the scope of everything. */
  scope: string;
  /** Names the scope, or lets the reader choose another. */
  title: ReactNode;
};

/** The delivery of the services of a scope: the answer, why, and what is behind it. */
export function OverviewContent(props: OverviewContentProps) {
  const { scope, title } = props;
  const page = useOverviewSelection();
  const { selection, change } = page;
  const { days, compare, metric } = selection;
  const question = { ...selection, scope };
  const { result, reload: reloadOverview } = useOverview(question);
  const services = useServices(question);
  const reload = () => {
    reloadOverview();
    services.reload();
  };
  const ready = result.state === 'ready' ? result.value : undefined;
  const overview = ready?.overview;
  const nothing = overview?.measured === 0;
  const definition = ready?.definitions.find(({ id }) => id === metric);
  const only =
    overview?.measured === 1 && services.result.state === 'ready'
      ? services.result.value.items[0]?.metrics
      : undefined;
  const fileName = deliveryFileName(scope, `${days}-days`);

  return (
    <section className={styles.page} aria-label="Delivery of services">
      <header className={styles.head}>
        <div className={styles.scope}>
          {title}
          {overview?.demo ? <DemoLabel /> : undefined}
        </div>
        <div className={styles.period}>
          <div className={styles.pickers}>
            <WindowPicker
              days={days}
              onSelect={next => change({ days: next })}
            />
            <ComparisonPicker
              comparison={compare}
              onCompare={next => change({ compare: next })}
            />
          </div>
          <ExportMenu
            fileName={fileName}
            columns={summaryColumns}
            rows={ready ? summaryRows(ready.overview, ready.definitions) : []}
          />
        </div>
      </header>
      <div className={styles.filters}>
        <OverviewControls
          {...page}
          environments={overview?.environments ?? []}
        />
      </div>
      <p className={styles.text} role="status">
        {overview
          ? `${formatNumber(overview.measured)} of ${formatNumber(
              overview.services,
            )} services are measured. ${formatPeriod(
              overview.period,
            )}, compared with ${formatPeriod(
              overview.comparison,
            )} (UTC). ${describePast(selection)}`
          : ' '}
      </p>
      {result.state === 'failed' ? (
        <LoadFailure
          {...deliverySubject}
          error={result.error}
          onRetry={reload}
        />
      ) : undefined}
      {overview && nothing ? (
        <NothingMeasured services={overview.services} />
      ) : (
        <>
          <OverviewMetrics
            result={result}
            metric={metric}
            comparison={compare}
            onSelect={next => change({ metric: next })}
          />
          <p className={styles.text}>
            Compare a service with its own past, not with others, and never
            people: different work has different figures.{' '}
            <Link href={overviewHelpPath}>How to read this</Link>
          </p>
          <OverviewTrendCard
            result={result}
            question={question}
            metric={metric}
          />
          {overview && definition ? (
            <>
              <ExplainPanel
                definition={definition}
                result={{
                  state: 'ready',
                  value: { metrics: explainOverview(overview) },
                }}
                onRetry={reload}
              />
              <Movers
                definition={definition}
                metric={overview.metrics[metric]}
                shared={selection}
                before={describeComparison(overview.period, compare)}
              />
            </>
          ) : undefined}
          {only ? <QuickCheckCard metrics={only} /> : undefined}
        </>
      )}
      {result.state === 'failed' || overview?.services === 0 ? undefined : (
        <ServiceList
          {...page}
          result={services.result}
          onRetry={services.reload}
          onLoadMore={services.loadMore}
          fileName={`${fileName}-services`}
        />
      )}
    </section>
  );
}

/** The heading of a view whose scope is fixed. */
export function FixedTitle() {
  return (
    <Text as="h2" variant="title-small" className={styles.title}>
      Delivery
    </Text>
  );
}
