import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Link,
  Skeleton,
} from '@backstage/ui';
import { RiArrowLeftLine, RiDownloadLine, RiLockLine } from '@remixicon/react';
import {
  finopsStatementClosePermission,
  unallocatedKey,
  type CostBucket,
  type Statement,
  type StatementLine,
  type StatementMonths,
} from '@portal/plugin-finops-common';
import {
  EntityLink,
  formatInstant,
  LoadFailure,
  ScrollBox,
  useLoad,
  ReadOnlyNote,
  Status,
  partStyles as styles,
  useSubmit,
} from '@portal/plugin-metrics-react';
import { finopsApiRef } from '../../api';

import { statementsHelpPath } from '../../routes';
import { bucketWords, costSubject } from '../../words';
import { KeyName } from '../parts';
import { formatAdjustments, formatExact } from './formatExact';
import { monthName } from './monthName';
import { WaitsFor } from './WaitsFor';

type Month = StatementMonths['items'][number];

function saveFile(name: string, file: Blob) {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

function Files(props: { month: string; owner?: string }) {
  const { month, owner } = props;
  const api = useApi(finopsApiRef);
  const { isPending, problem, submit } = useSubmit();
  const save = (format: 'csv' | 'pdf') =>
    submit(async () => {
      const file = await api.getStatementFile({ month, owner, format });
      const of = owner ? `-${owner.replaceAll(/[^a-z0-9-]+/gi, '-')}` : '';
      saveFile(`statement-${month}${of}.${format}`, file);
    });
  return (
    <>
      {problem ? (
        <Alert role="alert" status="danger" icon title={problem} />
      ) : undefined}
      <Button
        variant="secondary"
        isDisabled={isPending}
        iconStart={<RiDownloadLine aria-hidden="true" />}
        onPress={() => save('csv')}
      >
        CSV
      </Button>
      <Button
        variant="secondary"
        isDisabled={isPending}
        iconStart={<RiDownloadLine aria-hidden="true" />}
        onPress={() => save('pdf')}
      >
        PDF
      </Button>
    </>
  );
}

function CloseDialog(props: {
  statement: Statement;
  onClose: () => void;
  onClosed: () => void;
}) {
  const { statement, onClose, onClosed } = props;
  const api = useApi(finopsApiRef);
  const { isPending, problem, submit } = useSubmit();
  const name = monthName(statement.month);
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(32rem, 100%)"
    >
      <DialogHeader>Close {name}?</DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          {problem ? (
            <Alert role="alert" status="danger" icon title={problem} />
          ) : undefined}
          <p className={styles.text}>
            {statement.totals
              .map(({ total, currency }) => formatExact(total, currency))
              .join(', ') || 'Nothing'}{' '}
            is charged to {statement.owners.length} teams and buckets. After
            this nobody can change the statement of {name}, and it can&apos;t be
            opened again. What the provider corrects later becomes an adjustment
            of the month that is open then.
          </p>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Leave it open
        </Button>
        <Button
          isPending={isPending}
          onPress={() =>
            submit(async () => {
              await api.closeMonth({ month: statement.month });
              onClosed();
              onClose();
            })
          }
        >
          Close {name}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function OwnerName(props: { owner: string }) {
  return props.owner === unallocatedKey ? (
    <>Nobody yet</>
  ) : (
    <KeyName groupBy="owner" name={props.owner} />
  );
}

function Owners(props: {
  statement: Statement;
  onOwner: (owner: string) => void;
}) {
  const { statement, onOwner } = props;
  return (
    <ScrollBox label="Charged by team">
      <table className={styles.table} aria-label="Charged by team">
        <thead>
          <tr>
            <th scope="col">Team</th>
            <th scope="col" className={styles.number}>
              Cost
            </th>
            <th scope="col" className={styles.number}>
              Adjustments
            </th>
            <th scope="col" className={styles.number}>
              Total
            </th>
          </tr>
        </thead>
        <tbody>
          {statement.owners.map(each => (
            <tr key={`${each.owner} ${each.currency}`}>
              <th scope="row" title={each.owner}>
                <Button
                  size="small"
                  variant="tertiary"
                  onPress={() => onOwner(each.owner)}
                >
                  <OwnerName owner={each.owner} />
                </Button>
              </th>
              <td className={styles.number}>
                {formatExact(each.cost, each.currency)}
              </td>
              <td className={styles.number}>
                {formatAdjustments(each.adjustments, each.currency)}
              </td>
              <td className={styles.number}>
                {formatExact(each.total, each.currency)}
              </td>
            </tr>
          ))}
        </tbody>
        <Totals statement={statement} />
      </table>
    </ScrollBox>
  );
}

function Totals(props: { statement: Statement }) {
  return (
    <tfoot>
      {props.statement.totals.map(each => (
        <tr key={each.currency}>
          <th scope="row">All together</th>
          <td className={styles.number}>
            {formatExact(each.cost, each.currency)}
          </td>
          <td className={styles.number}>
            {formatAdjustments(each.adjustments, each.currency)}
          </td>
          <td className={styles.number}>
            {formatExact(each.total, each.currency)}
          </td>
        </tr>
      ))}
    </tfoot>
  );
}

function lineName(line: StatementLine) {
  if (line.entityRef) {
    return <EntityLink entityRef={line.entityRef} />;
  }
  return <>{bucketWords[line.bucket as CostBucket]?.name ?? 'Nobody yet'}</>;
}

function OwnerLines(props: { statement: Statement }) {
  const { statement } = props;
  return (
    <ScrollBox label="Lines of the statement">
      <table className={styles.table} aria-label="Lines of the statement">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Kind</th>
            <th scope="col" className={styles.number}>
              Amount
            </th>
          </tr>
        </thead>
        <tbody>
          {statement.lines.map(line => (
            <tr
              key={`${line.owner} ${line.entityRef} ${line.bucket} ${line.kind} ${line.ofMonth} ${line.currency}`}
            >
              <th scope="row">{lineName(line)}</th>
              <td>
                {line.kind === 'adjustment'
                  ? `Adjustment of ${monthName(line.ofMonth)}`
                  : 'Cost of the month'}
              </td>
              <td className={styles.number}>
                {formatExact(line.amount, line.currency)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {statement.totals.map(each => (
            <tr key={each.currency}>
              <th scope="row">All together</th>
              <td />
              <td className={styles.number}>
                {formatExact(each.total, each.currency)}
              </td>
            </tr>
          ))}
        </tfoot>
      </table>
    </ScrollBox>
  );
}

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
          <Files month={month.month} owner={owner} />
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
          Closed by {closed.closedBy} on {formatInstant(closed.closedAt)}. Its
          seal is <code title={closed.hash}>{closed.hash.slice(0, 12)}</code>.
        </p>
      ) : undefined}
      {owner ? (
        <h4 className={styles.name}>
          <OwnerName owner={owner} />
        </h4>
      ) : undefined}
      {owner ? (
        <OwnerLines statement={statement} />
      ) : (
        <Owners statement={statement} onOwner={onOwner} />
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
