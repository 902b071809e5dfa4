import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Button,
  Container,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import {
  anomalyStates,
  finopsFindingTriagePermission,
  type AnomaliesAnswer,
  type CostAnomaly,
} from '@portal/plugin-finops-common';
import {
  ExportMenu,
  LoadFailure,
  usePages,
  type DataColumn,
  ReadOnlyNote,
  partStyles as styles,
} from '@portal/plugin-metrics-react';
import { useSearchParams } from 'react-router-dom';
import { finopsApiRef } from '../../api';
import { costSubject } from '../../words';
import { CostSection } from '../parts';
import { AnomalyTable } from './AnomalyTable';
import { stateNames } from './anomalyWords';
import { NamedAnomaly } from './NamedAnomaly';
import { StateDialog } from './StateDialog';

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
