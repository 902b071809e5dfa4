import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Container, Link } from '@backstage/ui';
import { severities, type Formula } from '@portal/plugin-security-score-common';
import {
  formatNumber,
  formatRatio,
  partStyles,
  ScrollBox,
  Section,
  TimeAgo,
  useLoad,
} from '@portal/plugin-metrics-react';
import { securityScoreApiRef } from '../../api';
import { scoreHelpPath } from '../../routes';
import { confidenceNames, scoreSubject, severityNames } from '../../words';
import styles from '../parts/security.module.css';

const partNames: Record<string, string> = {
  findings: 'Findings',
  scorecard: 'OpenSSF Scorecard',
  inventory: 'Inventory is not old',
  scans: 'Scans are not old',
  branchProtection: 'Protected branches',
  secretScanning: 'Secret scanning',
};

function Numbers(props: { formula: Formula }) {
  const { formula } = props;
  const { exploitability } = formula;
  const weights = Object.values(formula.weights).reduce(
    (sum, weight) => sum + weight,
    0,
  );
  return (
    <div className={styles.columns}>
      <ScrollBox label="Severity">
        <table className={partStyles.table}>
          <caption className={partStyles.small}>
            Points of an open finding, and days to fix it
          </caption>
          <thead>
            <tr>
              <th scope="col">Severity</th>
              <th scope="col" className={partStyles.number}>
                Points
              </th>
              <th scope="col" className={partStyles.number}>
                Days
              </th>
            </tr>
          </thead>
          <tbody>
            {severities.map(severity => (
              <tr key={severity}>
                <th scope="row">{severityNames[severity]}</th>
                <td className={partStyles.number}>
                  {formatNumber(formula.severityPoints[severity] ?? 0)}
                </td>
                <td className={partStyles.number}>
                  {formula.slaDays[severity]
                    ? formatNumber(formula.slaDays[severity]!)
                    : 'none'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <ScrollBox label="Weights">
        <table className={partStyles.table}>
          <caption className={partStyles.small}>
            Share of each part, where all of them are known
          </caption>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col" className={partStyles.number}>
                Share
              </th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(formula.weights).map(([id, weight]) => (
              <tr key={id}>
                <th scope="row">{partNames[id] ?? id}</th>
                <td className={partStyles.number}>
                  {formatRatio(weight / weights)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <ScrollBox label="Factors">
        <table className={partStyles.table}>
          <caption className={partStyles.small}>
            By what the points of a finding are multiplied
          </caption>
          <tbody>
            <tr>
              <th scope="row">Known to be exploited (KEV)</th>
              <td>× {formatNumber(exploitability.kev)}</td>
            </tr>
            <tr>
              <th scope="row">Else, where EPSS is known</th>
              <td>× (0.5 + {formatNumber(exploitability.epssWeight)} EPSS)</td>
            </tr>
            <tr>
              <th scope="row">Else</th>
              <td>× {formatNumber(exploitability.unknown)}</td>
            </tr>
            <tr>
              <th scope="row">Reached, not reached</th>
              <td>
                × {formatNumber(exploitability.reachable)}, ×{' '}
                {formatNumber(exploitability.notReachable)}
              </td>
            </tr>
            {Object.entries(exploitability.exposure).map(([name, factor]) => (
              <tr key={name}>
                <th scope="row">Exposed: {name}</th>
                <td>× {formatNumber(factor)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">Age</th>
              <td>
                × 0.5 when new, × 1 when due, at most ×{' '}
                {formatNumber(formula.maxAgeFactor)}
              </td>
            </tr>
          </tbody>
        </table>
      </ScrollBox>
      <ScrollBox label="Grades">
        <table className={partStyles.table}>
          <caption className={partStyles.small}>
            Grades, and how sure one is
          </caption>
          <tbody>
            {formula.grades.map(({ grade, from }) => (
              <tr key={grade}>
                <th scope="row">Grade {grade}</th>
                <td className={partStyles.number}>from {formatNumber(from)}</td>
              </tr>
            ))}
            {formula.confidence.map(({ confidence, fromCoverage }) => (
              <tr key={confidence}>
                <th scope="row">{confidenceNames[confidence]}</th>
                <td className={partStyles.number}>
                  from {formatRatio(fromCoverage)} covered
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}

/** How a score is calculated: the formula in force, with all its numbers. */
export function FormulaPage() {
  const api = useApi(securityScoreApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getFormula({ signal }),
    [api],
  );
  const { result, reload } = useLoad(load);
  return (
    <Container>
      <div className={partStyles.page}>
        <Section
          title="How it is scored"
          result={result}
          onRetry={reload}
          height={480}
          {...scoreSubject}
        >
          {formula => (
            <>
              <p className={partStyles.text}>
                The score is the weighted mean of the parts that are known, from
                0 to 100. A part that is unknown is left out: it lowers the
                coverage and the confidence, not the number.
              </p>
              <p className={partStyles.text}>
                The part of the findings is 2^(−R /{' '}
                {formatNumber(formula.halfLifeRisk)}), where R is the sum of the
                risks of the open findings: points of the severity × how likely
                it is exploited × how far it is reached × its age. So each
                repair gains, and {formatNumber(formula.halfLifeRisk)} points of
                risk more halve the part again.
              </p>
              <Numbers formula={formula} />
              <p className={partStyles.text}>
                This is formula {formula.version}.{' '}
                {formula.changes.length === 0
                  ? 'It has not changed since the portal was installed.'
                  : 'Scores before and after a change are not compared:'}
              </p>
              {formula.changes.length > 0 ? (
                <ul className={partStyles.small}>
                  {formula.changes.map(change => (
                    <li key={change.at}>
                      {change.summary}, <TimeAgo at={change.at} inline />
                    </li>
                  ))}
                </ul>
              ) : undefined}
              <p className={partStyles.small}>
                <Link href={scoreHelpPath}>What the score means</Link>
              </p>
            </>
          )}
        </Section>
      </div>
    </Container>
  );
}
