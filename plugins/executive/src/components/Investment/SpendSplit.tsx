import {
  formatMoney,
  formatPeriod,
  formatRatio,
  Bar,
  FigureTile,
  partStyles as styles,
} from '@portal/plugin-metrics-react';
import type { InvestmentAnswer } from '@portal/plugin-executive-common';
import view from './Investment.module.css';

function shareOf(part: string, whole: string): number | undefined {
  return Number(whole) > 0 ? Number(part) / Number(whole) : undefined;
}

/** What running costs, and what changing costs. */
export function SpendSplit({ answer }: { answer: InvestmentAnswer }) {
  const { currency, split } = answer;
  const period = formatPeriod(split);
  const tiles = [
    {
      title: 'Total',
      money: split.total,
      meaning: `Cloud by allocation and people by rate, ${period}.`,
    },
    {
      title: 'Run',
      money: split.run,
      meaning: 'What no initiative used: keeping things going.',
    },
    {
      title: 'Change',
      money: split.change,
      meaning: 'What initiatives used, by their shares of systems and teams.',
    },
  ];
  return (
    <>
      <div className={view.tiles}>
        {tiles.map(({ title, money, meaning }) => {
          const share = shareOf(money.amount, split.total.amount);
          return (
            <FigureTile
              key={title}
              title={title}
              meaning={meaning}
              value={formatMoney(money.amount, currency)}
            >
              {title === 'Total' ? (
                <span className={styles.small}>{period}</span>
              ) : (
                <>
                  <Bar share={share ?? 0} />
                  <span className={styles.small}>
                    {share === undefined
                      ? 'Nothing was spent'
                      : `${formatRatio(share)} of the total`}
                  </span>
                </>
              )}
            </FigureTile>
          );
        })}
      </div>
      {split.missing.length > 0 ? (
        <p className={styles.small}>Not counted: {split.missing.join('; ')}.</p>
      ) : undefined}
    </>
  );
}
