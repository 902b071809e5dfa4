import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import {
  DemoLabel,
  formatPeriod,
  LoadFailure,
  PeriodPicker,
  usePeriod,
} from '@portal/plugin-metrics-react';
import { useDelivery, useDeployments, useExplanation } from '../../hooks';
import { deploymentParam, environmentParam } from '../../routes';
import { useParams } from '../../selection';
import { deliverySubject } from '../../words';
import { DeploymentCalendar } from '../DeploymentCalendar';
import { DeploymentDialog } from '../DeploymentDialog';
import { DeploymentsTable } from '../DeploymentsTable';
import { ExplainPanel } from '../ExplainPanel';
import { LeadTimeCard } from '../LeadTimeCard';
import { MetricTiles } from '../MetricTiles';
import { EnvironmentSelect } from '../OverviewControls';
import { QuickCheckCard } from '../QuickCheckCard';
import { SourceStatus } from '../SourceStatus';
import { ChosenTrend } from './ChosenTrend';
import { useMetric } from './useMetric';
import styles from './DeliveryContent.module.css';

const explainParam = 'explain';

/** The delivery tab of a component: the figures, their trend, the deployments under them, and their sources. */
export function DeliveryContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { selection, period, select } = usePeriod();
  const { metric, chooseMetric } = useMetric();
  const { params, change, hrefWith } = useParams();
  const environment = params.get(environmentParam) || undefined;
  const shownDeployment = params.get(deploymentParam);
  const question = { entityRef, period, environment };
  const delivery = useDelivery(question);
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
  // The last day of a half-open period is the one before its end.
  const lastDay = new Date(Date.parse(period.to) - 1).toISOString();

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
        <PeriodPicker
          selection={selection}
          suggestion={{
            from: period.from.slice(0, 10),
            to: lastDay.slice(0, 10),
          }}
          onSelect={select}
        />
      </header>
      <EnvironmentSelect
        environment={environment}
        environments={(explained?.environments ?? []).flatMap(
          ({ name }) => name ?? [],
        )}
        onSelect={name => change({ [environmentParam]: name })}
      />
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
        onRetry={reload}
        actionOf={id => ({
          kind: 'select',
          selected: id === metric,
          onSelect: () => chooseMetric(id),
        })}
      />
      <ChosenTrend result={result} metric={metric} />
      {ready && definition ? (
        <>
          <ExplainPanel
            definition={definition}
            result={explanation.result}
            onRetry={explanation.reload}
            open={params.has(explainParam)}
            onOpen={open =>
              change(
                { [explainParam]: open ? 'yes' : undefined },
                { replace: true },
              )
            }
          />
          {explained ? (
            <LeadTimeCard leadTimes={explained.leadTimes} />
          ) : undefined}
          <DeploymentCalendar
            {...question}
            demo={demo}
            onOpen={date => change({ from: date, to: date, period: undefined })}
          />
        </>
      ) : undefined}
      {result.state === 'failed' ? undefined : (
        <DeploymentsTable
          result={deployments.result}
          onRetry={deployments.reload}
          onLoadMore={deployments.loadMore}
          hrefOf={id => hrefWith({ [deploymentParam]: id })}
        />
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
        />
      ) : undefined}
    </section>
  );
}
