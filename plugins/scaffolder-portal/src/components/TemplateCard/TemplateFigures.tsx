import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { Skeleton } from '@backstage/ui';
import { formatNumber, formatValue } from '@portal/plugin-metrics-react';
import type { MetricValue } from '@portal/plugin-metrics-common';
import { useTemplateStatistics } from '../../hooks/useTemplateStatistics';
import styles from './TemplateCard.module.css';

/** How often a template is used, how often it works, and how long it takes. */
export function TemplateFigures({ template }: { template: Entity }) {
  const result = useTemplateStatistics(stringifyEntityRef(template));
  if (result.state === 'loading') {
    return <Skeleton width="100%" height={52} />;
  }
  if (result.state === 'failed' || !result.value.statistics) {
    return <p className={styles.type}>How it does can't be shown right now.</p>;
  }
  const { days, statistics } = result.value;
  const { medianDuration, runs, successRate } = statistics;
  // Before runs were ever read, none is known, and that is not 0.
  const isKnown = successRate.state !== 'source-error';
  return (
    <dl className={styles.figures}>
      <div>
        <dt>Runs, {days} days</dt>
        <dd>
          {isKnown ? formatNumber(runs) : <Missing value={successRate} />}
        </dd>
      </div>
      <div>
        <dt>Succeeded</dt>
        <dd>
          <Figure value={successRate} />
        </dd>
      </div>
      <div>
        <dt>Median time</dt>
        <dd>
          <Figure value={medianDuration} />
        </dd>
      </div>
    </dl>
  );
}

function Figure({ value }: { value: MetricValue }) {
  return value.value === undefined ? (
    <Missing value={value} />
  ) : (
    <span title={`n = ${value.sampleSize}`}>
      {formatValue(value.value, value.unit)}
    </span>
  );
}

function Missing({ value }: { value: MetricValue }) {
  return (
    <span className={styles.missing} title={value.cure}>
      {value.state === 'insufficient-data' ? 'no runs yet' : 'not known'}
    </span>
  );
}
