import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Button,
  Container,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Alert,
} from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import {
  finopsBudgetManagePermission,
  type Budget,
  type BudgetUse,
} from '@portal/plugin-finops-common';
import { everything } from '@portal/plugin-metrics-common';
import {
  EntityLink,
  ExportMenu,
  formatMoney,
  formatPeriod,
  formatRatio,
  useLoad,
  type DataColumn,
  Bar,
  ReadOnlyNote,
  Status,
  partStyles as styles,
  useSubmit,
} from '@portal/plugin-metrics-react';
import { useSearchParams } from 'react-router-dom';
import { finopsApiRef } from '../../api';
import { CostSection, Unconverted } from '../parts';
import { BudgetDialog } from './BudgetDialog';
import { budgetWords, restrictions } from './budgetWords';

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

function DeleteDialog(props: {
  budget: Budget;
  onClose: () => void;
  onChanged: () => void;
}) {
  const { budget, onClose, onChanged } = props;
  const api = useApi(finopsApiRef);
  const { isPending, problem, submit } = useSubmit();
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(32rem, 100%)"
    >
      <DialogHeader>Delete {budget.title}?</DialogHeader>
      <DialogBody>
        {problem ? (
          <Alert role="alert" status="danger" icon title={problem} />
        ) : undefined}
        <p className={styles.text}>
          Nobody is told about this cost any more. What was spent stays as it
          is.
        </p>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Keep it
        </Button>
        <Button
          destructive
          isPending={isPending}
          onPress={() =>
            submit(async () => {
              await api.deleteBudget({ id: budget.id });
              onChanged();
              onClose();
            })
          }
        >
          Delete
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function BudgetItem(props: {
  use: BudgetUse;
  /** Whether a notification leads to this one. */
  isNamed: boolean;
  canChange: boolean;
  onEdit: () => void;
  onDelete: () => void;
}) {
  const { use, isNamed, canChange, onEdit, onDelete } = props;
  const self = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isNamed) {
      self.current?.scrollIntoView({ block: 'center' });
    }
  }, [isNamed]);
  const { budget, spent, share, expected, expectedLower, expectedUpper } = use;
  const { expectedUnconverted = [] } = use;
  const { scope } = budget.slice;
  const money = (amount: string) => formatMoney(amount, budget.currency);
  const words = budgetWords(use);
  const more = restrictions(budget.slice);
  return (
    <li
      ref={self}
      className={styles.item}
      data-named={isNamed || undefined}
      aria-current={isNamed || undefined}
    >
      <div className={styles.itemHead}>
        <h4 className={styles.name}>
          <bdi>{budget.title}</bdi>
        </h4>
        <Status judgement={words.judgement}>{words.text}</Status>
      </div>
      <Bar share={share} judgement={words.judgement} />
      <div className={styles.itemHead}>
        <span className={styles.small}>
          <strong className={styles.strong}>{formatRatio(share)}</strong>:{' '}
          {money(spent)} of {money(budget.amount)}, {formatPeriod(use)}
          {expected
            ? `. Expected: ${money(expected)}${
                expectedLower && expectedUpper
                  ? ` (${money(expectedLower)} to ${money(expectedUpper)})`
                  : ''
              }`
            : ''}
        </span>
        <span className={styles.small}>
          {!scope || scope === everything ? (
            'Everything'
          ) : (
            <EntityLink entityRef={scope} />
          )}
          {more ? `, ${more}` : ''}
        </span>
      </div>
      <Unconverted
        amounts={use.unconverted}
        currency={budget.currency}
        className={styles.text}
      />
      {expectedUnconverted.length > 0 ? (
        <p className={styles.text}>
          {expected
            ? 'What is expected leaves cost out'
            : 'What is to come can’t be said'}
          , as there is no exchange rate to {budget.currency} from{' '}
          {expectedUnconverted.map(({ currency }) => currency).join(', ')}
        </p>
      ) : undefined}
      {canChange && budget.origin === 'portal' ? (
        <div className={styles.actions}>
          <Button
            size="small"
            variant="secondary"
            aria-label={`Change ${budget.title}`}
            onPress={onEdit}
          >
            Change
          </Button>
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Delete ${budget.title}`}
            onPress={onDelete}
          >
            Delete
          </Button>
        </div>
      ) : undefined}
      {budget.origin === 'config' ? (
        <span className={styles.small}>
          Set in the configuration, and changed there.
        </span>
      ) : undefined}
    </li>
  );
}

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
