import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Button,
  Container,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import {
  anomalyStates,
  finopsFindingTriagePermission,
  type AnomaliesAnswer,
  type AnomalyState,
  type AnomalyStateInput,
  type CostAnomaly,
  type CostBucket,
} from '@portal/plugin-finops-common';
import {
  EntityLink,
  ExportMenu,
  formatMoney,
  formatPeriod,
  LoadFailure,
  ScrollBox,
  usePages,
  type DataColumn,
} from '@portal/plugin-metrics-react';
import { useSearchParams } from 'react-router-dom';
import { finopsApiRef } from '../../api';
import { addDays, todayInUtc } from '../../selection';
import { bucketWords, costSubject } from '../../words';
import { ReasonDialog, Section, Status, type Judgement } from '../parts';
import styles from '../parts/parts.module.css';

const stateNames: Record<AnomalyState, string> = {
  open: 'Open',
  acknowledged: 'Acknowledged',
  silenced: 'Silenced',
};
const judgements: Record<AnomalyState, Judgement> = {
  open: 'warning',
  acknowledged: 'good',
  silenced: 'neutral',
};

const columns: readonly DataColumn<CostAnomaly>[] = [
  { id: 'day', title: 'Day', text: item => item.day },
  { id: 'entity', title: 'Entity', text: item => item.entityRef },
  { id: 'bucket', title: 'Bucket', text: item => item.bucket },
  { id: 'environment', title: 'Environment', text: item => item.environment },
  {
    id: 'serviceCategory',
    title: 'Service category',
    text: item => item.serviceCategory,
  },
  { id: 'currency', title: 'Currency', text: item => item.currency },
  { id: 'actual', title: 'Actual', text: item => item.actual },
  { id: 'expected', title: 'Expected', text: item => item.expected },
  { id: 'impact', title: 'Impact', text: item => item.impact },
  { id: 'state', title: 'State', text: item => item.state },
  { id: 'reason', title: 'Reason', text: item => item.reason ?? '' },
];

function What(props: { anomaly: CostAnomaly }) {
  const { anomaly } = props;
  const more = [anomaly.environment, anomaly.serviceCategory].filter(Boolean);
  let who = <>All cost</>;
  if (anomaly.entityRef) {
    who = <EntityLink entityRef={anomaly.entityRef} />;
  } else if (anomaly.bucket) {
    who = (
      <>{bucketWords[anomaly.bucket as CostBucket]?.name ?? anomaly.bucket}</>
    );
  }
  return (
    <>
      {who}
      {more.length > 0 ? `, ${more.join(', ')}` : ''}
    </>
  );
}

