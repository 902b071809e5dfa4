import type {
  Upgrade,
  UpgradePlan,
} from '@portal/plugin-security-score-common';
import {
  ExportMenu,
  formatNumber,
  partStyles,
  ScrollBox,
  Section,
  type DataColumn,
  type Loaded,
} from '@portal/plugin-metrics-react';
import { describeGain, findingsSubject } from '../../words';
import { SeverityCounts } from '../parts';

const columns: readonly DataColumn<Upgrade>[] = [
  { id: 'package', title: 'Package', text: row => row.packageName },
  { id: 'from', title: 'From', text: row => row.fromVersion ?? '' },
  { id: 'to', title: 'To', text: row => row.toVersion },
  {
    id: 'findings',
    title: 'Findings',
    text: row => String(row.findings.length),
    value: row => row.findings.length,
  },
  {
    id: 'gain',
    title: 'Gain',
    text: row => String(row.gain),
    value: row => row.gain,
  },
];

/** Which upgrades fix what, most gain first. */
export function Upgrades(props: {
  result: Loaded<UpgradePlan>;
  onRetry: () => void;
}) {
  const { result, onRetry } = props;
  const plan = result.state === 'ready' ? result.value : undefined;
  return (
    <Section
      title="Upgrades"
      meaning="One new version can fix several findings. Each gain is that of doing this alone; two together gain a little less than both."
      result={result}
      onRetry={onRetry}
      {...findingsSubject}
      actions={
        plan?.upgrades.length ? (
          <ExportMenu
            fileName="upgrades"
            columns={columns}
            rows={plan.upgrades}
          />
        ) : undefined
      }
    >
      {({ upgrades, scoreAfterAll, withoutFix }) =>
        upgrades.length === 0 ? (
          <p className={partStyles.text}>
            {withoutFix > 0
              ? `No version fixes the ${formatNumber(
                  withoutFix,
                )} open vulnerabilities of packages yet.`
              : 'There is no open vulnerability of a package.'}
          </p>
        ) : (
          <>
            <ScrollBox label="Upgrades">
              <table className={partStyles.table}>
                <caption className={partStyles.small}>
                  {scoreAfterAll === undefined
                    ? ''
                    : `The score when all of them are done: ${formatNumber(
                        scoreAfterAll,
                      )}`}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Package</th>
                    <th scope="col">From</th>
                    <th scope="col">To</th>
                    <th scope="col">Fixes</th>
                    <th scope="col" className={partStyles.number}>
                      Gain
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {upgrades.map(upgrade => (
                    <tr key={`${upgrade.packageName} ${upgrade.fromVersion}`}>
                      <th scope="row" className={partStyles.wide}>
                        <bdi>{upgrade.packageName}</bdi>
                        {upgrade.direct === false ? ' (through another)' : ''}
                      </th>
                      <td>{upgrade.fromVersion ?? 'not said'}</td>
                      <td>
                        {upgrade.toVersion}
                        {upgrade.isMajor ? ' (major)' : ''}
                      </td>
                      <td>
                        <SeverityCounts counts={upgrade.bySeverity} />
                      </td>
                      <td className={partStyles.number}>
                        {describeGain(upgrade.gain)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
            {withoutFix > 0 ? (
              <p className={partStyles.small}>
                {formatNumber(withoutFix)} open vulnerabilities have no version
                that fixes them yet.
              </p>
            ) : undefined}
          </>
        )
      }
    </Section>
  );
}
