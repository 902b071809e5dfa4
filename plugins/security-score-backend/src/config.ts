import type { Config } from '@backstage/config';
import type { Severity } from '@portal/plugin-security-score-common';

/** What the plugin as a whole is set to. Rooms with settings of their own read them themselves. */
export type SecurityScoreConfig = {
  /** Whether generated data is shown. */
  demo: boolean;
  /** The most bytes of one report, unpacked. */
  maxReportBytes: number;
  /** Days an open finding of a severity may stay open; absent: as long as it likes. */
  slaDays: Partial<Record<Severity, number>>;
};

const usualSla: Partial<Record<Severity, number>> = {
  critical: 7,
  high: 30,
  medium: 90,
  low: 180,
};
const usualMaxReportBytes = 1024 ** 3;

/** Reads `securityScore`. */
export function readSecurityScoreConfig(root: Config): SecurityScoreConfig {
  const config = root.getOptionalConfig('securityScore');
  const sla = config?.getOptionalConfig('sla');
  const slaDays = { ...usualSla };
  for (const severity of Object.keys(usualSla) as Severity[]) {
    const days = sla?.getOptionalNumber(severity);
    if (days === 0) {
      delete slaDays[severity];
    } else if (days !== undefined) {
      slaDays[severity] = days;
    }
  }
  return {
    demo: root.getOptionalBoolean('portal.demo') ?? false,
    maxReportBytes:
      config?.getOptionalNumber('maxReportBytes') ?? usualMaxReportBytes,
    slaDays,
  };
}