function Causes(props: { anomaly: CostAnomaly }) {
  const { contributions, currency } = props.anomaly;
  if (contributions.length === 0) {
    return null;
  }
  return (
    <details className={styles.details}>
      <summary>What caused it ({contributions.length})</summary>
      <ScrollBox label="What caused it">
        <table className={styles.table} aria-label="What caused it">
          <thead>
            <tr>
              <th scope="col">Service and resource</th>
              <th scope="col" className={styles.number}>
                That day
              </th>
              <th scope="col" className={styles.number}>
                Usual
              </th>
              <th scope="col" className={styles.number}>
                Difference
              </th>
            </tr>
          </thead>
          <tbody>
            {contributions.map(each => (
              <tr key={each.itemId}>
                <th scope="row" title={each.chargeDescription}>
                  <bdi>{each.serviceName || 'Service not named'}</bdi>
                  {each.resourceId ? (
                    <>
                      {', '}
                      <bdi>{each.resourceName || each.resourceId}</bdi>
                    </>
                  ) : undefined}
                </th>
                <td className={styles.number}>
                  {formatMoney(each.actual, currency)}
                </td>
                <td className={styles.number}>
                  {formatMoney(each.expected, currency)}
                </td>
                <td className={styles.number}>
                  {formatMoney(each.difference, currency)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}

function AnomalyItem(props: {
  anomaly: CostAnomaly;
  canChange: boolean;
  onChange: (to: 'acknowledged' | 'silenced') => void;
}) {
  const { anomaly, canChange, onChange } = props;
  const { currency, day, state, reason, silencedUntil } = anomaly;
  const impact = Number(anomaly.impact);
  const date = formatPeriod({ from: day, to: addDays(day, 1) });
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <h4 className={styles.name}>
          {formatMoney(Math.abs(impact), currency)}{' '}
          {impact > 0 ? 'more' : 'less'} than usual on {date}
        </h4>
        <Status judgement={judgements[state]}>
          {stateNames[state]}
          {silencedUntil
            ? ` until ${formatPeriod({
                from: silencedUntil,
                to: addDays(silencedUntil, 1),
              })}`
            : ''}
        </Status>
      </div>
      <span className={styles.small}>
        <What anomaly={anomaly} />: {formatMoney(anomaly.actual, currency)}{' '}
        instead of about {formatMoney(anomaly.expected, currency)}
        {reason ? (
          <>
            . Reason: <bdi>{reason}</bdi>
          </>
        ) : undefined}
      </span>
      <Causes anomaly={anomaly} />
      {canChange && state === 'open' ? (
        <div className={styles.actions}>
          <Button
            size="small"
            variant="secondary"
            aria-label={`Acknowledge ${date}`}
            onPress={() => onChange('acknowledged')}
          >
            Acknowledge
          </Button>
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Silence ${date}`}
            onPress={() => onChange('silenced')}
          >
            Silence
          </Button>
        </div>
      ) : undefined}
    </li>
  );
}

function StateDialog(props: {
  anomaly: CostAnomaly;
  to: 'acknowledged' | 'silenced';
  onClose: () => void;
  onChanged: () => void;
}) {
  const { anomaly, to, onClose, onChanged } = props;
  const api = useApi(finopsApiRef);
  const [until, setUntil] = useState(addDays(todayInUtc(), 30));
  const silence = to === 'silenced';
  return (
    <ReasonDialog
      title={silence ? 'Silence this anomaly' : 'Acknowledge this anomaly'}
      text={
        silence
          ? 'The same part of the cost raises nothing until the day that you choose.'
          : 'Says that somebody has seen it. It stays in the list of what was acknowledged.'
      }
      confirm={silence ? 'Silence' : 'Acknowledge'}
      optional={!silence}
      onClose={onClose}
      onConfirm={async reason => {
        const input: AnomalyStateInput = silence
          ? { state: 'silenced', reason, until }
          : { state: 'acknowledged', reason: reason || undefined };
        await api.setAnomalyState({ id: anomaly.id, input });
        onChanged();
      }}
    >
      {silence ? (
        <TextField
          label="Until (year-month-day)"
          value={until}
          onChange={setUntil}
        />
      ) : undefined}
    </ReasonDialog>
  );
}

/** Days on which something cost far more or less than usual. */
export function AnomaliesPage() {
  const api = useApi(finopsApiRef);
  const [params, setParams] = useSearchParams();
  const state =
    anomalyStates.find(each => each === params.get('state')) ??
    anomalyStates[0];
  const { allowed } = usePermission({
    permission: finopsFindingTriagePermission,
  });
  const loadPage = useCallback(
    (cursor?: string, signal?: AbortSignal) =>
      api.getAnomalies({ state, cursor, limit: 25 }, { signal }),
    [api, state],
  );
  const { result, reload, loadMore } = usePages<CostAnomaly, AnomaliesAnswer>(
    loadPage,
  );
  const [changing, setChanging] = useState<{
    anomaly: CostAnomaly;
    to: 'acknowledged' | 'silenced';
  }>();
  return (
    <Container>
      <section className={styles.page} aria-label="Anomalies">
        <Section
          title="Anomalies"
          meaning="Days on which something cost far more or less than is usual for that weekday, with the lines that caused it."
          result={result}
          onRetry={reload}
          height={360}
          subject="anomalies"
          actions={
            <>
              <ToggleButtonGroup
                aria-label="State"
                selectionMode="single"
                disallowEmptySelection
                selectedKeys={[state]}
                onSelectionChange={keys => {
                  const chosen = anomalyStates.find(each => keys.has(each));
                  if (chosen) {
                    setParams({ state: chosen });
                  }
                }}
              >
                {anomalyStates.map(each => (
                  <ToggleButton key={each} id={each} size="small">
                    {stateNames[each]}
                  </ToggleButton>
                ))}
              </ToggleButtonGroup>
              <ExportMenu
                fileName={`anomalies-${state}`}
                columns={columns}
                rows={result.state === 'ready' ? result.value.items : []}
              />
            </>
          }
        >
          {({ items, hasMore, loadingMore, moreError }) =>
            items.length === 0 ? (
              <p className={styles.text}>
                {state === 'open'
                  ? 'Nothing unusual is open. Each new day of cost is compared with what is usual for its weekday.'
                  : 'There is none in this state.'}
              </p>
            ) : (
              <>
                <ul className={styles.items} aria-label="Anomalies">
                  {items.map(anomaly => (
                    <AnomalyItem
                      key={anomaly.id}
                      anomaly={anomaly}
                      canChange={allowed}
                      onChange={to => setChanging({ anomaly, to })}
                    />
                  ))}
                </ul>
                {moreError ? (
                  <LoadFailure
                    {...costSubject}
                    error={moreError}
                    onRetry={loadMore}
                  />
                ) : undefined}
                {hasMore ? (
                  <div>
                    <Button
                      variant="secondary"
                      isPending={loadingMore}
                      onPress={loadMore}
                    >
                      Load more
                    </Button>
                  </div>
                ) : undefined}
              </>
            )
          }
        </Section>
        {changing ? (
          <StateDialog
            {...changing}
            onClose={() => setChanging(undefined)}
            onChanged={reload}
          />
        ) : undefined}
      </section>
    </Container>
  );
}
