import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Container, Select } from '@backstage/ui';
import { useLoad, partStyles as styles } from '@portal/plugin-metrics-react';
import { useSearchParams } from 'react-router-dom';
import { finopsApiRef } from '../../api';
import { CostSection } from '../parts';
import { monthName } from './monthName';
import { StatementView } from './StatementView';

/** What each team is charged for a month. */
export function StatementsPage() {
  const api = useApi(finopsApiRef);
  const [params, setParams] = useSearchParams();
  const load = useCallback(
    (signal: AbortSignal) => api.getStatementMonths({ signal }),
    [api],
  );
  const { result, reload } = useLoad(load);
  return (
    <Container>
      <section className={styles.page} aria-label="Statements">
        <CostSection
          title="Statements"
          meaning="What each team is charged for a month. A closed month does not change: corrections that come later are adjustments of the open month."
          result={result}
          onRetry={reload}
          height={120}
          subject="statements"
        >
          {({ items }) => {
            const month =
              items.find(each => each.month === params.get('month')) ??
              items[0];
            if (!month) {
              return (
                <p className={styles.text}>
                  There is no month with cost yet. Bring cost data in, and the
                  first statement appears.
                </p>
              );
            }
            return (
              <>
                <div className={styles.select}>
                  <Select
                    label="Month"
                    options={items.map(each => ({
                      id: each.month,
                      label: monthName(each.month),
                      description: each.state === 'closed' ? 'Closed' : 'Open',
                    }))}
                    value={month.month}
                    onChange={key => setParams({ month: String(key) })}
                  />
                </div>
                <StatementView
                  key={month.month}
                  month={month}
                  owner={params.get('owner') ?? undefined}
                  onOwner={owner =>
                    setParams(
                      owner
                        ? { month: month.month, owner }
                        : { month: month.month },
                    )
                  }
                  onClosed={reload}
                />
              </>
            );
          }}
        </CostSection>
      </section>
    </Container>
  );
}
