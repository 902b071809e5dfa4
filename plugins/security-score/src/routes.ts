import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of security. */
export const securityRouteRef = createRouteRef();

/** Where that page is, unless the configuration moves it. */
export const securityPath = '/security';

/** The parts of that page. */
export const subPaths = {
  overview: 'overview',
  findings: 'findings',
  exceptions: 'exceptions',
  affected: 'affected',
  licences: 'licences',
  reports: 'reports',
  formula: 'formula',
} as const;

/** Path of the security tab below an entity's page. */
export const securityTabPath = 'security';

const docs = '/docs/default/component/portal';

/** Where the documentation says how reports are sent. */
export const reportsHelpPath = `${docs}/operator-guide/security-reports/`;

/** Where it says how Vault is connected. */
export const vaultHelpPath = `${docs}/operator-guide/security-secrets/`;

/** Where it says what the score means. */
export const scoreHelpPath = `${docs}/user-guide/security-score/`;
