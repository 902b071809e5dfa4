import type { WebhookSenderId } from '@portal/plugin-webhooks-common';
import { sourceHelpPath } from '../routes';

/** What senders are called. */
export const senderTitles: Record<WebhookSenderId, string> = {
  alertmanager: 'Prometheus Alertmanager',
  argocd: 'Argo CD',
  'azure-devops': 'Azure DevOps',
  cdevents: 'CDEvents',
  generic: 'Generic',
  github: 'GitHub',
  gitlab: 'GitLab',
  pagerduty: 'PagerDuty',
};

type Setup = {
  /** The secret in the configuration, taken from the environment of the portal. */
  secret: string;
  /** How the sender proves who it is. */
  proof: string;
  helpPath: string;
};

const setups: Record<WebhookSenderId, Setup> = {
  alertmanager: {
    secret: '${ALERTMANAGER_WEBHOOK_TOKEN}',
    proof: 'the secret as bearer token, or with basic authentication',
    helpPath: sourceHelpPath('alertmanager'),
  },
  argocd: {
    secret: '${ARGOCD_WEBHOOK_TOKEN}',
    proof: 'the secret as bearer token, or in X-Webhook-Token',
    helpPath: sourceHelpPath('argo-cd'),
  },
  'azure-devops': {
    secret: '${AZURE_DEVOPS_WEBHOOK_SECRET}',
    proof: 'basic authentication with user:password as the secret',
    helpPath: sourceHelpPath('azure-devops'),
  },
  cdevents: {
    secret: '${CDEVENTS_WEBHOOK_TOKEN}',
    proof: 'the secret as bearer token',
    helpPath: sourceHelpPath('cdevents-jenkins'),
  },
  generic: {
    secret: '${PORTAL_WEBHOOK_TOKEN}',
    proof: 'the secret as bearer token, or a signature in X-Webhook-Signature',
    helpPath: sourceHelpPath('generic'),
  },
  github: {
    secret: '${GITHUB_WEBHOOK_SECRET}',
    proof: 'a signature with the secret',
    helpPath: sourceHelpPath('github'),
  },
  gitlab: {
    secret: '${GITLAB_WEBHOOK_TOKEN}',
    proof: 'the secret in X-Gitlab-Token',
    helpPath: sourceHelpPath('gitlab'),
  },
  pagerduty: {
    secret: '${PAGERDUTY_WEBHOOK_SECRET}',
    proof: 'a signature with the secret that PagerDuty makes',
    helpPath: sourceHelpPath('pagerduty'),
  },
};

/** What it takes to turn a sender on. */
export function senderSetup(sender: WebhookSenderId): {
  /** Lines of the portal's configuration. */
  snippet: string;
  proof: string;
  helpPath: string;
} {
  const { secret, proof, helpPath } = setups[sender];
  const snippet = [
    'webhooks:',
    '  senders:',
    `    ${sender}:`,
    `      secrets: ['${secret}']`,
  ].join('\n');
  return { snippet, proof, helpPath };
}
