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
  type FinopsApi,
} from '@portal/plugin-finops-common';
import {
  EntityLink,
  ExportMenu,
  formatMoney,
  formatPeriod,
  LoadFailure,
  ScrollBox,
  useLoad,
  usePages,
  type DataColumn,
  ReadOnlyNote,
  ReasonDialog,
  Status,
  partStyles as styles,
  type Judgement,
} from '@portal/plugin-metrics-react';
import { useSearchParams } from 'react-router-dom';
import { finopsApiRef } from '../../api';
import { addDays, todayInUtc } from '../../selection';
import { bucketWords, costSubject } from '../../words';
import { ChangeWords, CostSection } from '../parts';

function dayName(day: string): string {
  return formatPeriod({ from: day, to: addDays(day, 1) });
}

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
  return (
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
  );
}

function Actions(props: RowProps & { date: string }) {
  const { anomaly, canChange, onChange, date } = props;
  return canChange && anomaly.state === 'open' ? (
    <div className={styles.rowActions}>
      <Button
        size="small"
        variant="secondary"
        aria-label={`Acknowledge ${date}`}
        onPress={() => onChange(anomaly, 'acknowledged')}
      >
        Acknowledge
      </Button>
      <Button
        size="small"
        variant="tertiary"
        aria-label={`Silence ${date}`}
        onPress={() => onChange(anomaly, 'silenced')}
      >
        Silence
      </Button>
    </div>
  ) : null;
}

type RowProps = {
  anomaly: CostAnomaly;
  canChange: boolean;
  onChange: (anomaly: CostAnomaly, to: 'acknowledged' | 'silenced') => void;
};

function AnomalyRow(props: RowProps & { isOpen?: boolean }) {
  const { anomaly } = props;
  const { currency, day, state, reason, silencedUntil, contributions } =
    anomaly;
  const [isOpen, setOpen] = useState(props.isOpen ?? false);
  const impact = Number(anomaly.impact);
  const date = dayName(day);
  const causes = isOpen ? 'Hide causes' : `Causes (${contributions.length})`;
  return (
    <>
      <tr>
        <td className={styles.day}>{date}</td>
        <th scope="row" className={styles.wide}>
          <What anomaly={anomaly} />
          {reason ? (
            <div className={styles.small}>
              Reason: <bdi>{reason}</bdi>
            </div>
          ) : undefined}
        </th>
        <td className={styles.number}>
          {formatMoney(anomaly.actual, currency)}
        </td>
        <td className={styles.number}>
          {formatMoney(anomaly.expected, currency)}
        </td>
        <td>
          <ChangeWords
            change={{
              direction: impact > 0 ? 'up' : 'down',
              text: `${formatMoney(Math.abs(impact), currency)} ${
                impact > 0 ? 'more' : 'less'
              }`,
            }}
          />
        </td>
        <td>
          <Status judgement={judgements[state]}>
            {stateNames[state]}
            {silencedUntil ? ` until ${dayName(silencedUntil)}` : ''}
          </Status>
        </td>
        <td>
          {contributions.length > 0 ? (
            <Button
              size="small"
              variant="tertiary"
              aria-expanded={isOpen}
              aria-label={`${causes} of ${date}`}
              onPress={() => setOpen(open => !open)}
            >
              {causes}
            </Button>
          ) : undefined}
        </td>
        <td>
          <Actions {...props} date={date} />
        </td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={8} className={styles.inner}>
            <Causes anomaly={anomaly} />
          </td>
        </tr>
      ) : undefined}
    </>
  );
}

function AnomalyTable(
  props: Omit<RowProps, 'anomaly'> & {
    label: string;
    items: readonly CostAnomaly[];
    isOpen?: boolean;
  },
) {
  const { label, items, ...row } = props;
  return (
    <ScrollBox label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">What</th>
            <th scope="col" className={styles.number}>
              That day
            </th>
            <th scope="col" className={styles.number}>
              Usual
            </th>
            <th scope="col">Difference</th>
            <th scope="col">State</th>
            <th scope="col">Why</th>
            <th scope="col">{row.canChange ? 'Decide' : ''}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(anomaly => (
            <AnomalyRow key={anomaly.id} anomaly={anomaly} {...row} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const mostPages = 20;

/** The one that a notification names, whatever its state. */
async function findAnomaly(
  api: FinopsApi,
  id: string,
  signal: AbortSignal,
): Promise<CostAnomaly | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await api.getAnomalies({ cursor, limit: 100 }, { signal });
    const found = answer.items.find(item => item.id === id);
    cursor = answer.nextCursor;
    if (found || !cursor) {
      return found;
    }
  }
  return undefined;
}

function NamedAnomaly(
  props: Omit<RowProps, 'anomaly'> & { id: string; onClose: () => void },
) {
  const { id, onClose, ...row } = props;
  const api = useApi(finopsApiRef);
  const { result, reload } = useLoad(
    useCallback(
      (signal: AbortSignal) => findAnomaly(api, id, signal),
      [api, id],
    ),
  );
  return (
    <CostSection
      title="The one that you were told of"
      result={result}
      onRetry={reload}
      height={120}
      subject="anomalies"
      actions={
        <Button variant="tertiary" onPress={onClose}>
          Show all only
        </Button>
      }
    >
      {anomaly =>
        anomaly ? (
          <AnomalyTable
            label="The anomaly that you were told of"
            items={[anomaly]}
            isOpen
            {...row}
          />
        ) : (
          <p className={styles.text}>
            It is not there any more: the cost of that day was corrected, or you
            may not see whose it is.
          </p>
        )
      }
    </CostSection>
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
  const named = params.get('anomaly') ?? undefined;
  const access = usePermission({
    permission: finopsFindingTriagePermission,
  });
  const loadPage = useCallback(
    (cursor?: string, signal?: AbortSignal) =>
      api.getAnomalies({ state, cursor, limit: 20 }, { signal }),
    [api, state],
  );
  const { result, reload, loadMore } = usePages<CostAnomaly, AnomaliesAnswer>(
    loadPage,
  );
  const [changes, setChanges] = useState(0);
  const [changing, setChanging] = useState<{
    anomaly: CostAnomaly;
    to: 'acknowledged' | 'silenced';
  }>();
  return (
    <Container>
      <section className={styles.page} aria-label="Anomalies">
        {named ? (
          <NamedAnomaly
            key={`${named} ${changes}`}
            id={named}
            canChange={access.allowed}
            onChange={(anomaly, to) => setChanging({ anomaly, to })}
            onClose={() => setParams({ state })}
          />
        ) : undefined}
        <CostSection
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
                <AnomalyTable
                  label="Anomalies"
                  items={items}
                  canChange={access.allowed}
                  onChange={(anomaly, to) => setChanging({ anomaly, to })}
                />
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
        </CostSection>
        <ReadOnlyNote
          doing="Acknowledging and silencing"
          permission={finopsFindingTriagePermission}
          access={access}
        />
        {changing ? (
          <StateDialog
            {...changing}
            onClose={() => setChanging(undefined)}
            onChanged={() => {
              setChanges(count => count + 1);
              reload();
            }}
          />
        ) : undefined}
      </section>
    </Container>
  );
}
