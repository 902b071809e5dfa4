import { Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  costValueKinds,
  useCostValues,
  type CostValueKind,
  type Question,
} from '../../hooks';
import { shownMetrics, type SelectionOfPage } from '../../selection';
import { metricWords } from '../../words';
import styles from './CostControls.module.css';

const all = 'all of them';

const labels: Record<CostValueKind, string> = {
  environment: 'Environment',
  provider: 'Provider',
  serviceCategory: 'Service category',
};

/** Which cost is meant, and which part of it. */
export function CostFilters(
  props: Pick<SelectionOfPage, 'selection' | 'change'> & {
    question: Question;
    /** What the place of the view fixes already. */
    without?: readonly CostValueKind[];
  },
) {
  const { selection, change, question, without = [] } = props;
  const values = useCostValues(question);
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
      {costValueKinds
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
