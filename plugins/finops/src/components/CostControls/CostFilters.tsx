import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useLoad } from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';
import type { Question } from '../../hooks';
import { shownMetrics, type SelectionOfPage } from '../../selection';
import { metricWords } from '../../words';
import styles from './CostControls.module.css';

const all = 'all of them';
const dimensions = ['environment', 'provider', 'serviceCategory'] as const;
type Filter = (typeof dimensions)[number];

const labels: Record<Filter, string> = {
  environment: 'Environment',
  provider: 'Provider',
  serviceCategory: 'Service category',
};

/** The values that can be chosen: those with cost in the period, whatever is chosen now. */
function useValues(question: Question) {
  const { scope, from, to } = question;
  const api = useApi(finopsApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => {
      const answers = await Promise.all(
        dimensions.map(groupBy =>
          api.getCosts({ scope, from, to, groupBy }, { signal }),
        ),
      );
      return Object.fromEntries(
        dimensions.map((dimension, index) => [
          dimension,
          answers[index].groups.map(({ key }) => key).filter(Boolean),
        ]),
      ) as Record<Filter, string[]>;
    },
    [api, scope, from, to],
  );
  const { result } = useLoad(load);
  return result.state === 'ready' ? result.value : undefined;
}

/** Which cost is meant, and which part of it. */
export function CostFilters(
  props: Pick<SelectionOfPage, 'selection' | 'change'> & {
    question: Question;
    /** What the place of the view fixes already. */
    without?: readonly Filter[];
  },
) {
  const { selection, change, question, without = [] } = props;
  const values = useValues(question);
  return (
    <>
      <div className={styles.metric}>
        <ToggleButtonGroup
          aria-label="Which cost"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[selection.metric]}
          onSelectionChange={keys => {
            const metric = shownMetrics.find(each => keys.has(each));
            if (metric) {
              change({ metric });
            }
          }}
        >
          {shownMetrics.map(each => (
            <ToggleButton key={each} id={each}>
              {metricWords[each].name}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      {dimensions
        .filter(each => !without.includes(each))
        .map(each => {
          const chosen = selection[each];
          const names = [
            ...new Set([
              ...(values?.[each] ?? []),
              ...(chosen ? [chosen] : []),
            ]),
          ].sort((a, b) => a.localeCompare(b));
          return (
            <div key={each} className={styles.select}>
              <Select
                label={labels[each]}
                options={[
                  { id: all, label: 'All' },
                  ...names.map(name => ({ id: name, label: name })),
                ]}
                value={chosen ?? all}
                onChange={key =>
                  change({ [each]: key === all ? undefined : String(key) })
                }
              />
            </div>
          );
        })}
    </>
  );
}
