import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Container } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import {
  finopsBudgetManagePermission,
  type Budget,
  type BudgetUse,
} from '@portal/plugin-finops-common';
import { everything } from '@portal/plugin-metrics-common';
import {
  ExportMenu,
  useLoad,
  type DataColumn,
  ReadOnlyNote,
  partStyles as styles,
} from '@portal/plugin-metrics-react';
import { useSearchParams } from 'react-router-dom';
import { finopsApiRef } from '../../api';
import { CostSection } from '../parts';
import { BudgetDialog } from './BudgetDialog';
import { BudgetItem } from './BudgetItem';
import { DeleteDialog } from './DeleteDialog';

const columns: readonly DataColumn<BudgetUse>[] = [
  { id: 'title', title: 'Budget', text: ({ budget }) => budget.title },
  {
    id: 'scope',
    title: 'Scope',
    text: ({ budget }) => budget.slice.scope ?? everything,
  },
  { id: 'from', title: 'From', text: ({ from }) => from },
  { id: 'to', title: 'To', text: ({ to }) => to },
  { id: 'currency', title: 'Currency', text: ({ budget }) => budget.currency },
  { id: 'amount', title: 'Amount', text: ({ budget }) => budget.amount },
  { id: 'spent', title: 'Spent', text: ({ spent }) => spent },
  {
    id: 'expected',
    title: 'Expected',
    text: ({ expected }) => expected ?? '',
    value: ({ expected }) => expected,
  },
  {
    id: 'unconverted',
    title: 'Not counted, no exchange rate',
    text: ({ unconverted = [] }) =>
      unconverted
        .map(({ total, currency }) => `${total} ${currency}`)
        .join(', '),
  },
  { id: 'state', title: 'State', text: ({ state }) => state },
];

const states = ['over', 'forecast-over', 'near', 'within'];

/** Budgets, the most urgent first. */
export function BudgetsPage() {
  const api = useApi(finopsApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getBudgets({ signal }),
    [api],
  );
  const { result, reload } = useLoad(load);
  const [params] = useSearchParams();
  const access = usePermission({
    permission: finopsBudgetManagePermission,
  });
  const { allowed } = access;
  const [editing, setEditing] = useState<Budget | 'new'>();
  const [deleting, setDeleting] = useState<Budget>();
  const items =
    result.state === 'ready'
      ? [...result.value.items].sort(
          (one, other) =>
            states.indexOf(one.state) - states.indexOf(other.state) ||
            other.share - one.share,
        )
      : [];
  return (
    <Container>
      <section className={styles.page} aria-label="Budgets">
        <CostSection
          title="Budgets"
          meaning="How much of each budget is spent, and whether it will be enough. Owners are told once at each share, and when the forecast goes over."
          result={result}
          onRetry={reload}
          height={320}
          subject="budgets"
          actions={
            <>
              <ExportMenu fileName="budgets" columns={columns} rows={items} />
              {allowed ? (
                <Button
                  iconStart={<RiAddLine aria-hidden="true" />}
                  onPress={() => setEditing('new')}
                >
                  New budget
                </Button>
              ) : undefined}
            </>
          }
        >
          {() =>
            items.length === 0 ? (
              <p className={styles.text}>
                There is no budget yet. {allowed ? 'Set' : 'Ask finance to set'}{' '}
                one for a team, a system or an environment, and its owner hears
                in time when it will not be enough.
              </p>
            ) : (
              <ul className={styles.items} aria-label="Budgets">
                {items.map(use => (
                  <BudgetItem
                    key={use.budget.id}
                    use={use}
                    isNamed={use.budget.id === params.get('budget')}
                    canChange={allowed}
                    onEdit={() => setEditing(use.budget)}
                    onDelete={() => setDeleting(use.budget)}
                  />
                ))}
              </ul>
            )
          }
        </CostSection>
        <ReadOnlyNote
          doing="Setting budgets"
          permission={finopsBudgetManagePermission}
          access={access}
        />
        {editing ? (
          <BudgetDialog
            budget={editing === 'new' ? undefined : editing}
            currency={items[0]?.budget.currency ?? 'USD'}
            onClose={() => setEditing(undefined)}
            onChanged={reload}
          />
        ) : undefined}
        {deleting ? (
          <DeleteDialog
            budget={deleting}
            onClose={() => setDeleting(undefined)}
            onChanged={reload}
          />
        ) : undefined}
      </section>
    </Container>
  );
}
