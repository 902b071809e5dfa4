import type { ConformanceVerdict } from '@portal/plugin-finops-common';
import {
  formatNumber,
  Status,
  partStyles as styles,
} from '@portal/plugin-metrics-react';

/** Which rules of FOCUS a file breaks, with the first rows that do, and what was mended on the way in. */
export function Verdict(props: { verdict: ConformanceVerdict }) {
  const { version, rulesChecked, rulesFailed, failures, notes } = props.verdict;
  if (failures.length === 0 && notes.length === 0) {
    return (
      <span className={styles.small}>
        {`All ${formatNumber(rulesChecked)} rules of FOCUS ${version} hold.`}
      </span>
    );
  }
  return (
    <details className={styles.details}>
      <summary>
        {`${formatNumber(rulesFailed)} of ${formatNumber(
          rulesChecked,
        )} rules of FOCUS ${version} fail`}
      </summary>
      {notes.length > 0 ? (
        <ul className={styles.small}>
          {notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : undefined}
      <ul className={styles.items}>
        {failures.map(failure => (
          <li key={failure.ruleId} className={styles.item}>
            <Status judgement={failure.must ? 'bad' : 'warning'}>
              <span>
                <code>{failure.ruleId}</code>: {failure.requirement}
              </span>
            </Status>
            <span className={styles.small}>
              {failure.column}, {formatNumber(failure.rows)} rows
              {failure.examples.length > 0
                ? `, such as ${failure.examples
                    .slice(0, 3)
                    .map(
                      ({ lineNumber, found }) =>
                        `row ${lineNumber}: "${found}"`,
                    )
                    .join('; ')}`
                : ''}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
