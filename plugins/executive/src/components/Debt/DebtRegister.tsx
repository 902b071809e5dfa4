import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Alert,
  Button,
  Card,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import {
  debtKindTitles,
  debtSourceTitles,
  executiveDebtManagePermission,
  type DebtAnswer,
  type DebtItem,
} from '@portal/plugin-executive-common';
import {
  EntityLink,
  ExportMenu,
  partStyles as styles,
  ReadOnlyNote,
  ScrollBox,
  useSubmit,
  type DataColumn,
} from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';
import { DebtDialog } from './DebtDialog';
import { datesText, hoursText } from './debtWords';

const columns: readonly DataColumn<DebtItem>[] = [
  { id: 'title', title: 'What is owed', text: ({ title }) => title },
  {
    id: 'component',
    title: 'Component',
    text: ({ componentRef }) => componentRef,
  },
  { id: 'owner', title: 'Owner', text: ({ ownerRef }) => ownerRef ?? '' },
  { id: 'kind', title: 'Kind', text: ({ kind }) => debtKindTitles[kind] },
  {
    id: 'source',
    title: 'Source',
    text: ({ source }) => debtSourceTitles[source],
  },
  {
    id: 'interest',
    title: 'Hours a month',
    text: ({ interestHours }) => String(interestHours ?? ''),
    value: ({ interestHours }) => interestHours,
  },
  {
    id: 'fix',
    title: 'Hours to be rid of it',
    text: ({ fixHours }) => String(fixHours ?? ''),
    value: ({ fixHours }) => fixHours,
  },
  { id: 'since', title: 'Since', text: ({ since }) => since },
  { id: 'due', title: 'Support ends', text: ({ dueOn }) => dueOn ?? '' },
  { id: 'paid', title: 'Paid', text: ({ paidOn }) => paidOn ?? '' },
];

function Row(props: {
  item: DebtItem;
  canChange: boolean;
  onEdit: () => void;
  onPaid: () => void;
}) {
  const { item, canChange, onEdit, onPaid } = props;
  const isOwn = canChange && item.origin === 'portal' && !item.paidOn;
  const isFound = canChange && item.origin === 'rule' && !item.paidOn;
  return (
    <tr>
      <th scope="row" className={styles.wide}>
        <bdi>{item.title}</bdi>
        <div className={styles.small}>
          {debtKindTitles[item.kind]},{' '}
          {debtSourceTitles[item.source].toLowerCase()}, {datesText(item)}
          {item.demo ? ', demo data' : ''}
        </div>
        {item.note ? (
          <div className={styles.small}>
            <bdi>{item.note}</bdi>
          </div>
        ) : undefined}
      </th>
      <td>
        <EntityLink entityRef={item.componentRef} />
        <div className={styles.small}>
          {item.ownerRef ? (
            <EntityLink entityRef={item.ownerRef} />
          ) : (
            'Nobody owns it'
          )}
        </div>
      </td>
      <td className={styles.number}>{hoursText(item.interestHours)}</td>
      <td className={styles.number}>{hoursText(item.fixHours)}</td>
      <td>
        {isOwn ? (
          <span className={styles.rowActions}>
            <Button
              size="small"
              variant="secondary"
              aria-label={`${item.title} is paid`}
              onPress={onPaid}
            >
              Paid
            </Button>
            <Button
              size="small"
              variant="tertiary"
              aria-label={`Change ${item.title}`}
              onPress={onEdit}
            >
              Change
            </Button>
          </span>
        ) : undefined}
        {isFound ? (
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Estimate ${item.title}`}
            onPress={onEdit}
          >
            Estimate
          </Button>
        ) : undefined}
      </td>
    </tr>
  );
}

/** Everything that is owed, or was: what costs most a month first, then what ends first. */
export function DebtRegister(props: {
  answer: DebtAnswer;
  onChanged: () => void;
}) {
  const { answer, onChanged } = props;
  const api = useApi(executiveApiRef);
  const access = usePermission({ permission: executiveDebtManagePermission });
  const [state, setState] = useState<'owed' | 'paid'>('owed');
  const [editing, setEditing] = useState<DebtItem | 'new'>();
  const { problem, submit } = useSubmit();
  const items = answer.items
    .filter(({ paidOn }) => (state === 'paid') === Boolean(paidOn))
    .sort(
      (one, other) =>
        (other.interestHours ?? 0) - (one.interestHours ?? 0) ||
        (one.dueOn ?? '').localeCompare(other.dueOn ?? '') ||
        one.title.localeCompare(other.title),
    );
  const pay = (item: DebtItem) =>
    submit(async () => {
      await api.changeDebt({
        id: item.id,
        revision: item.revision,
        title: item.title,
        componentRef: item.componentRef,
        kind: item.kind,
        interestHours: item.interestHours,
        fixHours: item.fixHours,
        note: item.note,
        paidOn: new Date().toISOString().slice(0, 10),
      });
      onChanged();
    });
  return (
    <Card className={styles.card}>
      <div className={styles.cardHead}>
        <Text as="h3" variant="title-x-small" className={styles.title}>
          Register
        </Text>
        <div className={styles.actions}>
          <ExportMenu fileName="debt" columns={columns} rows={items} />
          {access.allowed ? (
            <Button
              iconStart={<RiAddLine aria-hidden="true" />}
              onPress={() => setEditing('new')}
            >
              Write down debt
            </Button>
          ) : undefined}
        </div>
      </div>
      {problem ? (
        <Alert role="alert" status="danger" icon title={problem} />
      ) : undefined}
      <ToggleButtonGroup
        aria-label="Which debt"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[state]}
        onSelectionChange={keys => setState(keys.has('paid') ? 'paid' : 'owed')}
      >
        <ToggleButton id="owed">Owed</ToggleButton>
        <ToggleButton id="paid">Paid</ToggleButton>
      </ToggleButtonGroup>
      {items.length === 0 ? (
        <p className={styles.text}>
          {state === 'owed'
            ? 'Nothing is owed here, as far as anybody wrote down.'
            : 'Nothing was paid yet.'}
        </p>
      ) : (
        <ScrollBox label="Register of debt">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">What is owed</th>
                <th scope="col">Component and owner</th>
                <th scope="col" className={styles.number}>
                  A month
                </th>
                <th scope="col" className={styles.number}>
                  To be rid of it
                </th>
                <th scope="col">
                  <span hidden>Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map(item => (
                <Row
                  key={item.id}
                  item={item}
                  canChange={access.allowed}
                  onEdit={() => setEditing(item)}
                  onPaid={() => pay(item)}
                />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      <ReadOnlyNote
        doing="Writing down debt"
        permission={executiveDebtManagePermission}
        access={access}
      />
      {editing ? (
        <DebtDialog
          item={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onChanged={onChanged}
        />
      ) : undefined}
    </Card>
  );
}
