import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Alert, Button, Card, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import {
  executiveRatesManagePermission,
  type PeopleRate,
} from '@portal/plugin-executive-common';
import {
  EntityLink,
  formatDate,
  formatMoney,
  formatNumber,
  LoadFailure,
  partStyles as styles,
  ScrollBox,
  useLoad,
  useSubmit,
} from '@portal/plugin-metrics-react';
import { executiveApiRef } from '../../api';
import { RateDialog } from './RateDialog';

function RateRow(props: {
  rate: PeopleRate;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { rate, onEdit, onRemove } = props;
  const { from, groupRef, monthly, people } = rate;
  return (
    <tr>
      <th scope="row">
        <EntityLink entityRef={groupRef} />
        {rate.demo ? (
          <span className={styles.small}> demo data</span>
        ) : undefined}
      </th>
      <td>{formatDate(from)}</td>
      <td className={styles.number}>{formatNumber(people)}</td>
      <td className={styles.number}>
        {formatMoney(monthly.amount, monthly.currency)}
      </td>
      <td>
        {rate.origin === 'portal' ? (
          <span className={styles.rowActions}>
            <Button
              size="small"
              variant="tertiary"
              aria-label={`Change the rate of ${groupRef} from ${from}`}
              onPress={onEdit}
            >
              Change
            </Button>
            <Button
              size="small"
              variant="tertiary"
              aria-label={`Remove the rate of ${groupRef} from ${from}`}
              onPress={onRemove}
            >
              Remove
            </Button>
          </span>
        ) : (
          <span className={styles.small}>In a file in Git</span>
        )}
      </td>
    </tr>
  );
}

function Rates(props: { currency: string; onChanged: () => void }) {
  const { currency, onChanged } = props;
  const api = useApi(executiveApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getPeopleRates({ signal }),
    [api],
  );
  const { result, reload } = useLoad(load);
  const [editing, setEditing] = useState<PeopleRate | 'new'>();
  const { problem, submit } = useSubmit();
  const changed = () => {
    reload();
    onChanged();
  };
  const remove = ({ id, revision }: PeopleRate) =>
    submit(async () => {
      await api.removeOwned({ kind: 'people-rates', id, revision });
      changed();
    });
  const items = result.state === 'ready' ? result.value.items : [];
  return (
    <Card className={`${styles.card} ${styles.screenOnly}`}>
      <div className={styles.cardHead}>
        <Text as="h3" variant="title-x-small" className={styles.title}>
          What people cost
        </Text>
        <Button
          variant="secondary"
          iconStart={<RiAddLine aria-hidden="true" />}
          onPress={() => setEditing('new')}
        >
          New rate
        </Button>
      </div>
      <p className={styles.text}>
        The mean of a group of three people or more, a month. It holds until the
        next rate of the group.
      </p>
      {problem ? (
        <Alert role="alert" status="danger" icon title={problem} />
      ) : undefined}
      {result.state === 'failed' ? (
        <LoadFailure
          subject="rates"
          permission={executiveRatesManagePermission.name}
          error={result.error}
          onRetry={reload}
        />
      ) : undefined}
      {items.length > 0 ? (
        <ScrollBox label="What people cost">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Group</th>
                <th scope="col">From</th>
                <th scope="col" className={styles.number}>
                  People
                </th>
                <th scope="col" className={styles.number}>
                  One a month
                </th>
                <th scope="col">
                  <span hidden>Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map(rate => (
                <RateRow
                  key={rate.id}
                  rate={rate}
                  onEdit={() => setEditing(rate)}
                  onRemove={() => remove(rate)}
                />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      ) : undefined}
      {editing ? (
        <RateDialog
          rate={editing === 'new' ? undefined : editing}
          currency={currency}
          onClose={() => setEditing(undefined)}
          onChanged={changed}
        />
      ) : undefined}
    </Card>
  );
}

/** What the people of groups cost, for those who may know and set it. */
export function PeopleRates(props: {
  currency: string;
  onChanged: () => void;
}) {
  const { allowed } = usePermission({
    permission: executiveRatesManagePermission,
  });
  return allowed ? <Rates {...props} /> : null;
}
