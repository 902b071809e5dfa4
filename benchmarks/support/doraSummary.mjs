const HOUR = 3_600_000;

/** What is compared of an answer about the whole company, in milliseconds and shares. */
export function summaryOfApi({ measured, metrics }) {
  const { deploymentFrequency, changeFailRate, deploymentReworkRate } = metrics;
  const spread = ({ min, p25, median: middle, p75, max }) => [
    min,
    p25,
    middle,
    p75,
    max,
  ];
  return [
    measured,
    deploymentFrequency.total.sampleSize,
    ...spread(metrics.changeLeadTime.spread).map(hours => hours * HOUR),
    ...spread(metrics.failedDeploymentRecoveryTime.spread).map(
      hours => hours * HOUR,
    ),
    ...spread(changeFailRate.spread),
    ...spread(deploymentReworkRate.spread),
  ];
}

/** The same of the row that plain SQL gives. */
export function summaryOfSql(row) {
  const { services, deployments, leads, recoveries } = row;
  return [
    services,
    deployments,
    ...leads,
    ...recoveries,
    ...row.fail_rates,
    ...row.rework_rates,
  ];
}

/** Equal but for how numbers are rounded. */
export function sameFigures(one, other) {
  return Math.abs(one - other) <= 1e-9 * Math.abs(other);
}
