import {
  formatMoney,
  formatPeriod,
  formatRatio,
  formatValue,
  Bar,
  EntityLink,
  partStyles as styles,
  Status,
  TimeAgo,
} from '@portal/plugin-metrics-react';
import { Button } from '@backstage/ui';
import type { InvestmentRow, Money } from '@portal/plugin-executive-common';
import { budgetJudgement, stateOf, stateWords } from './investmentWords';

function moneyText({ amount, currency }: Money): string {
  return formatMoney(amount, currency);
}

function SpendLine({ row }: { row: InvestmentRow }) {
  const { budget, forecast, initiative, spend, used } = row;
  const planned = budget ?? initiative.budget;
  return (
    <span className={styles.small}>
      {used === undefined ? undefined : (
        <>
          <strong className={styles.strong}>{formatRatio(used)}</strong> of the
          budget:{' '}
        </>
      )}
      {moneyText(spend.total)} of {moneyText(planned)} spent (cloud{' '}
      {moneyText(spend.cloud)}, people {moneyText(spend.people)})
      {forecast ? `. At this rate ${moneyText(forecast)} at the end` : ''}
      {spend.missing.length > 0
        ? `. Not counted: ${spend.missing.join('; ')}`
        : ''}
    </span>
  );
}

function BenefitLine({ row }: { row: InvestmentRow }) {
  const { benefit, initiative } = row;
  const planned = initiative.benefit;
  if (!planned) {
    return (
      <span className={styles.small}>No benefit was planned to measure.</span>
    );
  }
  const { progress, expected, measured, now } = benefit ?? {};
  const reached =
    progress === undefined
      ? 'not known yet'
      : `${formatRatio(progress)} of the way`;
  const unit = now?.unit;
  return (
    <span className={styles.small}>
      Benefit:{' '}
      {planned.kind === 'metric' ? (
        <>
          {measured ?? `${planned.metricId} of ${planned.scope}`}
          {unit
            ? ` from ${formatValue(planned.baseline, unit)} to ${formatValue(
                planned.target,
                unit,
              )}`
            : ''}
          {now?.value === undefined || !unit
            ? ''
            : `, now ${formatValue(now.value, unit)}`}
        </>
      ) : (
        <>
          {moneyText(planned.perYear)} a year, measured by {planned.measure}
        </>
      )}
      : {reached}
      {expected === undefined
        ? ''
        : `; a straight line would be at ${formatRatio(expected)}`}
    </span>
  );
}

/** An initiative: what it costs, what it brought, and what its sponsor says. */
export function InitiativeItem(props: {
  row: InvestmentRow;
  canChange: boolean;
  onEdit: () => void;
  onNote: () => void;
}) {
  const { row, canChange, onEdit, onNote } = props;
  const { elapsed, initiative, used } = row;
  const state = stateOf(row);
  const [note] = initiative.notes;
  return (
    <li className={styles.item} id={`initiative-${initiative.id}`}>
      <div className={styles.itemHead}>
        <h4 className={styles.name}>
          <bdi>{initiative.name}</bdi>
        </h4>
        <Status judgement={state.judgement}>{state.text}</Status>
      </div>
      {initiative.description ? (
        <p className={styles.text}>
          <bdi>{initiative.description}</bdi>
        </p>
      ) : undefined}
      {used === undefined ? undefined : (
        <Bar share={used} judgement={budgetJudgement(row)} />
      )}
      <SpendLine row={row} />
      <BenefitLine row={row} />
      <span className={styles.small}>
        {formatPeriod({ from: initiative.start, to: initiative.end })},{' '}
        {formatRatio(elapsed)} of the time gone. Sponsor:{' '}
        <EntityLink entityRef={initiative.sponsor} />
        {initiative.demo ? ', demo data' : ''}
      </span>
      {note ? (
        <span className={styles.small}>
          {stateWords[note.state].text} <TimeAgo at={note.at} inline />:{' '}
          <bdi>{note.text}</bdi>
        </span>
      ) : undefined}
      {canChange ? (
        <div className={styles.actions}>
          <Button
            size="small"
            variant="secondary"
            aria-label={`Write status of ${initiative.name}`}
            onPress={onNote}
          >
            Write status
          </Button>
          {initiative.origin === 'portal' ? (
            <Button
              size="small"
              variant="tertiary"
              aria-label={`Change ${initiative.name}`}
              onPress={onEdit}
            >
              Change
            </Button>
          ) : undefined}
        </div>
      ) : undefined}
      {initiative.origin === 'file' && canChange ? (
        <span className={styles.small}>
          Written in a file in Git, and changed there.
        </span>
      ) : undefined}
    </li>
  );
}
