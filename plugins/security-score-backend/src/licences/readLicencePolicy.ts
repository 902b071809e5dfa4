import type { Config } from '@backstage/config';
import {
  defaultLicencePolicy,
  type LicencePolicy,
} from '@portal/plugin-security-score-common';

/** Reads `securityScore.licences`. What it does not name is as in the default. */
export function readLicencePolicy(root: Config): {
  policy: LicencePolicy;
  policyName: string;
} {
  const config = root.getOptionalConfig('securityScore.licences');
  const listOf = (key: keyof LicencePolicy) =>
    config?.getOptionalStringArray(key) ?? defaultLicencePolicy[key];
  return {
    policy: {
      allowed: listOf('allowed'),
      review: listOf('review'),
      denied: listOf('denied'),
    },
    policyName: config ? 'the configuration' : 'the default of the portal',
  };
}
