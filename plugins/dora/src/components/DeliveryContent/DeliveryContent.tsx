import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import {
  datesOf,
  DemoLabel,
  ExportMenu,
  formatPeriod,
  LoadFailure,
  PeriodPicker,
  usePeriod,
} from '@portal/plugin-metrics-react';
import {
  useDelivery,
  useDeployments,
  useExplanation,
  useFocusOnceSettled,
} from '../../hooks';
import { deploymentParam } from '../../routes';
import { repositoryLinks } from '../../repository';
import { useOverviewSelection, useParams } from '../../selection';
import { deliveryFileName, deliverySubject } from '../../words';
import { DeploymentCalendar } from '../DeploymentCalendar';
import { DeploymentDialog } from '../DeploymentDialog';
import { DeploymentsTable } from '../DeploymentsTable';
import { ExplainPanel, Unattributed } from '../ExplainPanel';
import { LeadTimeCard } from '../LeadTimeCard';
import { MetricTiles } from '../MetricTiles';
import { EditionSelect, EnvironmentSelect } from '../OverviewControls';
import { QuickCheckCard } from '../QuickCheckCard';
import { SourceStatus } from '../SourceStatus';
import { ChosenTrend } from './ChosenTrend';
import { figureColumns, figureRows } from './figureColumns';
import styles from './DeliveryContent.module.css';

/** The delivery tab of a component: the figures, their trend, the deployments under them, and their sources. */
export function DeliveryContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { selection, period, comparison, compared, select, compare } =
    usePeriod();
  const { selection: chosen, change: choose } = useOverviewSelection();
  const { metric, environment, edition } = chosen;
  const { params, change, hrefWith } = useParams();
  const shownDeployment = params.get(deploymentParam);
  const question = { entityRef, period, environment };
  const delivery = useDelivery({ ...question, compared, edition });
  const explanation = useExplanation(question);
  const deployments = useDeployments(question);
  const { result } = delivery;
  const reload = () => {
    delivery.reload();
    explanation.reload();
    deployments.reload();
  };
  const ready = result.state === 'ready' ? result.value : undefined;
  const sources = ready?.sources ?? [];
  const demo = sources.some(source => source.demo);
  const definition = ready?.definitions.find(({ id }) => id === metric);
  const explained =
    explanation.result.state === 'ready' ? explanation.result.value : undefined;
  const dates = datesOf(period);
  const fileName = deliveryFileName(
    [entityRef, environment].filter(Boolean).join('-'),
    `${dates.from}-${dates.to}`,
  );
  const { target: deploymentList, goThere } = useFocusOnceSettled(
    [result, explanation.result, deployments.result].every(
      ({ state }) => state !== 'loading',
    ),
  );
  const showDeploymentsOf = (days: { from: string; to: string }) => {
    change({ ...days, period: undefined });
    goThere();
  };

  return (
    <section className={styles.page} aria-label="Delivery">
      <header className={styles.head}>
        <div className={styles.scope}>
          <Text as="h2" variant="title-small" className={styles.title}>
            Delivery
          </Text>
          <Text as="p" color="secondary" className={styles.title}>
            {formatPeriod(period)} (UTC)
          </Text>
          {demo ? <DemoLabel /> : undefined}
        </div>
        <div className={styles.period}>
          <PeriodPicker
            selection={selection}
            suggestion={dates}
            onSelect={select}
            comparison={comparison}
            onCompare={compare}
          />
          <ExportMenu
            fileName={fileName}
            columns={figureColumns}
            rows={ready ? figureRows(ready, { entityRef, environment }) : []}
          />
        </div>
      </header>
      <div className={styles.filters}>
        <EnvironmentSelect
          environment={environment}
          environments={(explained?.environments ?? []).flatMap(
            ({ name }) => name ?? [],
          )}
          onSelect={name => choose({ environment: name })}
        />
        <EditionSelect
          edition={edition}
          onSelect={year => choose({ edition: year })}
        />
      </div>
      {result.state === 'failed' ? (
        <LoadFailure
          {...deliverySubject}
          error={result.error}
          onRetry={reload}
        />
      ) : undefined}
      <MetricTiles
        result={result}
        period={period}
        comparison={comparison}
        onRetry={reload}
        actionOf={id => ({
          kind: 'select',
          selected: id === metric,
          onSelect: () => choose({ metric: id }),
        })}
      />
      <ChosenTrend
        result={result}
        metric={metric}
        onOpen={point => showDeploymentsOf(datesOf(point.period))}
      />
      {ready && definition ? (
        <>
          <ExplainPanel
            definition={definition}
            result={explanation.result}
            onRetry={explanation.reload}
          >
            {metric === 'changeFailRate' ? (
              <Unattributed entityRef={entityRef} period={period} />
            ) : undefined}
          </ExplainPanel>
          {explained ? (
            <LeadTimeCard
              leadTimes={explained.leadTimes}
              fileName={`${fileName}-lead-time`}
            />
          ) : undefined}
          <DeploymentCalendar
            {...question}
            demo={demo}
            onOpen={date => showDeploymentsOf({ from: date, to: date })}
          />
        </>
      ) : undefined}
      {result.state === 'failed' ? undefined : (
        <div ref={deploymentList} tabIndex={-1} className={styles.target}>
          <DeploymentsTable
            result={deployments.result}
            onRetry={deployments.reload}
            onLoadMore={deployments.loadMore}
            hrefOf={id => hrefWith({ [deploymentParam]: id })}
            fileName={`${fileName}-deployments`}
          />
        </div>
      )}
      {ready ? (
        <>
          <QuickCheckCard metrics={ready.metrics.metrics} />
          <SourceStatus sources={sources} />
        </>
      ) : undefined}
      {shownDeployment ? (
        <DeploymentDialog
          entityRef={entityRef}
          id={shownDeployment}
          onClose={() => change({ [deploymentParam]: undefined })}
          links={repositoryLinks(entity)}
        />
      ) : undefined}
    </section>
  );
}
