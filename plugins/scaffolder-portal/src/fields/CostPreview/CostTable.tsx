import { formatMoney } from '@portal/plugin-metrics-react';
import type { CostEstimate } from '@portal/plugin-scaffolder-portal-common';
import { sizeWords } from '../../words';
import styles from './CostPreview.module.css';

/** An estimate by environment, with what it rests on. */
export function CostTable({ estimate }: { estimate: CostEstimate }) {
  const { currency, date, lines, source, total } = estimate;
  const day = new Intl.DateTimeFormat(undefined, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  }).format(new Date(date));
  const money = (amount: string | undefined) =>
    amount === undefined ? 'no price' : formatMoney(amount, currency);
  return (
    <>
      <table className={styles.table} aria-label="Estimated monthly cost">
        <thead>
          <tr>
            <th scope="col">Environment</th>
            <th scope="col">Size</th>
            <th scope="col" className={styles.amount}>
              A month
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ ref, name, size, monthly }) => (
            <tr key={ref}>
              <th scope="row">{name}</th>
              <td>{sizeWords[size] ?? size}</td>
              <td className={styles.amount}>{money(monthly)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              Together
            </th>
            <td className={styles.amount}>
              {total === undefined ? 'not known' : money(total)}
            </td>
          </tr>
        </tfoot>
      </table>
      <p className={styles.note}>
        An estimate in {currency} by the price list of {day} ({source}). The
        bill depends on what is used.
      </p>
    </>
  );
}
