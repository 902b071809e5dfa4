import type {
  DoraMetricDefinitions,
  TierEditionYear,
} from '@portal/plugin-dora-common';
import { formatValue, TierBadge } from '@portal/plugin-metrics-react';
import type { ListedService } from '../../hooks';
import type { OverviewSelection } from '../../selection';
import { describeChangeOf, describeTier } from '../../words';
import { ChangeWords } from '../OverviewMetrics';
import { ServiceLink } from '../ServiceLink';
import { tierOfService } from './serviceColumns';
import styles from './ServiceList.module.css';

type Definition = DoraMetricDefinitions['items'][number];

function MetricCell(props: {
  service: ListedService;
  definition: Definition;
  edition: TierEditionYear;
  chosen: boolean;
}) {
  const { service, definition, edition, chosen } = props;
  const { id, title, unit } = definition;
  const value = service.metrics?.[id].value;
  const tier = tierOfService(service, id);
  const change = describeChangeOf(
    definition,
    value,
    service.before?.[id].value,
  );
  return (
    <div
      role="cell"
      className={`${styles.cell} ${chosen ? '' : styles.further}`}
    >
      <span className={styles.cellLabel} aria-hidden="true">
        {title}
      </span>
      {value === undefined ? (
        <span className={styles.none}>No value</span>
      ) : (
        <>
          <span className={styles.figure}>
            {formatValue(value, unit)}
            {tier ? (
              <TierBadge {...describeTier(tier, edition, id)} compact />
            ) : undefined}
          </span>
          <span className={styles.change}>
            {change ? <ChangeWords change={change} /> : 'New'}
          </span>
        </>
      )}
    </div>
  );
}

/** One service with its five figures, their tiers, and how they changed. */
export function ServiceRow(props: {
  service: ListedService;
  definitions: readonly Definition[];
  selection: OverviewSelection;
}) {
  const { service, definitions, selection } = props;
  return (
    <div role="row" className={styles.row}>
      <div role="rowheader" className={styles.nameCell}>
        <ServiceLink
          entityRef={service.entityRef}
          metric={selection.metric}
          shared={selection}
          className={styles.name}
        />
      </div>
      {service.metrics ? (
        definitions.map(definition => (
          <MetricCell
            key={definition.id}
            service={service}
            definition={definition}
            edition={selection.edition}
            chosen={definition.id === selection.metric}
          />
        ))
      ) : (
        <div
          role="cell"
          aria-colspan={definitions.length}
          className={styles.unknown}
        >
          Not measured: no deployment of it is known
        </div>
      )}
    </div>
  );
}
