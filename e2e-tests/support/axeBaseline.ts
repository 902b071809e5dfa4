import fs from 'node:fs';
import path from 'node:path';

type Baseline = Record<string, Record<string, string[]>>;

const file = path.resolve(__dirname, '../axe-baseline.json');

/** The axe rules that an upstream page is known to break: what we can't mend here, but must not make worse. */
export function baselineOf(page: string, variant: string): string[] {
  return read()[page]?.[variant] ?? [];
}

/** Notes what an upstream page breaks now; used with `PORTAL_RECORD_BASELINE=1` after an upgrade of Backstage. */
export function recordBaseline(
  page: string,
  variant: string,
  violations: string[],
): void {
  const baseline = read();
  baseline[page] ??= {};
  const rules = new Set(violations.map(ruleOf));
  baseline[page][variant] = [...rules].sort();
  fs.writeFileSync(file, `${JSON.stringify(baseline, null, 2)}\n`);
}

/** The axe rule that a line of `seriousViolations` is about. */
export function ruleOf(violation: string): string {
  return violation.split(':')[0];
}

function read(): Baseline {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
}
