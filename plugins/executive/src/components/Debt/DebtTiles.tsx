import type { DebtAnswer, Money } from '@portal/plugin-executive-common';
import {
  FigureTile,
  formatMoney,
  formatNumber,
  partStyles as styles,
} from '@portal/plugin-metrics-react';
import { hoursText } from './debtWords';
import view from '../Investment/Investment.module.css';

function Amount({ money }: { money?: Money }) {
  return (
    <span className={styles.small}>
      {money
        ? `${formatMoney(
            money.amount,
            money.currency,
          )} at the rates of the owners`
        : 'In money it is not known: not every owner has a rate'}
    </span>
  );
}

/** How much is owed, and what it costs to owe it. */
export function DebtTiles({ answer }: { answer: DebtAnswer }) {
  const { totals } = answer;
  return (
    <div className={view.tiles}>
      <FigureTile
        title="Items owed"
        meaning="Entries of the register that are not paid."
        value={formatNumber(totals.items)}
      >
        <span className={styles.small}>
          {totals.estimated} of {totals.items} estimated
        </span>
      </FigureTile>
      <FigureTile
        title="Interest"
        meaning="Hours of people that the debt costs every month."
        value={`${hoursText(totals.interestHours)} a month`}
      >
        <Amount money={totals.interest} />
      </FigureTile>
      <FigureTile
        title="To pay all of it"
        meaning="Hours of people to be rid of everything whose hours are estimated."
        value={hoursText(totals.fixHours)}
      >
        <Amount money={totals.fix} />
      </FigureTile>
    </div>
  );
}
