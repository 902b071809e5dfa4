import type { Finding } from '../checks/Check';
import type { CheckOutcome } from '../checks/runChecks';
import type { CaseReport } from '../judgeRun';

/** A line for a case, and one for each finding. */
export function describeCase(report: CaseReport): string {
  const { testCase, seconds, runSeconds, findings, outcomes } = report;
  const mark = findings.length ? '✖' : '✔';
  const checked = outcomes.filter(outcome => !outcome.missing).length;
  const times = `run ${runSeconds.toFixed(1)} s, ${checked} checks ${(
    seconds - runSeconds
  ).toFixed(1)} s`;
  return [
    `${mark} ${testCase.template.name}: ${testCase.title} (${times})`,
    ...findings.map(describeFinding),
  ].join('\n');
}

/** A line for what was made elsewhere. */
export function describeProduct(report: {
  name: string;
  seconds: number;
  findings: Finding[];
  outcomes: CheckOutcome[];
}): string {
  const { name, seconds, findings, outcomes } = report;
  const checked = outcomes.filter(outcome => !outcome.missing).length;
  return `${
    findings.length ? '✖' : '✔'
  } ${name} (${checked} checks ${seconds.toFixed(1)} s)`;
}

/** `file:line: message [rule]`, indented; the lines of a longer message below it. */
export function describeFinding(finding: Finding): string {
  const { file, line, message, rule } = finding;
  const [first, ...more] = message.split('\n');
  return [
    `    ${file}${line ? `:${line}` : ''}: ${first} [${rule}]`,
    ...more.map(text => `      ${text}`),
  ].join('\n');
}

/** Which checks ran, how often and with what. */
export function describeChecks(
  reports: Pick<CaseReport, 'outcomes'>[],
): string {
  const rows = new Map<
    string,
    {
      how: string;
      cases: number;
      files: number;
      findings: number;
      seconds: number;
      missing: number;
    }
  >();
  for (const { check, files, findings, seconds, missing } of reports.flatMap(
    report => report.outcomes,
  )) {
    const row = rows.get(check.name) ?? {
      how: check.how,
      cases: 0,
      files: 0,
      findings: 0,
      seconds: 0,
      missing: 0,
    };
    row.cases += missing ? 0 : 1;
    row.files += missing ? 0 : files;
    row.findings += findings.length;
    row.seconds += seconds;
    row.missing += missing ? 1 : 0;
    rows.set(check.name, row);
  }
  const table = [...rows].map(([name, row]) => [
    name,
    String(row.cases),
    String(row.files),
    String(row.findings),
    row.seconds.toFixed(1),
    row.missing ? `NOT RUN in ${row.missing} cases: ${row.how}` : row.how,
  ]);
  return align([
    ['check', 'cases', 'files', 'findings', 'seconds', 'with'],
    ...table.sort(),
  ]);
}

function align(rows: string[][]): string {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  return rows
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
