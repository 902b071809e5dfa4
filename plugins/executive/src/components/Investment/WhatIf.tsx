import { useMemo, useState } from 'react';
import { Alert, Button, Card, Select, Text, TextField } from '@backstage/ui';
import {
  moveBudget,
  type BudgetMove,
  type InvestmentAnswer,
} from '@portal/plugin-executive-common';
import {
  formatMoney,
  formatNumber,
  formatRatio,
  partStyles as styles,
  ScrollBox,
} from '@portal/plugin-metrics-react';

/** What budgets would be if some were moved. Nothing is kept: it is for thinking. */
export function WhatIf({ answer }: { answer: InvestmentAnswer }) {
  const { currency } = answer;
  const rows = useMemo(
    () => answer.rows.filter(({ budget }) => budget),
    [answer],
  );
  const [moves, setMoves] = useState<BudgetMove[]>([]);
  const [draft, setDraft] = useState<BudgetMove>({
    from: rows[0]?.initiative.id ?? '',
    to: rows[1]?.initiative.id ?? '',
    amount: '',
  });
  const [problem, setProblem] = useState<string>();
  const result = useMemo(() => moveBudget(rows, moves), [rows, moves]);
  if (rows.length < 2) {
    return null;
  }
  const options = rows.map(({ initiative }) => ({
    id: initiative.id,
    label: initiative.name,
  }));
  const add = () => {
    try {
      moveBudget(rows, [...moves, draft]);
      setMoves([...moves, draft]);
      setProblem(undefined);
      setDraft({ ...draft, amount: '' });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Card className={`${styles.card} ${styles.screenOnly}`}>
      <div className={styles.cardHead}>
        <Text as="h3" variant="title-x-small" className={styles.title}>
          What if budget moves?
        </Text>
        {moves.length > 0 ? (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setMoves(moves.slice(0, -1))}
          >
            Take the last move back
          </Button>
        ) : undefined}
      </div>
      <p className={styles.text}>
        Nothing is kept: it shows how far each budget would reach at the rate of
        the last 28 days.
      </p>
      {problem ? (
        <Alert role="alert" status="warning" icon title={problem} />
      ) : undefined}
      <div className={styles.row}>
        <div className={styles.select}>
          <Select
            label="From"
            options={options}
            value={draft.from}
            onChange={key => setDraft({ ...draft, from: String(key) })}
          />
        </div>
        <div className={styles.select}>
          <Select
            label="To"
            options={options}
            value={draft.to}
            onChange={key => setDraft({ ...draft, to: String(key) })}
          />
        </div>
        <TextField
          label={`Amount in ${currency}`}
          inputMode="decimal"
          value={draft.amount}
          onChange={amount => setDraft({ ...draft, amount: amount.trim() })}
          placeholder="10000"
        />
        <Button variant="secondary" onPress={add}>
          Move
        </Button>
      </div>
      {moves.length > 0 ? (
        <ScrollBox label="Budgets after the moves">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Initiative</th>
                <th scope="col" className={styles.number}>
                  Budget
                </th>
                <th scope="col" className={styles.number}>
                  After
                </th>
                <th scope="col" className={styles.number}>
                  Used of it
                </th>
                <th scope="col" className={styles.number}>
                  Lasts
                </th>
              </tr>
            </thead>
            <tbody>
              {result.map(row => (
                <tr key={row.id}>
                  <th scope="row">
                    <bdi>{row.name}</bdi>
                  </th>
                  <td className={styles.number}>
                    {formatMoney(row.before, currency)}
                  </td>
                  <td className={styles.number}>
                    {formatMoney(row.after, currency)}
                  </td>
                  <td className={styles.number}>
                    {row.used === undefined ? '–' : formatRatio(row.used)}
                  </td>
                  <td className={styles.number}>
                    {row.monthsLeft === undefined
                      ? 'Nothing is spent now'
                      : `${formatNumber(row.monthsLeft)} months`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      ) : undefined}
    </Card>
  );
}
