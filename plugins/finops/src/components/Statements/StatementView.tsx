import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Link, Skeleton } from '@backstage/ui';
import { RiArrowLeftLine, RiLockLine } from '@remixicon/react';
import {
  finopsStatementClosePermission,
  type StatementMonths,
} from '@portal/plugin-finops-common';
import {
  formatInstant,
  LoadFailure,
  useLoad,
  ReadOnlyNote,
  RefName,
  Status,
  partStyles as styles,
} from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';
import { statementsHelpPath } from '../../routes';
import { costSubject } from '../../words';
import { CloseDialog } from './CloseDialog';
import { LineTable } from './LineTable';
import { OwnerName } from './OwnerName';
import { OwnerTable } from './OwnerTable';
import { StatementFiles } from './StatementFiles';
import { WaitsFor } from './WaitsFor';

type Month = StatementMonths['items'][number];

/** The statement of a month: of all teams, or the lines of one. */
export function StatementView(props: {
  month: Month;
  owner?: string;
  onOwner: (owner?: string) => void;
  onClosed: () => void;
}) {
  const { month, owner, onOwner, onClosed } = props;
  const api = useApi(finopsApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getStatement({ month: month.month, owner }, { signal }),
    [api, month.month, owner],
  );
  const { result, reload } = useLoad(load);
  const access = usePermission({
    permission: finopsStatementClosePermission,
  });
  const [closing, setClosing] = useState(false);
  if (result.state === 'loading') {
    return <Skeleton width="100%" height={360} />;
  }
  if (result.state === 'failed') {
    return (
      <LoadFailure
        subject="this statement"
        permission={costSubject.permission}
        error={result.error}
        onRetry={reload}
      />
    );
  }
  const statement = result.value;
  const closed = statement.closing;
  return (
    <>
      <div className={styles.cardHead}>
        <Status judgement={statement.state === 'closed' ? 'good' : 'neutral'}>
          {statement.state === 'closed' ? 'Closed' : 'Open'}
          {month.takesAdjustments ? ', takes adjustments' : ''}
        </Status>
        <div className={styles.actions}>
          {owner ? (
            <Button
              variant="tertiary"
              iconStart={<RiArrowLeftLine aria-hidden="true" />}
              onPress={() => onOwner(undefined)}
            >
              All teams
            </Button>
          ) : undefined}
          <StatementFiles month={month.month} owner={owner} />
          {access.allowed && month.closable && !owner ? (
            <Button
              iconStart={<RiLockLine aria-hidden="true" />}
              onPress={() => setClosing(true)}
            >
              Close month
            </Button>
          ) : undefined}
        </div>
      </div>
      {month.blockedBy && !owner ? (
        <WaitsFor blockedBy={month.blockedBy} />
      ) : undefined}
      {closed ? (
        <p className={styles.small}>
          Closed by <RefName of={closed.closedBy} /> on{' '}
          {formatInstant(closed.closedAt)}. Its seal is{' '}
          <code title={closed.hash}>{closed.hash.slice(0, 12)}</code>.
        </p>
      ) : undefined}
      {owner ? (
        <h4 className={styles.name}>
          <OwnerName owner={owner} />
        </h4>
      ) : undefined}
      {owner ? (
        <LineTable statement={statement} />
      ) : (
        <OwnerTable statement={statement} onOwner={onOwner} />
      )}
      <p className={styles.small}>
        A statement goes by the month of the invoice. The overview goes by the
        day of the charge, so its figure for the same month may differ: a charge
        of the last day may stand on the next invoice.{' '}
        <Link href={statementsHelpPath}>More on statements</Link>
      </p>
      {month.closable && !owner ? (
        <ReadOnlyNote
          doing="Closing a month"
          permission={finopsStatementClosePermission}
          access={access}
        />
      ) : undefined}
      {closing ? (
        <CloseDialog
          statement={statement}
          onClose={() => setClosing(false)}
          onClosed={() => {
            reload();
            onClosed();
          }}
        />
      ) : undefined}
    </>
  );
}
