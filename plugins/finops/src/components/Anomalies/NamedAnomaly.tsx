import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { CostAnomaly, FinopsApi } from '@portal/plugin-finops-common';
import { useLoad, partStyles as styles } from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';
import { CostSection } from '../parts';
import type { RowProps } from './AnomalyRow';
import { AnomalyTable } from './AnomalyTable';

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

/** The anomaly that a notification leads to. */
export function NamedAnomaly(
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
