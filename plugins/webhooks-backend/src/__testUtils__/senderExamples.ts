import type { WebhookSenderId } from '@portal/plugin-webhooks-common';
import { createHmac } from 'node:crypto';

/** How the request of a sender proves itself: headers, from a secret and the body. */
type Proof = (secret: string, body: string | Buffer) => Record<string, string>;

/** A request as a sender's documentation describes it, and what the inbox should make of it. */
export type SenderExample = {
  sender: WebhookSenderId;
  /** An older secret and the one that replaces it. */
  secrets: [string, string];
  proofs: Proof[];
  headers?: Record<string, string>;
  body: object;
  expected: { event: string; delivery_key?: string; occurred_at?: string };
};

const bearer: Proof = secret => ({ Authorization: `Bearer ${secret}` });
const basic: Proof = secret => ({
  Authorization: `Basic ${Buffer.from(secret).toString('base64')}`,
});

/** The lower case hexadecimal HMAC-SHA256 of a body. */
export function hmac(secret: string, body: string | Buffer): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

/** Written to the schemas that the vendors document, one for each sender. */
export const senderExamples: SenderExample[] = [
  {
    sender: 'github',
    secrets: ['github-older', 'github-newer'],
    proofs: [
      (secret, body) => ({
        'X-Hub-Signature-256': `sha256=${hmac(secret, body)}`,
      }),
    ],
    headers: {
      'X-GitHub-Event': 'deployment_status',
      'X-GitHub-Delivery': '0b989ba4-242f-11e5-81e1-c7b6966d2516',
    },
    body: {
      action: 'created',
      deployment_status: {
        state: 'success',
        updated_at: '2026-03-01T10:00:00Z',
      },
    },
    expected: {
      event: 'deployment_status',
      delivery_key: '0b989ba4-242f-11e5-81e1-c7b6966d2516',
      occurred_at: '2026-03-01T10:00:00.000Z',
    },
  },
  {
    sender: 'gitlab',
    secrets: ['gitlab-older', 'gitlab-newer'],
    proofs: [secret => ({ 'X-Gitlab-Token': secret })],
    headers: {
      'X-Gitlab-Event': 'Deployment Hook',
      'Idempotency-Key': 'f5e5f430-f57b-4e6e-9fac-d9128cd7232f',
    },
    body: {
      object_kind: 'deployment',
      status: 'success',
      status_changed_at: '2026-03-01 12:00:00 +0200',
      environment: 'production',
    },
    expected: {
      event: 'deployment',
      delivery_key: 'f5e5f430-f57b-4e6e-9fac-d9128cd7232f',
      occurred_at: '2026-03-01T10:00:00.000Z',
    },
  },
  {
    sender: 'azure-devops',
    secrets: ['portal:older', 'portal:newer: with a colon'],
    proofs: [basic, secret => ({ 'X-Webhook-Token': secret })],
    body: {
      id: '4a5d99d6-1c75-4e53-91b9-ee80057d4ce3',
      eventType: 'build.complete',
      publisherId: 'tfs',
      createdDate: '2026-03-01T10:00:00.123Z',
      resource: { id: 2, result: 'succeeded' },
    },
    expected: {
      event: 'build.complete',
      delivery_key: '4a5d99d6-1c75-4e53-91b9-ee80057d4ce3',
      occurred_at: '2026-03-01T10:00:00.123Z',
    },
  },
  {
    sender: 'cdevents',
    secrets: ['cdevents-older', 'cdevents-newer'],
    proofs: [bearer],
    headers: { 'Content-Type': 'application/cloudevents+json' },
    body: {
      specversion: '1.0',
      id: '271069a8',
      source: '/ci/jenkins',
      type: 'dev.cdevents.service.deployed.0.2.0',
      time: '2026-03-01T10:00:00Z',
      data: { subject: { id: 'shop', type: 'service' } },
    },
    expected: {
      event: 'dev.cdevents.service.deployed.0.2.0',
      delivery_key: '/ci/jenkins 271069a8',
      occurred_at: '2026-03-01T10:00:00.000Z',
    },
  },
  {
    sender: 'argocd',
    secrets: ['argocd-older', 'argocd-newer'],
    proofs: [bearer, secret => ({ 'X-Webhook-Token': secret })],
    body: {
      event: 'on-deployed',
      app: 'shop',
      revision: '5e6e0a5',
      finishedAt: '2026-03-01T10:00:00Z',
    },
    expected: {
      event: 'on-deployed',
      occurred_at: '2026-03-01T10:00:00.000Z',
    },
  },
  {
    sender: 'pagerduty',
    secrets: ['pagerduty-older', 'pagerduty-newer'],
    proofs: [
      (secret, body) => ({
        'X-PagerDuty-Signature': `v1=${hmac(secret, body)}`,
      }),
      // While one secret replaces another, PagerDuty signs with both.
      (secret, body) => ({
        'X-PagerDuty-Signature': `v1=${hmac('theirs', body)},v1=${hmac(
          secret,
          body,
        )}`,
      }),
    ],
    headers: { 'X-Webhook-Subscription': 'PSUB123' },
    body: {
      event: {
        id: '01BZN0QV2LJ2IY0CH3NFFQQDUQ',
        event_type: 'incident.triggered',
        resource_type: 'incident',
        occurred_at: '2026-03-01T10:00:00Z',
        data: { id: 'PGR0VU2', type: 'incident', status: 'triggered' },
      },
    },
    expected: {
      event: 'incident.triggered',
      delivery_key: '01BZN0QV2LJ2IY0CH3NFFQQDUQ',
      occurred_at: '2026-03-01T10:00:00.000Z',
    },
  },
  {
    sender: 'alertmanager',
    secrets: ['alertmanager:older', 'alertmanager:newer'],
    proofs: [bearer, basic],
    body: {
      version: '4',
      groupKey: '{}:{alertname="HighErrorRate"}',
      status: 'resolved',
      alerts: [
        {
          status: 'resolved',
          labels: { alertname: 'HighErrorRate', service: 'shop' },
          startsAt: '2026-03-01T09:00:00Z',
          endsAt: '2026-03-01T10:00:00Z',
          fingerprint: 'c8f6b1a4d0e2f3a5',
        },
      ],
    },
    expected: { event: 'resolved', occurred_at: '2026-03-01T10:00:00.000Z' },
  },
  {
    sender: 'generic',
    secrets: ['generic-older', 'generic-newer'],
    proofs: [
      bearer,
      (secret, body) => ({
        'X-Webhook-Signature': `sha256=${hmac(secret, body)}`,
      }),
    ],
    headers: { 'X-Webhook-Id': 'deploy-4711' },
    body: {
      event: 'deployment',
      id: '4711',
      occurredAt: '2026-03-01T10:00:00Z',
    },
    expected: {
      event: 'deployment',
      delivery_key: 'deploy-4711',
      occurred_at: '2026-03-01T10:00:00.000Z',
    },
  },
];

/** The configuration that the examples are sent to. */
export const exampleSenders = Object.fromEntries(
  senderExamples.map(({ sender, secrets }) => [sender, { secrets }]),
);
