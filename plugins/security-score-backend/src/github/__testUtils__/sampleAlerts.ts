import examples from '@octokit/webhooks-examples/api.github.com/index.json';
import { objectOf } from '../../parse/json/objectOf';

type Alert = Record<string, unknown>;

/** The alerts in GitHub's examples of one event: https://github.com/octokit/webhooks */
function examplesOf(event: string): Alert[] {
  const found = examples.find(({ name }) => name === event);
  return (found?.examples ?? []).map(example => ({
    ...objectOf(objectOf(example).alert),
  }));
}

const [, dependabot] = examplesOf('dependabot_alert');
const codeScanning = examplesOf('code_scanning_alert').find(
  alert => alert.most_recent_instance,
)!;

/** An open alert of Dependabot for a package, as one of GitHub's examples has it but for that. */
export function dependabotAlertOf(
  number: number,
  name: string,
  changes: Alert = {},
): Alert {
  const of = { ecosystem: 'npm', name };
  return {
    ...dependabot,
    number,
    html_url: `https://github.com/acme/shop/security/dependabot/${number}`,
    dependency: { ...objectOf(dependabot.dependency), package: of },
    security_vulnerability: {
      ...objectOf(dependabot.security_vulnerability),
      package: of,
    },
    ...changes,
  };
}

/** An open alert of code scanning, as GitHub's example has it but for that. */
export function codeScanningAlertOf(
  number: number,
  tool: string,
  changes: Alert = {},
): Alert {
  return {
    ...codeScanning,
    number,
    state: 'open',
    tool: { ...objectOf(codeScanning.tool), name: tool },
    html_url: `https://github.com/acme/shop/security/code-scanning/${number}`,
    ...changes,
  };
}

/** The secret of {@link secretAlertOf}, in pieces so that nothing takes this file for one that leaks it. */
export const sampleSecret = [
  'ghp',
  'aBcD1234efGH5678ijKL9012mnOP3456qrST',
].join('_');

/** As in https://docs.github.com/en/rest/secret-scanning/secret-scanning#list-secret-scanning-alerts-for-a-repository */
export function secretAlertOf(number: number, changes: Alert = {}): Alert {
  return {
    number,
    created_at: '2020-11-06T18:48:51Z',
    html_url: `https://github.com/acme/shop/security/secret-scanning/${number}`,
    state: 'open',
    resolution: null,
    secret_type: 'github_personal_access_token',
    secret_type_display_name: 'GitHub Personal Access Token',
    secret: sampleSecret,
    validity: 'active',
    ...changes,
  };
}
